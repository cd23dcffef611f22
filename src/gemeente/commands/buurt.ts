import { defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { refuse } from '../errors.ts';
import { checkPeriod, isUsableDay, type Period } from '../rules/period.ts';
import { lockRow, optionalText, type Row, refuseOverlap, requiredText, storeRow } from './dated.ts';

/** A buurt without its outline, which only an import draws; `id` null makes a new one. */
export interface BuurtInput extends Period {
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
  readonly officialWijkCode: string | null;
  readonly officialWijkName: string | null;
  readonly residents: number | null;
  readonly residentsAt: string | null;
}

/**
 * Stores a buurt. Throws `code_taken` when another with this code shares a day, `bad_number`, `impossible_date`,
 * `end_before_start`. Returns its id.
 */
export const saveBuurt = defineCommand<BuurtInput, string>({
  name: 'buurt.save',
  action: 'area.manage',
  run: async (context, input) => {
    context.allow();
    checkPeriod(input);
    checkResidents(input);
    const known = input.id === null ? null : { id: input.id, row: await lockRow(context, 'buurt', input.id) };
    await refuseOverlap(context, 'buurt', { code: input.code.trim() }, input, input.id, 'code_taken');
    const row = buurtRow(input);
    return storeRow(context, 'buurt', known, known ? row : { ...row, outline_source: '' }, newId());
  },
});

const checkResidents = ({ residents, residentsAt }: BuurtInput): void => {
  if (residents !== null && (!Number.isInteger(residents) || residents < 0 || residents > 10_000_000))
    throw refuse('bad_number', { fields: { residents: 'bad_number' } });
  if (residentsAt !== null && !isUsableDay(residentsAt))
    throw refuse('impossible_date', { fields: { residentsAt: 'impossible_date' } });
  // A figure without its day is not an honest number (design.md, law 10).
  if (residents !== null && residentsAt === null)
    throw refuse('impossible_date', { fields: { residentsAt: 'impossible_date' } });
};

const buurtRow = (input: BuurtInput): Row => ({
  code: requiredText(input.code, 'code', 40),
  name: requiredText(input.name, 'name'),
  official_wijk_code: optionalText(input.officialWijkCode, 'officialWijkCode', 40),
  official_wijk_name: optionalText(input.officialWijkName, 'officialWijkName', 100),
  residents: input.residents,
  residents_at: input.residentsAt,
  valid_from: input.validFrom,
  valid_to: input.validTo,
});
