import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import {
  type TenantStylesheet,
  type ThemeTokens,
  tenantStylesheet,
} from '#platform/web/styles/tenant-theme.ts';
import { THEME_KEY } from '../settings.ts';
import { themeTokens } from '../tenant-settings.ts';

/** The tokens of a municipality as they hold on a day; empty for the theme of the house. */
export const readTokens = async (db: TenantDb, gemeente: string, day: string): Promise<ThemeTokens> => {
  const [row] = await runSql<{ value: unknown }>(
    db,
    `select value from setting where gemeente = $1 and key = $2 and valid_from <= $3
     order by valid_from desc limit 1`,
    [gemeente, THEME_KEY, day],
  );
  const parsed = themeTokens.schema.safeParse(row?.value);
  return parsed.success ? parsed.data : themeTokens.standard;
};

/** The stylesheet of a municipality and its hash; empty for the theme of the house. */
export const readTheme = async (db: TenantDb, gemeente: string, day: string): Promise<TenantStylesheet> =>
  tenantStylesheet(await readTokens(db, gemeente, day));
