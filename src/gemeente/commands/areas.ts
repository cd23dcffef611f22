import { defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { refuse } from '../errors.ts';
import type { DivisionKind } from '../read/areas.ts';
import { checkPeriod, holdsOn, type Period } from '../rules/period.ts';
import { lockRow, type Row, refuseOverlap, requiredText, storeRow } from './dated.ts';
import { placeBuurten } from './membership.ts';

/** A way to divide the municipality; `id` null makes a new one. */
export interface DivisionInput extends Period {
  readonly id: string | null;
  readonly kind: DivisionKind;
  readonly name: string;
}

/** Stores a division. Two divisions of one kind never share a day: `overlap`. Returns its id. */
export const saveDivision = defineCommand<DivisionInput, string>({
  name: 'division.save',
  action: 'area.manage',
  run: async (context, input) => {
    context.allow();
    checkPeriod(input);
    const known =
      input.id === null ? null : { id: input.id, row: await lockRow(context, 'division', input.id) };
    await refuseOverlap(context, 'division', { kind: input.kind }, input, input.id, 'overlap');
    const row = {
      kind: input.kind,
      name: requiredText(input.name, 'name'),
      valid_from: input.validFrom,
      valid_to: input.validTo,
    };
    return storeRow(context, 'division', known, row, newId());
  },
});

/** An area and the buurten it consists of from `from` on; `id` null makes a new area that begins on that day. */
export interface AreaInput {
  readonly id: string | null;
  readonly divisionId: string;
  readonly code: string;
  readonly name: string;
  readonly printedResidents: number | null;
  readonly buurtIds: readonly string[];
  /** The day from which these buurten hold; it ends the former set. */
  readonly from: string;
  /** The day on which the whole area ends; null while it lasts. */
  readonly until: string | null;
}

interface StoredArea extends Row {
  readonly division_id: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

interface StoredDivision extends Row {
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/**
 * Stores an area and its set of buurten. Throws `code_taken`, `impossible_date`, `end_before_start`, `overlap` (outside the
 * days of its division or before its own first day), `unknown_buurt`, and `buurt_taken` when a buurt lies in another area
 * of the division on some of those days. Returns its id.
 */
export const saveArea = defineCommand<AreaInput, string>({
  name: 'area.save',
  action: 'area.manage',
  run: async (context, input) => {
    context.allow();
    checkSet(input);
    const division = await lockRow<StoredDivision>(context, 'division', input.divisionId);
    const stored = input.id === null ? null : await lockRow<StoredArea>(context, 'area', input.id);
    if (stored && stored.division_id !== input.divisionId) throw notFound();
    const period = { validFrom: stored?.valid_from ?? input.from, validTo: input.until };
    checkAreaPeriod(input.from, period, division);
    await refuseOverlap(
      context,
      'area',
      { division_id: input.divisionId, code: input.code.trim() },
      period,
      input.id,
      'code_taken',
    );
    const known = stored && input.id !== null ? { id: input.id, row: stored } : null;
    const id = await storeRow(context, 'area', known, areaRow(input, period), newId());
    await placeBuurten(context, { areaId: id, divisionId: input.divisionId }, input.buurtIds, {
      validFrom: input.from,
      validTo: input.until,
    });
    return id;
  },
});

const checkSet = (input: AreaInput): void => {
  checkPeriod({ validFrom: input.from, validTo: input.until });
  if (input.buurtIds.length > 1_000)
    throw refuse('too_many_items', { fields: { buurtIds: 'too_many_items' } });
  const printed = input.printedResidents;
  if (printed !== null && (!Number.isInteger(printed) || printed < 0 || printed > 10_000_000))
    throw refuse('bad_number', { fields: { printedResidents: 'bad_number' } });
};

const checkAreaPeriod = (from: string, period: Period, division: StoredDivision): void => {
  checkPeriod(period);
  const days = { validFrom: division.valid_from, validTo: division.valid_to };
  const inDivision = holdsOn(days, period.validFrom);
  if (!inDivision || from < period.validFrom) throw refuse('overlap', { fields: { validFrom: 'overlap' } });
};

const areaRow = (input: AreaInput, period: Period): Row => ({
  division_id: input.divisionId,
  code: requiredText(input.code, 'code', 40),
  name: requiredText(input.name, 'name'),
  printed_residents: input.printedResidents,
  valid_from: period.validFrom,
  valid_to: period.validTo,
});
