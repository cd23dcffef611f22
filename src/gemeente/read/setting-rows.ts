import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { THEME_KEY } from '../settings.ts';

/** One stored value of a setting. */
export interface SettingRow {
  readonly key: string;
  readonly validFrom: string;
  readonly value: unknown;
  readonly setAt: Date;
  readonly setBy: string | null;
}

const ROWS = `select key, valid_from as "validFrom", value, set_at as "setAt", set_by as "setBy"
  from setting where gemeente = $1 and key <> '${THEME_KEY}'`;

/** Every stored value of every setting but the theme, by key and day; at most 5,000. */
export const settingRows = async (db: TenantDb, gemeente: string): Promise<SettingRow[]> =>
  runSql<SettingRow>(db, `${ROWS} order by key, valid_from limit 5000`, [gemeente]);

/** The stored values of one setting, newest day first; at most 50. */
export const rowsOfSetting = async (db: TenantDb, gemeente: string, key: string): Promise<SettingRow[]> =>
  runSql<SettingRow>(db, `${ROWS} and key = $2 order by valid_from desc limit 50`, [gemeente, key]);

/** The days on which a theme begins to hold, newest first; at most 20. */
export const themeDays = async (
  db: TenantDb,
  gemeente: string,
): Promise<Pick<SettingRow, 'validFrom' | 'setAt' | 'setBy'>[]> =>
  runSql(
    db,
    `select valid_from as "validFrom", set_at as "setAt", set_by as "setBy"
     from setting where gemeente = $1 and key = $2 order by valid_from desc limit 20`,
    [gemeente, THEME_KEY],
  );
