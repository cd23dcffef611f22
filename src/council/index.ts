import './archive/classes.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Route } from '#platform/web/route.ts';
import { archiveTexts } from './archive/texts.ts';
import './notices.ts';
import { momentRoutes } from './moment/routes.ts';
import { questionRoutes } from './questions/routes.ts';
import { registerRoutes } from './register/routes.ts';
import { itemSweep } from './register/sweep.ts';
import { councilTexts } from './texts.ts';

export { datesOf } from './moment/dates.ts';
export { Facts, Goals, Reds } from './moment/focuspunt-card.tsx';
export { type CouncilFocuspunt, readFocuspunten } from './moment/focuspunten.ts';
export { monthsBefore } from './moment/read.ts';
export { address, QUESTIONS, RAAD, REGISTER } from './paths.ts';
export { registerDocument } from './register/documents.ts';
export { declineSettled, extend, proposeSettled, settle } from './register/item-steps.ts';
export { registerItem } from './register/items.ts';
export { takePosition } from './register/positions.ts';
export { sweepCouncil } from './register/sweep.ts';
export { wordsOfDated } from './rules/dated.ts';
export { leastShown } from './settings.ts';
export { councilTexts } from './texts.ts';
export { toneOf } from './web/words.tsx';

/** All pages of this room. */
export const councilRoutes: readonly Route[] = [...momentRoutes, ...registerRoutes, ...questionRoutes];

/** All work of this room that comes back. */
export const councilRecurring: readonly RecurringJob[] = [itemSweep];

/** All texts of this room. */
export const councilCatalogues: readonly Catalogue<Texts>[] = [councilTexts, archiveTexts];
