import { createHash } from 'node:crypto';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { refuse } from '../errors.ts';
import { isUsableDay } from '../rules/period.ts';
import { declaredSettings, type Setting } from '../settings.ts';

/** A value of a declared setting that holds from a day on. */
export interface SettingChange {
  readonly key: string;
  readonly value: unknown;
  readonly validFrom: string;
}

/**
 * Sets a value from a day on; a value given before for that same day is replaced. Throws `unknown_setting`, `bad_value`,
 * `impossible_date`, and `date_passed`: what held yesterday is not changed afterwards, except by the operator's imports.
 */
export const setSetting = defineCommand<SettingChange, void>({
  name: 'setting.set',
  action: 'setting.manage',
  run: async (context, { key, value, validFrom }) => {
    context.allow();
    const setting = settingOf(key);
    checkStart(context, validFrom);
    const parsed = setting.schema.safeParse(value);
    if (!parsed.success) throw refuse('bad_value', { fields: { value: 'bad_value' } });
    const before = await held(context, key, validFrom);
    await context.db
      .insertInto('setting')
      .values({ ...rowOf(context, key, validFrom), value: JSON.stringify(parsed.data) })
      .onConflict((clash) =>
        clash.columns(['gemeente', 'key', 'valid_from']).doUpdateSet((given) => ({
          value: given.ref('excluded.value'),
          set_at: given.ref('excluded.set_at'),
          set_by: given.ref('excluded.set_by'),
        })),
      )
      .execute();
    context.record({
      noun: 'setting',
      objectId: key,
      action: 'set',
      before: { value: asHistory(before ?? setting.standard) },
      after: { value: asHistory(parsed.data), validFrom },
    });
  },
});

/** Takes back a value that has not come into force yet. Throws `date_passed` when it has. */
export const withdrawSetting = defineCommand<{ key: string; validFrom: string }, void>({
  name: 'setting.withdraw',
  action: 'setting.manage',
  run: async (context, { key, validFrom }) => {
    context.allow();
    settingOf(key);
    if (!isUsableDay(validFrom) || validFrom <= context.today) throw refuse('date_passed');
    const gone = await runSql<{ value: unknown }>(
      context.db,
      'delete from setting where gemeente = $1 and key = $2 and valid_from = $3 returning value',
      [context.gemeente, key, validFrom],
    );
    if (!gone[0]) return;
    context.record({
      noun: 'setting',
      objectId: key,
      action: 'withdraw',
      before: { value: gone[0].value, validFrom },
    });
  },
});

const settingOf = (key: string): Setting<unknown> => {
  const setting = declaredSettings.get(key);
  if (!setting) throw refuse('unknown_setting', { status: 404 });
  return setting;
};

/** Throws unless something may begin to hold on this day. */
export const checkStart = (context: Context, validFrom: string): void => {
  if (!isUsableDay(validFrom)) throw refuse('impossible_date', { fields: { validFrom: 'impossible_date' } });
  if (validFrom < context.today && context.principal.kind !== 'operator')
    throw refuse('date_passed', { fields: { validFrom: 'date_passed' } });
};

const LONGEST_IN_HISTORY = 2_000;

/** A whole theme would swamp the history: of long values it keeps the fingerprint. */
const asHistory = (value: unknown): unknown => {
  const text = JSON.stringify(value);
  if (text.length <= LONGEST_IN_HISTORY) return value;
  return `sha256 ${createHash('sha256').update(text).digest('hex')}, ${text.length} characters`;
};

const held = async ({ db, gemeente }: Context, key: string, day: string): Promise<unknown> => {
  const [row] = await runSql<{ value: unknown }>(
    db,
    `select value from setting where gemeente = $1 and key = $2 and valid_from <= $3
     order by valid_from desc limit 1`,
    [gemeente, key, day],
  );
  return row?.value;
};

/** The columns that settings and texts share. */
export const rowOf = ({ gemeente, now, principal }: Context, key: string, validFrom: string) => ({
  gemeente,
  key,
  valid_from: validFrom,
  set_at: now,
  set_by: principal.id,
});
