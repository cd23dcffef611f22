import { isPlainDate } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { lockRow } from '#platform/command/rows.ts';
import { newId } from '#platform/database/ids.ts';
import type { MandateTable } from '#platform/database/schema.gen.ts';
import { refuse } from '../errors.ts';

/** A mandate as the administrator types it (0.2 D16). */
export interface MandateInput {
  /** Null makes a new one. */
  readonly mandateId: string | null;
  readonly role: string;
  readonly subject: MandateTable['subject'];
  readonly scope: string;
  readonly limitEuro: number | null;
  readonly source: string;
  readonly validFrom: string;
  /** The first day on which it no longer holds. */
  readonly validTo: string | null;
}

/**
 * Adds a mandate, or changes one. A mandate that a decision cites keeps what it says: only its end may change. Throws
 * `name_missing`, `date_unreadable`, `date_order`, `amount_unreadable`, `mandate_in_use`. Gives its id.
 */
export const saveMandate = defineCommand<MandateInput, string>({
  name: 'mandate.save',
  action: 'mandate.manage',
  run: async (context, input) => {
    context.allow();
    mustBeMandate(input);
    const { mandateId, validFrom, validTo, limitEuro, ...rest } = input;
    const values = { ...rest, limit_euro: limitEuro, valid_from: validFrom, valid_to: validTo };
    if (mandateId === null) return insertMandate(context, values);
    await updateMandate(context, mandateId, values);
    return mandateId;
  },
});

type Values = Pick<
  MandateTable,
  'role' | 'subject' | 'scope' | 'limit_euro' | 'source' | 'valid_from' | 'valid_to'
>;

const mustBeMandate = (input: MandateInput): void => {
  const fields: Record<string, string> = {};
  if (input.scope.trim() === '') fields.scope = 'name_missing';
  if (input.source.trim() === '') fields.source = 'name_missing';
  if (!isPlainDate(input.validFrom)) fields.validFrom = 'date_unreadable';
  if (input.validTo !== null && !isPlainDate(input.validTo)) fields.validTo = 'date_unreadable';
  else if (input.validTo !== null && input.validTo <= input.validFrom) fields.validTo = 'date_order';
  const euro = input.limitEuro;
  if (euro !== null && !(Number.isInteger(euro) && euro >= 0 && euro <= 1_000_000_000))
    fields.limitEuro = 'amount_unreadable';
  const [first] = Object.values(fields);
  if (first !== undefined) throw refuse('name_missing', { fields });
};

const insertMandate = async (context: Context, values: Values): Promise<string> => {
  const id = newId();
  await context.db
    .insertInto('mandate')
    .values({ ...values, gemeente: context.gemeente, id })
    .execute();
  context.record({ noun: 'mandate', objectId: id, action: 'added', after: { ...values } });
  return id;
};

const updateMandate = async (context: Context, id: string, values: Values): Promise<void> => {
  const { db, gemeente } = context;
  const before = await lockRow(context, 'mandate', id);
  const { gemeente: _, id: __, ...kept } = before;
  const changed = (Object.keys(values) as (keyof Values)[]).filter((key) => values[key] !== kept[key]);
  if (changed.some((key) => key !== 'valid_to') && (await isCited(context, id)))
    throw refuse('mandate_in_use');
  await db.updateTable('mandate').set(values).where('gemeente', '=', gemeente).where('id', '=', id).execute();
  context.record({ noun: 'mandate', objectId: id, action: 'changed', before: kept, after: { ...values } });
};

const isCited = async ({ db, gemeente }: Context, mandateId: string): Promise<boolean> =>
  (await db
    .selectFrom('knot_decision')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('mandate_id', '=', mandateId)
    .limit(1)
    .executeTakeFirst()) !== undefined;
