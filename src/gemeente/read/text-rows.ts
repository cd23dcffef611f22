import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Lang } from '#platform/texts/catalogue.ts';

/** One stored wording of a text; empty gives the wording of the house back. */
export interface TextRow {
  readonly key: string;
  readonly lang: Lang;
  readonly validFrom: string;
  readonly text: string;
}

const ROWS = `select key, lang, valid_from as "validFrom", text from text_override where gemeente = $1`;

/** All own wordings of a municipality; at most 5,000, by key and day. */
export const textRows = async (db: TenantDb, gemeente: string): Promise<TextRow[]> =>
  runSql<TextRow>(db, `${ROWS} order by key, lang, valid_from limit 5000`, [gemeente]);

/** The wordings of one text in one language, newest day first; at most 50. */
export const rowsOfText = async (
  db: TenantDb,
  gemeente: string,
  key: string,
  lang: Lang,
): Promise<TextRow[]> =>
  runSql<TextRow>(db, `${ROWS} and key = $2 and lang = $3 order by valid_from desc limit 50`, [
    gemeente,
    key,
    lang,
  ]);
