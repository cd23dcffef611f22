import { areaBuurten } from '#gemeente/index.ts';
import { accountsHolding, notify } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { type PassedTerm, TERM_BATCH, takePassedTerms } from '#platform/terms.ts';
import { holdersOf } from '../holders.ts';
import { type Focuspunt, lockFocuspunt, moveFocuspunt } from '../store.ts';

/** The terms of a focuspunt and of a round that this room takes. */
type TermKind = 'focus_advice' | 'focus_reaction' | 'focus_held' | 'focus_baseline' | 'focus_round';

type Passed = PassedTerm<TermKind, 'focuspunt' | 'focus_round'>;

/**
 * Takes the terms of focuspunten that have passed: advice and reaction are before a named person, what the college held
 * comes back, a baseline that was promised is asked for. One batch in one transaction.
 */
export const sweepFocuspuntTerms = defineCommand<void, { readonly passed: number; readonly more: boolean }>({
  name: 'focuspunt.sweep',
  action: 'term.sweep',
  run: async (context) => {
    context.allow();
    const passed: Passed[] = await takePassedTerms(context, ['focuspunt', 'focus_round']);
    for (const term of passed) {
      await (term.object_kind === 'focus_round' ? askNextRound(context, term) : act(context, term));
    }
    return { passed: passed.length, more: passed.length === TERM_BATCH };
  },
});

/** Time for a new round of focuspunten: whoever prepares rounds sees it (0.2 D3). */
const askNextRound = async (context: Context, { object_id }: Passed): Promise<void> => {
  context.record({
    noun: 'focus_round',
    objectId: object_id,
    action: 'term_passed',
    after: { kind: 'focus_round' },
  });
  const found = await holdersOf(context, ['wijkregisseur', 'municipal_secretary']);
  const seers = found.length > 0 ? found : await holdersOf(context, ['functional_admin']);
  await notify(context, seers, 'focus_round', 'focus_round', object_id);
};

const act = async (context: Context, term: Passed): Promise<void> => {
  const focuspunt = await lockFocuspunt(context, term.object_id);
  context.record({
    noun: 'focuspunt',
    objectId: focuspunt.id,
    action: 'term_passed',
    after: { kind: term.kind },
  });
  if (term.kind === 'focus_held') await comeBack(context, focuspunt);
  await notify(context, await whoSees(context, focuspunt, term.kind), term.kind, 'focuspunt', focuspunt.id);
};

/** What the college held is before it again on its date (C2.3). */
const comeBack = async (context: Context, focuspunt: Focuspunt): Promise<void> => {
  if (focuspunt.state === 'held') await moveFocuspunt(context, focuspunt, 'bring_back', { held_until: null });
};

/** A term is never seen by nobody: at the last the administrator sees it (law 4). */
const whoSees = async (context: Context, focuspunt: Focuspunt, kind: TermKind): Promise<string[]> => {
  const seers = new Set<string>(await wijkregisseursOf(context, focuspunt.area_id));
  if (kind === 'focus_held') for (const id of await holdersOf(context, ['college'])) seers.add(id);
  if (kind === 'focus_baseline' && focuspunt.trekker_account_id) seers.add(focuspunt.trekker_account_id);
  if (seers.size > 0) return [...seers];
  return holdersOf(context, ['functional_admin']);
};

/** The wijkregisseurs whose area holds a buurt of this area. */
export const wijkregisseursOf = async (
  { db, gemeente, today }: Pick<Context, 'db' | 'gemeente' | 'today'>,
  areaId: string,
): Promise<string[]> => {
  const [first] = await areaBuurten(db, gemeente, today, areaId);
  return accountsHolding(db, gemeente, today, {
    role: 'wijkregisseur',
    ...(first ? { buurtId: first } : {}),
  });
};
