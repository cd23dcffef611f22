import type { Settings } from '#gemeente/index.ts';
import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { dueAt } from '../../store/terms.ts';
import { type Stored, stateOf } from './insert.ts';

const ASSIGN = `
  insert into assignment (gemeente, id, signaal_id, sequence, department_id, state, offered_at, offered_by, state_since)
  select $1, a.id, a.signaal, 1, a.department, 'offered', $2, 'rule', $2
  from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as a (id, signaal, department)`;

const TERMS = `
  insert into term (gemeente, id, kind, object_kind, object_id, started_at, due_at)
  select $1, t.id, t.kind, t.object_kind, t.object, $2, t.due
  from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::timestamptz[])
    as t (id, kind, object_kind, object, due)`;

interface Term {
  readonly kind: 'status' | 'triage' | 'triage_late' | 'assignment' | 'assignment_late';
  readonly objectKind: 'signaal' | 'assignment';
  readonly objectId: string;
}

/**
 * What is still open is offered to the department of the rules, and its terms begin now: the days that it lay elsewhere are
 * not ours. What one holder is offered stands in the history row of its signaal.
 */
export const startOpen = async (
  context: Context,
  settings: Settings,
  rows: readonly Stored[],
): Promise<void> => {
  const open = rows.filter(({ draft }) => !draft.row.isEnded);
  if (open.length === 0) return;
  const { db, gemeente, now } = context;
  const parts = open
    .filter(({ draft }) => stateOf(draft) === 'assigned')
    .map(({ id, draft }) => ({ id: newId(), signaalId: id, departmentId: draft.owned.departmentId }));
  await runSql(db, ASSIGN, [
    gemeente,
    now,
    parts.map(({ id }) => id),
    parts.map(({ signaalId }) => signaalId),
    parts.map(({ departmentId }) => departmentId),
  ]);
  const terms: Term[] = [
    ...open.flatMap(({ id, draft }) =>
      kindsOf(stateOf(draft)).map((kind) => ({ kind, objectKind: 'signaal' as const, objectId: id })),
    ),
    ...parts.flatMap(({ id }) =>
      PART_TERMS.map((kind) => ({ kind, objectKind: 'assignment' as const, objectId: id })),
    ),
  ];
  await insertTerms(context, settings, terms);
};

const PART_TERMS = ['assignment', 'assignment_late'] as const;

const kindsOf = (state: ReturnType<typeof stateOf>) =>
  state === 'assigned' ? (['status'] as const) : (['status', 'triage', 'triage_late'] as const);

const insertTerms = async (context: Context, settings: Settings, terms: readonly Term[]): Promise<void> => {
  const kinds = [...new Set(terms.map(({ kind }) => kind))];
  const due = new Map(kinds.map((kind) => [kind, dueAt(settings, kind, context.now)]));
  await runSql(context.db, TERMS, [
    context.gemeente,
    context.now,
    terms.map(() => newId()),
    terms.map(({ kind }) => kind),
    terms.map(({ objectKind }) => objectKind),
    terms.map(({ objectId }) => objectId),
    terms.map(({ kind }) => due.get(kind)),
  ]);
};
