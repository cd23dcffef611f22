import { accountsHolding, notify } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { type PassedTerm, TERM_BATCH, takePassedTerms } from '#platform/terms.ts';
import { closeVoices } from '../neighbours/voices.ts';
import type { SeenTerm } from '../notices.ts';
import type { TermKind } from '../settings.ts';
import { type Assignment, assignmentsOf, lockSignaal, type Signaal } from '../store/load.ts';
import { tellReporters } from '../store/messages.ts';
import { moveSignaal } from '../store/move.ts';
import { dueAt, settingsOf, startTermUntil } from '../store/terms.ts';
import { wipeReporters } from '../store/wipe.ts';

/** A term about a signaal that has passed. */
type Passed = PassedTerm<TermKind, 'signaal' | 'assignment'>;

/**
 * Takes the terms that have passed and does what each asks: a named person sees it, the reporter hears, a signaal
 * closes, contact data go (C4). One batch in one transaction; gives how many there were, so that the caller repeats.
 */
export const sweepTerms = defineCommand<void, { passed: number; more: boolean }>({
  name: 'term.sweep',
  action: 'term.sweep',
  run: async (context) => {
    context.allow();
    const passed: Passed[] = await takePassedTerms(context, ['signaal', 'assignment']);
    for (const term of passed) await act(context, term);
    return { passed: passed.length, more: passed.length === TERM_BATCH };
  },
});

const act = async (context: Context, term: Passed): Promise<void> => {
  const { signaal, assignment } = await subjectOf(context, term);
  context.record({
    noun: term.object_kind,
    objectId: term.object_id,
    action: 'term_passed',
    after: { kind: term.kind },
  });
  if (term.kind === 'objection') return closeSilently(context, signaal);
  if (term.kind === 'contact_wipe') return wipe(context, signaal);
  if (term.kind === 'status') return sayStatus(context, signaal);
  if (term.kind === 'assignment_late') context.emit('assignment.overdue', term.object_id);
  return show(context, await whoMustSee(context, term.kind, signaal, assignment), term.kind, signaal.id);
};

/** Puts a passed term before named people. */
const show = async (
  context: Context,
  accountIds: readonly string[],
  kind: SeenTerm,
  signaalId: string,
): Promise<void> => {
  await notify(context, accountIds, `term_${kind}`, 'signaal', signaalId);
};

const subjectOf = async (
  context: Context,
  term: Passed,
): Promise<{ signaal: Signaal; assignment: Assignment | null }> => {
  if (term.object_kind === 'signaal')
    return { signaal: await lockSignaal(context, term.object_id), assignment: null };
  const { signaal_id } = await context.db
    .selectFrom('assignment')
    .select('signaal_id')
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', term.object_id)
    .executeTakeFirstOrThrow();
  const assignments = await assignmentsOf(context, signaal_id);
  return {
    signaal: await lockSignaal(context, signaal_id),
    assignment: assignments.find(({ id }) => id === term.object_id) ?? null,
  };
};

/**
 * Nobody said "niet opgelost": the signaal closes with everybody who joined it, and the retention clocks of the contacts
 * start (C2.2, C5.5). What follows another closes with that one.
 */
const closeSilently = async (context: Context, signaal: Signaal): Promise<void> => {
  if (signaal.state === 'closed' || (await isFollowing(context, signaal))) return;
  await moveSignaal(context, signaal, 'close', { closed_at: context.now });
  const settings = await settingsOf(context);
  const due = dueAt(settings, 'contact_wipe', context.now);
  await startTermUntil(context, 'contact_wipe', { kind: 'signaal', id: signaal.id }, due);
  await closeVoices(context, signaal.id, due);
};

/** It was joined to something that is not closed yet, whose outcome its reporter waits for. */
const isFollowing = async (context: Context, { duplicate_of }: Signaal): Promise<boolean> =>
  duplicate_of !== null && (await lockSignaal(context, duplicate_of)).state !== 'closed';

const wipe = async (context: Context, signaal: Signaal): Promise<void> => {
  if (signaal.state !== 'closed') return;
  await wipeReporters(context, signaal.id, { alsoText: signaal.guard_flags.length > 0, action: 'wiped' });
};

/** Still open after thirty days: the reporter hears it; from sixty days on a person must write that word (C4). */
const sayStatus = async (context: Context, signaal: Signaal): Promise<void> => {
  const settings = await settingsOf(context);
  const due = dueAt(settings, 'status', context.now);
  await startTermUntil(context, 'status', { kind: 'signaal', id: signaal.id }, due);
  if (context.now < dueAt(settings, 'status_human', signaal.imported_at ?? signaal.received_at)) {
    return tellReporters(context, signaal.id, 'status');
  }
  const holders = await accountsHolding(context.db, context.gemeente, context.today, {
    role: 'department_worker',
    departmentId: signaal.owner_department_id,
  });
  const seers = holders.length > 0 ? holders : await wijkregisseurs(context, signaal);
  return show(context, await orSomebody(context, seers), 'status_human', signaal.id);
};

const wijkregisseurs = (context: Context, signaal: Signaal): Promise<string[]> =>
  accountsHolding(context.db, context.gemeente, context.today, {
    role: 'wijkregisseur',
    ...(signaal.buurt_id ? { buurtId: signaal.buurt_id } : {}),
  });

const heldBy = (
  context: Context,
  role: 'department_head' | 'department_worker' | 'process_guard' | 'team_manager' | 'desk_manager',
  departmentId?: string,
): Promise<string[]> =>
  accountsHolding(context.db, context.gemeente, context.today, {
    role,
    ...(departmentId ? { departmentId } : {}),
  });

/** Who sees which term pass (C4, 0.2 D11). A term is never seen by nobody: at the last the administrator sees it. */
const whoMustSee = async (
  context: Context,
  kind: SeenTerm,
  signaal: Signaal,
  assignment: Assignment | null,
): Promise<string[]> => {
  const department = assignment?.department_id ?? signaal.owner_department_id;
  const seers: Record<Exclude<SeenTerm, 'status_human'>, () => Promise<string[]>> = {
    triage: () => wijkregisseurs(context, signaal),
    triage_late: () => heldBy(context, 'team_manager'),
    question: () => heldBy(context, 'desk_manager'),
    assignment: () => heldBy(context, 'department_head', department),
    assignment_late: async () => [
      ...(await heldBy(context, 'process_guard')),
      ...(await wijkregisseurs(context, signaal)),
    ],
    plan_date: async () => [
      ...(await heldBy(context, 'department_worker', department)),
      ...(await wijkregisseurs(context, signaal)),
    ],
    planned_on: () => heldBy(context, 'department_worker', department),
    hear_by: () =>
      assignment ? heldBy(context, 'department_worker', department) : wijkregisseurs(context, signaal),
    reopened: () => heldBy(context, 'department_head', department),
  };
  return orSomebody(context, kind === 'status_human' ? [] : await seers[kind]());
};

const orSomebody = async (context: Context, seers: readonly string[]): Promise<string[]> => {
  if (seers.length > 0) return [...new Set(seers)];
  const { db, gemeente, today } = context;
  return accountsHolding(db, gemeente, today, { role: 'functional_admin' });
};
