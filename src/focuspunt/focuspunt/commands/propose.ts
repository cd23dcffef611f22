import { areaBuurten, areasOf } from '#gemeente/index.ts';
import { reachesObject } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { isId, newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { refuse } from '../errors.ts';
import { guardTexts } from '../guarded.ts';
import { nextNumber } from '../number.ts';
import { checkTrekker, type TrekkerInput } from './trekker.ts';

/** From where a focuspunt comes: a problem, a chance or somebody's initiative (0.2 D2). */
export type FocuspuntOrigin = 'problem' | 'chance' | 'initiative';

/** What a proposal needs. */
export interface ProposeFocuspunt extends TrekkerInput {
  readonly title: string;
  readonly areaId: string;
  readonly categoryId: string | null;
  readonly origin: FocuspuntOrigin;
  readonly problem: string;
  readonly publicSummary: string;
  /** S5, of a problem: which regular effort, by whom, since when, why not enough (rapport L238-239). */
  readonly effort: string;
  readonly effortBy: string;
  readonly effortSince: string | null;
  readonly effortWhyNot: string;
  /** Of a chance or an initiative: "wat voegt de wijkregisseur toe?" */
  readonly whatIsAdded: string;
  /** A budget line, or "geen"; empty is: not answered yet. */
  readonly budgetLine: string;
  readonly knelpuntIds: readonly string[];
  /** Marks data of the demonstration as invented. */
  readonly invented?: boolean;
}

const MOST_KNELPUNTEN = 20;

/**
 * Proposes a focuspunt from candidate knelpunten, a chance or an initiative (G1, product.md C2.3). A problem passes S5; of the
 * others is asked what the wijkregisseur adds. Gives the id. Throws the codes of {@link FocuspuntError} with their field.
 */
export const proposeFocuspunt = defineCommand<ProposeFocuspunt, string>({
  name: 'focuspunt.propose',
  action: 'focuspunt.propose',
  run: async (context, input) => {
    const { gemeente, now } = context;
    const proposedBy = await allowPropose(context, input);
    checkWords(context, input);
    await checkArea(context, input.areaId);
    await checkKnelpunten(context, input.knelpuntIds);
    await checkTrekker(context, input, input.knelpuntIds);
    const id = newId();
    const number = await nextNumber(context, 'focuspunt');
    await context.db
      .insertInto('focuspunt')
      .values({
        ...columnsOf(input),
        gemeente,
        id,
        number,
        state: 'proposed',
        proposed_by: proposedBy,
        created_at: now,
        state_since: now,
      })
      .execute();
    await linkKnelpunten(context, id, input.knelpuntIds);
    context.record({
      noun: 'focuspunt',
      objectId: id,
      action: 'propose',
      after: { number, state: 'proposed', origin: input.origin, knelpunten: input.knelpuntIds.length },
    });
    context.emit('focuspunt.proposed', id);
    return id;
  },
});

/** Asks the gate, and gives who proposes: a person with an account. */
const allowPropose = async (context: Context, input: ProposeFocuspunt): Promise<string> => {
  if (!isId(input.areaId)) throw refuse('area_not_focus', { fields: { area: 'area_not_focus' } });
  const { db, gemeente, today, principal } = context;
  context.allow(
    reachesObject(principal, {
      buurtIds: await areaBuurten(db, gemeente, today, input.areaId),
      departmentIds: input.trekkerDepartmentId ? [input.trekkerDepartmentId] : [],
    }),
  );
  if (principal.id === null) throw notFound();
  return principal.id;
};

const checkWords = (context: Context, input: ProposeFocuspunt): void => {
  const { title, problem, publicSummary, effort, effortBy, effortWhyNot, whatIsAdded, budgetLine } = input;
  const fields: Record<string, string> = {};
  if (title.trim() === '') fields.title = 'title_missing';
  if (problem.trim() === '') fields.problem = 'problem_missing';
  if (input.origin === 'problem') {
    if (effort.trim() === '') fields.effort = 'effort_missing';
    if (effortBy.trim() === '') fields.effort_by = 'effort_missing';
    if (input.effortSince === null) fields.effort_since = 'effort_missing';
    if (input.effortSince !== null && input.effortSince > context.today) {
      fields.effort_since = 'effort_since_future';
    }
    if (effortWhyNot.trim() === '') fields.effort_why_not = 'effort_missing';
  } else if (whatIsAdded.trim() === '') fields.what_is_added = 'what_is_added_missing';
  const [code] = Object.values(fields);
  if (code !== undefined) throw refuse(code as 'title_missing', { fields });
  guardTexts({ title, problem, public_summary: publicSummary, effort, effort_by: effortBy });
  guardTexts({ effort_why_not: effortWhyNot, what_is_added: whatIsAdded, budget: budgetLine });
  guardTexts({ trekker_function: input.trekkerFunction });
};

const checkArea = async ({ db, gemeente, today }: Context, areaId: string): Promise<void> => {
  const areas = await areasOf(db, gemeente, today, 'focus_area');
  if (!areas.some(({ id }) => id === areaId)) {
    throw refuse('area_not_focus', { fields: { area: 'area_not_focus' } });
  }
};

const checkKnelpunten = async ({ db, gemeente }: Context, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const wanted = [...new Set(ids)];
  if (wanted.length > MOST_KNELPUNTEN || !wanted.every(isId)) throw notCandidate();
  const rows = await db
    .selectFrom('knelpunt')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('id', 'in', wanted)
    .where('state', '=', 'candidate')
    .execute();
  if (rows.length !== wanted.length) throw notCandidate();
};

const notCandidate = () =>
  refuse('knelpunt_not_candidate', { fields: { knelpunten: 'knelpunt_not_candidate' } });

const columnsOf = (input: ProposeFocuspunt) => ({
  title: input.title.trim(),
  area_id: input.areaId,
  category_id: input.categoryId,
  origin: input.origin,
  problem: input.problem.trim(),
  public_summary: input.publicSummary.trim(),
  effort: orNull(input.effort),
  effort_by: orNull(input.effortBy),
  effort_since: input.effortSince,
  effort_why_not: orNull(input.effortWhyNot),
  what_is_added: orNull(input.whatIsAdded),
  trekker_account_id: input.trekkerAccountId,
  trekker_function: orNull(input.trekkerFunction),
  trekker_department_id: input.trekkerDepartmentId,
  budget_line: orNull(input.budgetLine),
  invented: input.invented ?? false,
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const linkKnelpunten = async (
  { db, gemeente }: Context,
  focuspuntId: string,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return;
  await db
    .insertInto('focuspunt_knelpunt')
    .values([...new Set(ids)].map((id) => ({ gemeente, focuspunt_id: focuspuntId, knelpunt_id: id })))
    .execute();
};
