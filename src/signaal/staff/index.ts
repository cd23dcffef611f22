import { registerAccessKind } from '#people/index.ts';
import type { Route } from '#platform/web/route.ts';
import { aloudRoutes } from './desk/aloud-routes.ts';
import { careRoutes } from './desk/care.tsx';
import { CONTACT_SEARCHED } from './desk/find.ts';
import { findRoutes } from './desk/find-routes.ts';
import { deskFormRoutes } from './desk/routes.ts';
import { CODE_READ } from './desk/slip.ts';
import { trayRoutes } from './desk/tray.tsx';
import { detailRoutes } from './detail/routes.ts';
import { staffTexts } from './texts.ts';
import { wijkRoutes } from './wijk/routes.ts';
import { workRoutes } from './work/routes.ts';

export { explainableQueries } from './explainable.ts';
export { staffTexts } from './texts.ts';

registerAccessKind('contact_read', staffTexts, 'access.contact_read');
registerAccessKind(CONTACT_SEARCHED, staffTexts, 'access.contact_searched');
registerAccessKind(CODE_READ, staffTexts, 'access.code_read');

/** All pages of the staff: the desk, a signaal, the worklists. */
export const staffSignaalRoutes: readonly Route[] = [
  ...deskFormRoutes,
  ...careRoutes,
  ...findRoutes,
  ...aloudRoutes,
  ...trayRoutes,
  ...detailRoutes,
  ...workRoutes,
  ...wijkRoutes,
];

/** Places in the menu: path, the key of its name among {@link staffTexts}, and the action that shows it. */
export const staffSignaalPlaces = [
  { href: '/balie', text: 'nav.desk', action: 'signaal.register' },
  { href: '/werk', text: 'nav.work', action: 'signaal.read' },
  { href: '/wijk-werk', text: 'nav.wijk', action: 'signaal.decide' },
] as const;
