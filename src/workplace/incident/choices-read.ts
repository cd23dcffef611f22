import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { searchForm } from '#platform/words.ts';
import { type Choices, runsOf, withoutNumber } from './rules/topic.ts';

const BEYOND = '\u{10FFFF}';
const MOST_STREETS = 12;

const valid = (table: string): string =>
  `${table}.valid_from <= $2 and (${table}.valid_to is null or ${table}.valid_to > $2)`;

const STREETS = `
  select jsonb_build_object('name', s.name, 'buurtId', s.buurt_id, 'buurtName', b.name)
  from (
    (select * from street t where t.gemeente = $1 and t.search_name = any ($3::text[])
      order by t.search_name, t.id limit ${MOST_STREETS})
    union
    (select * from street t where t.gemeente = $1 and t.search_name >= $4 and t.search_name < $5
      order by t.search_name, t.id limit ${MOST_STREETS})) s
  join buurt b on b.gemeente = $1 and b.id = s.buurt_id
  order by s.search_name, s.id`;

const CHOICES = `
  select
    array(select jsonb_build_object('id', a.id, 'name', a.name, 'kind', v.kind, 'buurtIds',
        array(select ab.buurt_id from area_buurt ab where ab.gemeente = $1 and ab.area_id = a.id and ${valid('ab')}))
      from area a join division v on v.gemeente = $1 and v.id = a.division_id and ${valid('v')}
      where a.gemeente = $1 and ${valid('a')} order by v.kind, a.name, a.id limit 300) as areas,
    array(select jsonb_build_object('id', c.id, 'parentId', c.parent_id, 'name', c.name, 'nameEn', c.name_en,
        'keywords', c.keywords, 'sensitive', c.sensitive, 'departmentName', d.name)
      from category c left join department d on d.gemeente = $1 and d.id = c.department_id
      where c.gemeente = $1 and ${valid('c')} order by c.name, c.id limit 500) as categories,
    array(${STREETS}) as streets`;

/** Reads what a text may mean, in one query: all areas and subjects, and the streets that it names or begins. */
export const readTopics = async (
  db: TenantDb,
  gemeente: string,
  today: string,
  text: string,
): Promise<Choices> => {
  const prefix = searchForm(withoutNumber(text)).slice(0, 100);
  const range = prefix.length < 3 ? ['', ''] : [prefix, prefix + BEYOND];
  const [row] = await runSql<Choices>(db, CHOICES, [gemeente, today, runsOf(text), ...range]);
  return row ?? { areas: [], categories: [], streets: [] };
};
