import './archive/classes.ts';
import type { Subscription } from '#platform/jobs/jobs.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Route } from '#platform/web/route.ts';
import { archiveTexts } from './archive/texts.ts';

import { knotSubscription } from './listening.ts';
import './loaders.ts';
import './notices.ts';
import './signaal-panel.tsx';
import { agendaRoutes } from './pages/agenda.tsx';
import { groupRoutes } from './pages/groups.tsx';
import { hoursRoutes } from './pages/hours.tsx';
import { knotRoutes } from './pages/knot-routes.ts';
import { mandateRoutes } from './pages/mandates.tsx';
import { raiseRoutes } from './pages/raise.tsx';
import { stackRoutes } from './pages/stacks.tsx';
import { regieTexts } from './texts.ts';

export { putOnAgenda } from './commands/agenda.ts';
export { askBandwidth } from './commands/bandwidth.ts';
export { registerGroup } from './commands/group.ts';
export { acceptGroup, offerGroup, returnGroup } from './commands/group-move.ts';
export { saveMandate } from './commands/mandate.ts';
export { raiseKnot } from './commands/raise.ts';
export { reportKnot } from './commands/report.ts';
export { type LoadObject, registerRegieObject } from './objects.ts';
export { hasBandwidth, type Pot, potOf } from './read/pot.ts';
export { type KnotDay, knotDay } from './rules/knot-day.ts';
export { hoursPot, returnLimit } from './settings.ts';
export { AgendaForm, PUT_ON_AGENDA } from './web/agenda-form.tsx';

/** All pages of this room. */
export const regieRoutes: readonly Route[] = [
  ...raiseRoutes,
  ...knotRoutes,
  ...agendaRoutes,
  ...stackRoutes,
  ...mandateRoutes,
  ...groupRoutes,
  ...hoursRoutes,
];

/** What this room hears of others. */
export const regieSubscriptions: readonly Subscription[] = [knotSubscription];

/** All work of this room that comes back. */
export { regieRecurring } from './jobs.ts';

/** All texts of this room. */
export const regieCatalogues: readonly Catalogue<Texts>[] = [regieTexts, archiveTexts];
