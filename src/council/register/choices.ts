import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string | null;
}

/** What a record can be about, and what a document can replace. */
export interface AboutChoices {
  readonly focuspunt: readonly Named[];
  readonly area: readonly Named[];
  readonly category: readonly Named[];
  readonly document: readonly Named[];
}

const valid = (table: string): string =>
  `${table}.valid_from <= $2 and (${table}.valid_to is null or ${table}.valid_to > $2)`;

const CHOICES = `
  select
    array(select jsonb_build_object('id', f.id, 'name', f.title) from focuspunt f
      where f.gemeente = $1 and ($3 or f.state <> all (array['proposed', 'with_college', 'set', 'rejected', 'held']))
      order by f.number limit 300) as focuspunt,
    array(select jsonb_build_object('id', a.id, 'name', a.name || ' (' || v.name || ')') from area a
      join division v on v.gemeente = $1 and v.id = a.division_id
      where a.gemeente = $1 and ${valid('a')} order by v.kind, a.name, a.id limit 300) as area,
    array(select jsonb_build_object('id', c.id, 'name', c.name, 'nameEn', c.name_en) from category c
      where c.gemeente = $1 and ${valid('c')} order by c.name, c.id limit 500) as category,
    array(select jsonb_build_object('id', d.id, 'name', d.title) from document d
      where d.gemeente = $1 and d.release_id is null order by d.dated_on desc, d.id limit 200) as document`;

/** Reads the choices of the forms, in one query. */
export const readChoices = async (
  db: TenantDb,
  gemeente: string,
  today: string,
  isStaff: boolean,
): Promise<AboutChoices> => {
  const [row] = await runSql<AboutChoices>(db, CHOICES, [gemeente, today, isStaff]);
  return row ?? { focuspunt: [], area: [], category: [], document: [] };
};
