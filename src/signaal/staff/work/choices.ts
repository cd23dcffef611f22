import { isoDate } from '#platform/calendar/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Rq } from '#platform/web/request.ts';

/** What a list can be narrowed by. */
export interface ListChoices {
  readonly buurten: readonly { readonly id: string; readonly name: string }[];
  readonly categories: readonly {
    readonly id: string;
    readonly name: string;
    readonly name_en: string | null;
  }[];
}

const valid = (table: string): string =>
  `${table}.gemeente = $1 and ${table}.valid_from <= $2 and (${table}.valid_to is null or ${table}.valid_to > $2)`;

const CHOICES = `
  select
    array(select jsonb_build_object('id', b.id, 'name', b.name) from buurt b
      where ${valid('b')} order by b.name collate "nl-x-icu", b.id limit 1000) as buurten,
    array(select jsonb_build_object('id', c.id, 'name', c.name, 'name_en', c.name_en) from category c
      where ${valid('c')} and c.parent_id is not null
      order by c.name collate "nl-x-icu", c.id limit 500) as categories`;

/** Buurten and categories of today, in one query. */
export const readListChoices = async (db: TenantDb, rq: Rq): Promise<ListChoices> => {
  const [row] = await runSql<ListChoices>(db, CHOICES, [rq.gemeente, isoDate(rq.now)]);
  if (!row) throw new Error('A query without a row');
  return row;
};
