import { optionalDayIn, type Typed } from '#gemeente/index.ts';
import { idIn, wordIn } from '#monitor/index.ts';
import { isId } from '#platform/database/ids.ts';
import type { ProposeFocuspunt } from '../commands/propose.ts';
import { ORIGINS } from './new-fields.tsx';

/** The form as the command takes it. */
export const proposalIn = (typed: Typed): ProposeFocuspunt => ({
  title: typed.text('title'),
  areaId: typed.text('area'),
  categoryId: idIn(typed, 'category'),
  origin: wordIn(typed, 'origin', ORIGINS) ?? 'problem',
  problem: typed.text('problem'),
  publicSummary: typed.text('public_summary'),
  effort: typed.text('effort'),
  effortBy: typed.text('effort_by'),
  effortSince: optionalDayIn(typed, 'effort_since'),
  effortWhyNot: typed.text('effort_why_not'),
  whatIsAdded: typed.text('what_is_added'),
  budgetLine: typed.text('budget'),
  knelpuntIds: typed.text('knelpunten').split(',').filter(isId),
  trekkerAccountId: idIn(typed, 'trekker'),
  trekkerFunction: typed.text('trekkerFunction'),
  trekkerDepartmentId: idIn(typed, 'trekkerDepartment'),
});
