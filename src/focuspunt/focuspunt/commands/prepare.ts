import { reachesObject } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { refuse } from '../errors.ts';
import { guardTexts } from '../guarded.ts';
import { changeFocuspunt, type Focuspunt, factsOf, lockFocuspunt } from '../store.ts';
import { checkTrekker, type TrekkerInput } from './trekker.ts';

/** Loads a focuspunt and asks whether this person may work on it. */
export const openFocuspunt = async (context: Context, id: string): Promise<Focuspunt> => {
  const focuspunt = await lockFocuspunt(context, id);
  context.allow(reachesObject(context.principal, await factsOf(context, focuspunt)));
  return focuspunt;
};

/** The objects whose hours count for carrying this focuspunt: itself and the knelpunten below it. */
const carriedIds = async ({ db, gemeente }: Context, id: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('focuspunt_knelpunt')
    .select('knelpunt_id')
    .where('gemeente', '=', gemeente)
    .where('focuspunt_id', '=', id)
    .limit(50)
    .execute();
  return [id, ...rows.map((row) => row.knelpunt_id)];
};

/** Says who carries it: an account, or a function in an organisation (G3). Throws `trekker_needs_bandwidth`. */
export const setTrekker = defineCommand<{ readonly focuspuntId: string } & TrekkerInput, void>({
  name: 'focuspunt.set_trekker',
  action: 'focuspunt.prepare',
  run: async (context, input) => {
    const focuspunt = await openFocuspunt(context, input.focuspuntId);
    const words = input.trekkerFunction.trim();
    if (input.trekkerAccountId === null && words === '') {
      throw refuse('trekker_unknown', { fields: { trekker: 'trekker_unknown' } });
    }
    guardTexts({ trekker_function: words });
    await checkTrekker(context, input, await carriedIds(context, focuspunt.id));
    await changeFocuspunt(context, focuspunt, 'set_trekker', {
      trekker_account_id: input.trekkerAccountId,
      trekker_function: words === '' ? null : words,
      trekker_department_id: input.trekkerDepartmentId,
    });
  },
});

/** The words residents read, and the budget line; "geen" is an answer too. */
export const describeFocuspunt = defineCommand<
  { readonly focuspuntId: string; readonly publicSummary: string; readonly budgetLine: string },
  void
>({
  name: 'focuspunt.describe',
  action: 'focuspunt.prepare',
  run: async (context, input) => {
    const focuspunt = await openFocuspunt(context, input.focuspuntId);
    const summary = input.publicSummary.trim();
    if (summary === '') {
      throw refuse('summary_missing', { fields: { public_summary: 'summary_missing' } });
    }
    guardTexts({ public_summary: summary, budget: input.budgetLine });
    await changeFocuspunt(context, focuspunt, 'describe', {
      public_summary: summary,
      budget_line: input.budgetLine.trim() === '' ? null : input.budgetLine.trim(),
    });
  },
});
