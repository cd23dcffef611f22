import { KNOWN } from '../import/store/known.ts';
import { OPEN_STATES } from '../rules/signaal-states.ts';
import { countStatement, type ListFilter, type ListQuestion, listStatement } from './list.ts';
import type { ScopeBranch } from './scope.ts';
import type { Statement } from './sql.ts';
import { workStatement } from './work/read.ts';

/** A statement of this room's lists with sample values; the promise test asks EXPLAIN of it as the app's role. */
export interface ExplainableQuery extends Statement {
  readonly name: string;
}

const ID = '01900000-0000-7000-8000-000000000001';
const AT = new Date('2016-03-07T09:00:00Z');

const BRANCHES: readonly ScopeBranch[] = [
  { kind: 'all', complaints: true },
  { kind: 'buurten', buurtIds: [ID], unplaced: false, complaints: false },
  { kind: 'buurten', buurtIds: [ID], unplaced: true, complaints: false },
  { kind: 'department', departmentId: ID, complaints: false },
  { kind: 'registered_by', accountId: ID, complaints: true },
  { kind: 'desk_queue', complaints: false },
  { kind: 'desk_registered', complaints: false },
];

const FILTERS: Readonly<Record<string, ListFilter>> = {
  open: { states: OPEN_STATES },
  pile: { queue: 'wijkregisseur', states: ['received', 'reopened'] },
  late: { lateAt: AT },
  words: { words: ['lantaarn', 'dorpsstraat'] },
  street: { streets: ['dorpsstraat'], closedAfter: AT },
  number: { number: 12 },
  ids: { ids: [ID] },
  buurt: { buurtId: ID },
  category: { categoryId: ID },
  voice: { source: 'partner', channel: 'rondgang' },
};

const ask = (gemeente: string, branch: ScopeBranch, filter: ListFilter): ListQuestion => ({
  gemeente,
  accountId: ID,
  branches: [branch],
  filter,
  order: 'oldest',
  after: { at: AT, id: ID },
  size: 50,
});

/** Every variant of every list and search of the staff's screens, for one municipality. */
export const explainableQueries = (gemeente: string): ExplainableQuery[] => [
  ...BRANCHES.flatMap((branch) =>
    Object.entries(FILTERS).map(([name, filter]) => ({
      name: `list ${branch.kind} ${name}`,
      ...listStatement(ask(gemeente, branch, filter)),
    })),
  ),
  ...BRANCHES.map((branch) => ({
    name: `count ${branch.kind}`,
    ...countStatement(ask(gemeente, branch, FILTERS.open ?? {}), 'wijkregisseur'),
  })),
  { name: 'import known', sql: KNOWN, values: [gemeente, 'Fixi', ['1', '2']] },
  ...[
    {},
    { state: 'reopened' as const },
    { lateAt: AT },
    { words: ['lantaarn'] },
    { number: 12 },
    { buurtId: ID },
    { source: 'councillor' as const, channel: 'web' as const },
  ].map((filter) => ({
    name: `work ${Object.keys(filter).join(' ') || 'all'}`,
    ...workStatement({
      gemeente,
      scope: { departmentIds: [ID], complaints: false },
      filter,
      after: { at: AT, id: ID },
      size: 50,
    }),
  })),
];
