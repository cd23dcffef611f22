import type { StateMachine } from '#platform/state-machine.ts';

/** Where an import is: its mapping can still be changed, it runs, or it ended. */
export type ImportRunState = 'draft' | 'running' | 'done' | 'stopped';
export type ImportRunStep = 'start' | 'finish' | 'stop';

/** The life of an import; what it took over before it was stopped stays, and running it again adds only the rest. */
export const importRunMachine: StateMachine<ImportRunState, ImportRunStep> = {
  noun: 'import_run',
  states: ['draft', 'running', 'done', 'stopped'],
  initial: ['draft', 'running'],
  steps: {
    start: { from: ['draft'], to: 'running' },
    finish: { from: ['running'], to: 'done' },
    stop: { from: ['draft', 'running'], to: 'stopped' },
  },
};
