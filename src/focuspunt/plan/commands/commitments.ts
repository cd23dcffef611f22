import { endOfTerm } from '#gemeente/index.ts';
import { endOfDay, isPlainDate } from '#platform/calendar/index.ts';
import { defineCommand } from '#platform/command/command.ts';
import { mustBeVersion, storeRow } from '#platform/command/rows.ts';
import { newId } from '#platform/database/ids.ts';
import { endTerms, startTerm } from '#platform/terms.ts';
import { guardTexts } from '../../focuspunt/guarded.ts';
import { factsOf, lockFocuspunt, settingsOf } from '../../focuspunt/store.ts';
import { refuseField } from '../errors.ts';
import { type CommitmentStep, commitmentMachine } from '../rules/states.ts';
import { planTerms } from '../settings.ts';
import { authorOf, lockCommitment, mustBeDepartment, reachesPlan, stateAfter } from '../store.ts';

/** What somebody else will pay: each has an owner, an amount and a date (S21). */
export interface NewCommitment {
  readonly focuspuntId: string;
  readonly payer: string;
  /** When a department of the municipality pays. */
  readonly departmentId: string | null;
  readonly ownerFunction: string;
  /** Whole euros; NaN when it could not be read. */
  readonly euro: number | null;
  /** `YYYY-MM-DD`: before this day it is confirmed. */
  readonly dueOn: string;
  readonly note: string;
}

const MOST_EURO = 100_000_000;

/** Writes down a commitment of a co-payer. Gives its id. Throws refusals of `PlanError` by field. */
export const promiseCommitment = defineCommand<NewCommitment, string>({
  name: 'commitment.promise',
  action: 'commitment.keep',
  run: async (context, input) => {
    const focuspunt = await lockFocuspunt(context, input.focuspuntId);
    context.allow(reachesPlan(context, await factsOf(context, focuspunt)));
    const { payer, ownerFunction, note, euro, dueOn } = checked(input);
    await mustBeDepartment(context, input.departmentId, 'departmentId');
    const { db, gemeente, now } = context;
    const id = newId();
    await db
      .insertInto('commitment')
      .values({
        gemeente,
        id,
        focuspunt_id: focuspunt.id,
        payer,
        department_id: input.departmentId,
        owner_function: ownerFunction,
        euro,
        due_on: dueOn,
        state: 'promised',
        note: note || null,
        made_by: authorOf(context),
        created_at: now,
      })
      .execute();
    const due = endOfTerm(await settingsOf(context), planTerms.commitment, endOfDay(dueOn));
    await startTerm(context, 'commitment_missing', { kind: 'commitment', id }, due);
    const after = { focuspunt_id: focuspunt.id, euro, due_on: dueOn, department_id: input.departmentId };
    context.record({ noun: 'commitment', objectId: id, action: 'promised', after });
    return id;
  },
});

const checked = (input: NewCommitment) => {
  const [payer, ownerFunction, note] = [input.payer.trim(), input.ownerFunction.trim(), input.note.trim()];
  if (payer === '') throw refuseField('payer', 'payer_missing');
  if (ownerFunction === '') throw refuseField('ownerFunction', 'owner_missing');
  guardTexts({ payer, ownerFunction, note });
  const { euro, dueOn } = input;
  if (euro === null || !Number.isInteger(euro) || euro < 1 || euro > MOST_EURO)
    throw refuseField('euro', 'euro_unreadable');
  if (dueOn === '') throw refuseField('dueOn', 'date_missing');
  if (!isPlainDate(dueOn) || dueOn >= '2200-01-01' || dueOn < '2000-01-01')
    throw refuseField('dueOn', 'date_unreadable');
  return { payer, ownerFunction, note, euro, dueOn };
};

/** A payer confirms, or withdraws with a reason; what was withdrawn is not counted any more (S21). */
export const settleCommitment = defineCommand<
  { commitmentId: string; version: number; step: CommitmentStep; reason: string },
  void
>({
  name: 'commitment.settle',
  action: 'commitment.keep',
  run: async (context, { commitmentId, version, step, reason }) => {
    const row = await lockCommitment(context, commitmentId);
    const facts = await factsOf(context, await lockFocuspunt(context, row.focuspunt_id));
    context.allow(
      reachesPlan(context, facts, { departmentIds: row.department_id ? [row.department_id] : [] }),
    );
    mustBeVersion(row, version);
    const state = stateAfter(commitmentMachine, row.state, step);
    guardTexts({ reason });
    if (step === 'withdraw' && reason.trim() === '') throw refuseField('reason', 'reason_missing');
    await storeRow(context, 'commitment', row, {
      state,
      settled_on: context.today,
      note: reason.trim() || row.note,
    });
    await endTerms(context, [row.id], 'all', step === 'confirm' ? 'met' : 'cancelled');
    context.record({
      noun: 'commitment',
      objectId: row.id,
      action: step,
      before: { state: row.state },
      after: { state },
    });
    context.emit('commitment.settled', row.id);
  },
});
