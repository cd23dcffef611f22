export { giveSignaal } from './commands/give.ts';
export type { GiveSignaal, Receipt } from './commands/give-input.ts';
export { sweepTenant, termSweep } from './jobs.ts';
export { assignmentMachine } from './rules/assignment-states.ts';
export { publicWordOf, signaalMachine } from './rules/signaal-states.ts';
export { signaalTexts } from './texts.ts';
