export { saveCategory } from './catalogue/categories.ts';
export type { CategoryInput } from './catalogue/inputs.ts';
export { saveReferralPartner, saveStandardText } from './catalogue/replies.ts';
export { catalogueLinks, catalogueRoutes } from './catalogue/routes.ts';
export { saveRoutingRule } from './catalogue/routing-rules.ts';
export { catalogueTexts } from './catalogue/texts.ts';
export {
  acceptAssignment,
  completeAssignment,
  planAssignment,
  returnAssignment,
} from './commands/assignment.ts';
export { giveSignaal } from './commands/give.ts';
export type { GiveSignaal, Receipt } from './commands/give-input.ts';
export { confirmSolved, objectToClosing } from './commands/reporter-voice.ts';
export { answerSignaal } from './commands/triage.ts';
export { sweepTenant, termSweep } from './jobs.ts';
export { assignmentMachine } from './rules/assignment-states.ts';
export { publicWordOf, signaalMachine } from './rules/signaal-states.ts';
export { signaalSettingTexts } from './setting-names/texts.ts';
export { type Contact, NO_CONTACT } from './store/contact.ts';
export { signaalTexts } from './texts.ts';
