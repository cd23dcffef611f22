import { registerAccessKind } from '#people/index.ts';
import type { Route } from '#platform/web/route.ts';
import { aloudRoutes } from './desk/aloud-routes.ts';
import { careRoutes } from './desk/care.tsx';
import { CONTACT_SEARCHED } from './desk/find.ts';
import { findRoutes } from './desk/find-routes.ts';
import { type DeskParts, noDeskParts } from './desk/parts.ts';
import { deskFormRoutes } from './desk/routes.ts';
import { CODE_READ } from './desk/slip.ts';
import { trayRoutes } from './desk/tray.tsx';
import { detailRoutes } from './detail/routes.ts';
import { staffTexts } from './texts.ts';
import { wijkRoutes } from './wijk/routes.ts';
import { workRoutes } from './work/routes.ts';

registerAccessKind('contact_read', staffTexts, 'access.contact_read');
registerAccessKind(CONTACT_SEARCHED, staffTexts, 'access.contact_searched');
registerAccessKind(CODE_READ, staffTexts, 'access.code_read');

/** All pages of the staff: the desk, a signaal, the worklists. */
export const staffRoutesWith = (parts: DeskParts): readonly Route[] => [
  ...deskFormRoutes(parts),
  ...careRoutes,
  ...findRoutes,
  ...aloudRoutes,
  ...trayRoutes,
  ...detailRoutes,
  ...workRoutes,
  ...wijkRoutes,
];

/** The same, without what the rooms above bring. */
export const staffSignaalRoutes: readonly Route[] = staffRoutesWith(noDeskParts);
