import './archive/classes.ts';
import './notices.ts';
import type { RecurringJob, Subscription } from '#platform/jobs/jobs.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Route } from '#platform/web/route.ts';
import { archiveTexts } from './archive/texts.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { catalogueTexts } from './catalogue/texts.ts';
import { importExpiry, importNext } from './import/jobs.ts';
import { importRoutes } from './import/pages/routes.ts';
import { importTexts } from './import/texts.ts';
import { termSweep } from './jobs.ts';
import { messageTexts } from './messages/texts.ts';
import { neighbourTexts } from './neighbours/texts.ts';
import { overrideRoutes } from './overrides/routes.ts';
import { overrideTexts } from './overrides/texts.ts';
import { publicSignaalRecurring, publicSignaalRoutes, publicTexts } from './public/index.ts';
import { signaalSettingTexts } from './setting-names/texts.ts';
import { type DeskParts, noDeskParts } from './staff/desk/parts.ts';
import { staffRoutesWith } from './staff/index.ts';
import { staffTexts } from './staff/texts.ts';
import { signaalTexts } from './texts.ts';
import { voiceRecurring, voiceRoutes, voiceTexts } from './voices/index.ts';

export { saveCategory } from './catalogue/categories.ts';
export type { CategoryInput } from './catalogue/inputs.ts';
export { saveReferralPartner, saveStandardText } from './catalogue/replies.ts';
export { catalogueLinks } from './catalogue/routes.ts';
export { saveRoutingRule } from './catalogue/routing-rules.ts';
export {
  acceptAssignment,
  completeAssignment,
  planAssignment,
  returnAssignment,
} from './commands/assignment.ts';
export { type Bundleable, bundleable } from './commands/bundleable.ts';
export { giveSignaal } from './commands/give.ts';
export type { GiveSignaal, Receipt } from './commands/give-input.ts';
export { referIndividual } from './commands/individual.ts';
export { openSignaal } from './commands/open.ts';
export { placeSignaal } from './commands/place.ts';
export { confirmSolved, objectToClosing } from './commands/reporter-voice.ts';
export { answerSignaal, assignSignaal } from './commands/triage.ts';
export {
  type ImportSignalenOptions,
  importSignalen,
  inSentences as importedInSentences,
  type Mapping as ImportedMapping,
  type Rejected as RejectedRow,
  readMapping as readImportMapping,
  rejectionHeader,
  rejectionRows,
} from './import/index.ts';
export { importLink } from './import/pages/routes.ts';
export {
  type CategoriesReport,
  type ImportCategoriesOptions,
  importCategories,
} from './import-categories/import-categories.ts';
export { sweepTenant } from './jobs.ts';
export { type ReporterLetter, reporterTemplate } from './messages/for-rooms.ts';
export { signaalTemplates } from './messages/templates.ts';
export { type JoinReceipt, type JoinSignaal, joinSignaal } from './neighbours/join.ts';
export { reaches as reachesSignaal } from './policy.ts';
export { shownCode } from './public/follow/shown-code.ts';
export {
  type LatePart,
  latePartsOf,
  type PartAbout,
  partAbout,
  partsOfSignaal,
  type SignaalAbout,
  signaalAbout,
} from './read/about.ts';
export { assignmentMachine } from './rules/assignment-states.ts';
export { publicWordOf, signaalMachine } from './rules/signaal-states.ts';
export { suggestCategory } from './rules/suggest-category.ts';
export { termSettings } from './settings.ts';
export type { CallerPlace, DeskParts } from './staff/desk/parts.ts';
export { standingSentence, type Tellable } from './staff/desk/sentences.ts';
export { addSignaalPanel } from './staff/detail/panels.ts';
export { explainableQueries } from './staff/explainable.ts';
export { fallbackFor } from './staff/scope.ts';
export { type FoundSignaal, type SoughtSignalen, searchSignalen } from './staff/search.ts';
export { type Parameters, parameters } from './staff/sql.ts';
export { Decisions, withoutYou } from './staff/wijk/page.tsx';
export {
  type PileSide,
  pileColumns,
  pileFallback,
  pileQuestion,
  readDecisions,
} from './staff/wijk/read.ts';
export { type Contact, NO_CONTACT } from './store/contact.ts';
export { codeFingerprints, contactFingerprints } from './store/fingerprints.ts';
export type { Voice } from './store/people.ts';
export { reportersBehind, tellVoice } from './store/voices.ts';
export { signaalTexts } from './texts.ts';
export { type ClearedSignaal, clearedSignalen, countVoices, type VoiceCount } from './voices/index.ts';

/** All pages of this room, with what the rooms above show on the desk's screen. */
export const signaalRoutesWith = (parts: DeskParts): readonly Route[] => [
  ...publicSignaalRoutes,
  ...staffRoutesWith(parts),
  ...catalogueRoutes,
  ...voiceRoutes,
  ...overrideRoutes,
  ...importRoutes,
];

/** The same, without what the rooms above bring. */
export const signaalRoutes: readonly Route[] = signaalRoutesWith(noDeskParts);

/** All work of this room that comes back. */
export const signaalRecurring: readonly RecurringJob[] = [
  ...voiceRecurring,
  termSweep,
  ...publicSignaalRecurring,
  importExpiry,
];

/** What this room does when one of its own events comes back. */
export const signaalSubscriptions: readonly Subscription[] = [importNext];

/** All texts of this room. */
export const signaalCatalogues: readonly Catalogue<Texts>[] = [
  archiveTexts,
  signaalTexts,
  signaalSettingTexts,
  neighbourTexts,
  publicTexts,
  catalogueTexts,
  staffTexts,
  messageTexts,
  voiceTexts,
  overrideTexts,
  importTexts,
];
