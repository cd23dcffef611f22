import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import { DESK_CHANNELS } from '../policy.ts';
import type { Signaal } from '../store/load.ts';
import type { ScopeBranch } from './scope.ts';
import { type Parameters, parameters, pressingTerm, type Statement, stateIn } from './sql.ts';
import { seek } from './words.ts';

/** What narrows a list; what is left out does not. */
export interface ListFilter {
  readonly states?: readonly Signaal['state'][];
  readonly queue?: Signaal['queue'];
  readonly buurtId?: string;
  readonly categoryId?: string;
  readonly source?: Signaal['source'];
  readonly channel?: Signaal['channel'];
  /** Only what is late at this moment. */
  readonly lateAt?: Date;
  /** All these words occur in the text, the street or the note on the place; folded (`wordsOf`). */
  readonly words?: readonly string[];
  readonly streets?: readonly string[];
  readonly number?: number;
  readonly ids?: readonly string[];
  /** Only what was closed after this moment, or is not closed yet. */
  readonly closedAfter?: Date;
  /** Only what was not put off to a day after this one (`YYYY-MM-DD`). */
  readonly notPostponedOn?: string;
}

/** How a list is read. */
export interface ListQuestion {
  readonly gemeente: string;
  /** Whose list: complaints are in it when this person registered them. */
  readonly accountId: string | null;
  readonly branches: readonly ScopeBranch[];
  readonly filter: ListFilter;
  readonly order: 'oldest' | 'newest';
  readonly after: Cursor | null;
  readonly size: number;
}

/** One line of a list of signalen. Never a word about who reported. */
export interface SignaalRow {
  readonly id: string;
  readonly number: number;
  readonly kind: Signaal['kind'];
  readonly source: Signaal['source'];
  readonly channel: Signaal['channel'];
  readonly state: Signaal['state'];
  readonly queue: Signaal['queue'];
  readonly outcome: Signaal['outcome'];
  readonly text: string | null;
  readonly placeKind: Signaal['place_kind'];
  readonly street: string | null;
  readonly placeNote: string | null;
  readonly buurt: string | null;
  readonly category: string | null;
  readonly categoryEn: string | null;
  readonly owner: string;
  readonly routeReason: string;
  readonly complex: boolean;
  readonly urgent: boolean;
  readonly returns: number;
  readonly reopenings: number;
  readonly plannedOn: string | null;
  readonly hearBy: string | null;
  /** As a form carries it (`versionOf`). */
  readonly version: string;
  readonly receivedAt: Date;
  readonly stateSince: Date;
  readonly dueAt: Date | null;
  readonly dueKind: string | null;
}

/** The versions of a signaal `s` and its parts, in the spelling of `versionOf`. */
export const VERSION_COLUMN = `concat_ws('.', s.version, (select string_agg(v.version::text, '.' order by v.sequence)
    from assignment v where v.gemeente = s.gemeente and v.signaal_id = s.id)) as version`;

/** The columns of a {@link SignaalRow}, of `s` with the joins of {@link ROW_JOINS}. */
export const ROW_COLUMNS = `s.id, s.number, s.kind, s.source, s.channel, s.state, s.queue, s.outcome, s.text,
  s.place_kind as "placeKind", s.street, s.place_note as "placeNote", b.name as buurt, c.name as category,
  c.name_en as "categoryEn", d.name as owner, s.route_reason as "routeReason", s.complex, s.urgent, s.returns,
  s.reopenings, s.planned_on as "plannedOn", s.hear_by as "hearBy", ${VERSION_COLUMN}, s.received_at as "receivedAt",
  s.state_since as "stateSince", press.due_at as "dueAt", press.kind as "dueKind"`;

/** The joins of {@link ROW_COLUMNS}; `gemeente` is the place of that parameter. */
export const rowJoins = (gemeente: string): string => `
  left join buurt b on b.gemeente = ${gemeente} and b.id = s.buurt_id
  left join category c on c.gemeente = ${gemeente} and c.id = s.category_id
  join department d on d.gemeente = ${gemeente} and d.id = s.owner_department_id
  ${pressingTerm(gemeente)}`;

/** Nobody may list anything: one statement that finds nothing. */
const NOTHING = 'select s.id, s.received_at from signaal s where false';

/** The statement of a list: each branch goes through its own index, the union is cut to one page, then the names are joined. */
export const listStatement = (question: ListQuestion): Statement => {
  const p = parameters();
  const gemeente = p.add(question.gemeente);
  const limit = p.add(question.size + 1);
  const direction = question.order === 'oldest' ? '' : 'desc';
  const seeking = seek(p, gemeente, question.filter.words ?? []);
  const branches = question.branches.flatMap((branch) => {
    const own = conditions(p, question, branch);
    return seeking.ways('s.id').map(
      (way) => `(select s.id, s.received_at from signaal s
      where s.gemeente = ${gemeente} and ${[...own, ...way].join(' and ')}
      order by s.received_at ${direction}, s.id ${direction} limit ${limit})`,
    );
  });
  const sql = `
    with ${seeking.tables} page as (
      select id, received_at from (${branches.length === 0 ? NOTHING : branches.join(' union ')}) found
      order by received_at ${direction}, id ${direction} limit ${limit})
    select ${ROW_COLUMNS} from page join signaal s on s.gemeente = ${gemeente} and s.id = page.id ${rowJoins(gemeente)}
    order by s.received_at ${direction}, s.id ${direction}`;
  return { sql, values: p.values };
};

/** Reads one page of a list. */
export const readList = async (db: TenantDb, question: ListQuestion): Promise<ListPage<SignaalRow>> => {
  const { sql, values } = listStatement(question);
  const rows = await runSql<SignaalRow>(db, sql, [...values]);
  return listPage(rows, question.size, ({ receivedAt, id }) => ({ at: receivedAt, id }));
};

/** More than this is not counted: "meer dan 9.999" tells enough. */
export const MOST_COUNTED = 10_000;

/** The statement that counts a list, without one queue; bounded. */
export const countStatement = (question: ListQuestion, without: Signaal['queue']): Statement => {
  const p = parameters();
  return { sql: `select ${countSql(p, question, without)} as count`, values: p.values };
};

/** The same count as an expression inside a wider statement. */
export const countSql = (p: Parameters, question: ListQuestion, without: Signaal['queue']): string => {
  const gemeente = p.add(question.gemeente);
  const skipped = p.add(without);
  const seeking = seek(p, gemeente, question.filter.words ?? []);
  const branches = question.branches.flatMap((branch) => {
    const own = conditions(p, question, branch);
    return seeking.ways('s.id').map(
      (way) => `(select s.id from signaal s where s.gemeente = ${gemeente} and s.queue <> ${skipped}
      and ${[...own, ...way].join(' and ')} limit ${MOST_COUNTED})`,
    );
  });
  const found = branches.length === 0 ? 'select 1 where false' : branches.join(' union ');
  return `(with ${seeking.tables} counted as (${found}) select count(*)::int from counted)`;
};

const conditions = (p: Parameters, question: ListQuestion, branch: ScopeBranch): string[] => [
  ...branchConditions(p, branch),
  ...complaintCondition(p, question, branch),
  ...cursorCondition(p, question),
  ...filterConditions(p, question.gemeente, question.filter),
  // A branch may have nothing to ask: whoever reads everything.
  'true',
];

const branchConditions = (p: Parameters, branch: ScopeBranch): string[] => {
  switch (branch.kind) {
    case 'all':
      return [];
    case 'buurten': {
      const inBuurten = `s.buurt_id = any (${p.add(branch.buurtIds)}::uuid[])`;
      return [branch.unplaced ? `(${inBuurten} or s.buurt_id is null)` : inBuurten];
    }
    case 'department':
      return [
        `exists (select 1 from assignment held where held.gemeente = s.gemeente and held.signaal_id = s.id
          and held.department_id = ${p.add(branch.departmentId)}::uuid)`,
      ];
    case 'registered_by':
      return [`s.registered_by = ${p.add(branch.accountId)}::uuid`];
    case 'desk_queue':
      return [`s.queue = 'desk'`];
    case 'desk_registered':
      return ['s.registered_by is not null', `s.channel = any (${p.add(DESK_CHANNELS)}::text[])`];
  }
};

/** Complaints about conduct stay hidden, except from the coordinator and from whoever registered them (0.2 D17). */
const complaintCondition = (p: Parameters, { accountId }: ListQuestion, branch: ScopeBranch): string[] => {
  if (branch.complaints) return [];
  const own = accountId === null ? '' : ` or s.registered_by = ${p.add(accountId)}::uuid`;
  return [`(s.kind <> 'complaint'${own})`];
};

const cursorCondition = (p: Parameters, { after, order }: ListQuestion): string[] =>
  after === null
    ? []
    : [
        `(s.received_at, s.id) ${order === 'oldest' ? '>' : '<'} (${p.add(after.at)}, ${p.add(after.id)}::uuid)`,
      ];

const filterConditions = (p: Parameters, gemeente: string, filter: ListFilter): string[] => [
  ...(filter.states ? [stateIn(filter.states)] : []),
  ...(filter.queue ? [`s.queue = ${p.add(filter.queue)}`] : []),
  ...(filter.buurtId ? [`s.buurt_id = ${p.add(filter.buurtId)}::uuid`] : []),
  ...(filter.categoryId ? [`s.category_id = ${p.add(filter.categoryId)}::uuid`] : []),
  ...(filter.source ? [`s.source = ${p.add(filter.source)}`] : []),
  ...(filter.channel ? [`s.channel = ${p.add(filter.channel)}`] : []),
  ...(filter.number === undefined ? [] : [`s.number = ${p.add(filter.number)}::bigint`]),
  ...(filter.ids ? [`s.id = any (${p.add(filter.ids)}::uuid[])`] : []),
  ...(filter.streets ? [`s.street_search = any (${p.add(filter.streets)}::text[])`] : []),
  ...(filter.closedAfter
    ? [`(s.closed_at is null or s.closed_at > ${p.add(filter.closedAfter)}::timestamptz)`]
    : []),
  ...(filter.notPostponedOn
    ? [`(s.postponed_until is null or s.postponed_until <= ${p.add(filter.notPostponedOn)}::date)`]
    : []),
  ...(filter.lateAt ? [lateCondition(p, gemeente, filter.lateAt)] : []),
];

const lateCondition = (p: Parameters, gemeente: string, at: Date): string =>
  `exists (select 1 from (select 1) once ${pressingTerm(p.add(gemeente))}
    where press.due_at < ${p.add(at)}::timestamptz)`;
