import type { z } from 'zod';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

/** One setting of a municipality: its key, what values it takes, and what holds until the municipality says otherwise. */
export interface Setting<Value> {
  readonly key: string;
  readonly schema: z.ZodType<Value>;
  readonly standard: Value;
  /** How the value is entered on the settings screen. */
  readonly kind: 'term' | 'number' | 'text' | 'list' | 'flag' | 'choice';
}

const declared = new Map<string, Setting<unknown>>();

/** Declares a setting with its standard value. Throws when the key is taken or the standard breaks its own schema. */
export const defineSetting = <Value>(setting: Setting<Value>): Setting<Value> => {
  if (declared.has(setting.key)) throw new Error(`Setting ${setting.key} is declared twice`);
  setting.schema.parse(setting.standard);
  declared.set(setting.key, setting);
  return setting;
};

/** All declared settings by key; for the settings screen and the promise tests. */
export const declaredSettings: ReadonlyMap<string, Setting<unknown>> = declared;

/** The settings of one municipality as they hold on one day. */
export interface Settings {
  readonly get: <Value>(setting: Setting<Value>) => Value;
}

/** A theme may hold thousands of tokens and is needed by its stylesheet only: whoever wants it asks for it by name. */
export const THEME_KEY = 'theme.tokens';

const VALID_ON = `select distinct on (key) key, value from setting
  where gemeente = $1 and valid_from <= $2 and key <> '${THEME_KEY}' order by key, valid_from desc`;

/** Reads all settings but the theme that hold on `day`, in one query; a stored value that its schema refuses falls back to the standard. */
export const readSettings = async (db: TenantDb, gemeente: string, day: string): Promise<Settings> => {
  const rows = await runSql<StoredSetting>(db, VALID_ON, [gemeente, day]);
  return settingsFrom(rows);
};

/** One setting as it is stored. */
export interface StoredSetting {
  readonly key: string;
  readonly value: unknown;
}

/** Settings from rows that a wider statement read already. */
export const settingsFrom = (rows: readonly StoredSetting[]): Settings => {
  const stored = new Map(rows.map((row) => [row.key, row.value]));
  return {
    get: (setting) => {
      const parsed = setting.schema.safeParse(stored.get(setting.key));
      return parsed.success ? parsed.data : setting.standard;
    },
  };
};
