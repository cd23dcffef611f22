import type { Subscription } from '#platform/jobs/jobs.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Route } from '#platform/web/route.ts';

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

export { type AgendaPut, putOnAgenda } from './commands/agenda.ts';
export { askBandwidth, decideBandwidth, endBandwidth, type Help } from './commands/bandwidth.ts';
export { decideKnot } from './commands/decide.ts';
export { registerGroup } from './commands/group.ts';
export { acceptGroup, offerGroup, returnGroup } from './commands/group-move.ts';
export { hearKnot, takeKnot } from './commands/hear.ts';
export { saveMandate } from './commands/mandate.ts';
export { raiseKnot } from './commands/raise.ts';
export { type KnotReport, reportKnot } from './commands/report.ts';
export {
  type LoadObject,
  type RegieObject,
  type RegieObjectKind,
  registerRegieObject,
} from './objects.ts';
export { hasBandwidth, type Pot, potOf } from './read/pot.ts';
export { type KnotState, knotMachine } from './rules/knot-states.ts';
export { bandwidthMachine, groupMoveMachine } from './rules/other-states.ts';
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
export const regieCatalogues: readonly Catalogue<Texts>[] = [regieTexts];
