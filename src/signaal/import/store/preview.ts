import { pointLocator, readSettings } from '#gemeente/index.ts';
import { isoDate, TIME_ZONE } from '#platform/calendar/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { World } from '#platform/world.ts';
import { snapMetres } from '../../settings.ts';
import type { FileRow } from '../file/row.ts';
import type { FileSubject } from '../rules/file-subjects.ts';
import type { Mapping } from '../rules/mapping.ts';
import { type PreparedRow, prepareRow, type Rejected } from '../rules/prepare.ts';
import { type OurSubject, subjectFinder, subjectKey } from '../rules/subjects.ts';
import { isZone, zoneNamed } from '../rules/zone.ts';

/** A row as it would become: with the names of its subject and buurt; null where there is none. */
export interface PreviewRow {
  readonly row: PreparedRow | Rejected;
  readonly subject: string | null;
  readonly buurt: string | null;
  readonly outside: boolean;
}

/** What the page of a mapping shows of our side. */
export interface Preview {
  readonly rows: readonly PreviewRow[];
  readonly subjects: readonly OurSubject[];
  /** Subjects of the file with what they become with us; null has no place yet. */
  readonly found: readonly {
    readonly of: FileSubject;
    readonly key: string;
    readonly ours: OurSubject | null;
  }[];
}

const NAMES = `
  select
    array(select jsonb_build_object('id', b.id, 'name', b.name) from buurt b
      where b.gemeente = $1 order by b.code limit 2000) as buurten,
    array(select jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'themeSlug', p.slug, 'themeName', p.name)
      from category c join category p on p.gemeente = $1 and p.id = c.parent_id
      where c.gemeente = $1 and c.valid_from <= $2 and (c.valid_to is null or c.valid_to > $2)
      order by p.name, c.name, c.id limit 500) as subjects`;

interface Names {
  readonly buurten: readonly { readonly id: string; readonly name: string }[];
  readonly subjects: readonly OurSubject[];
}

/** Shows the first rows as they would become, and where the subjects of the file go; four queries. */
export const readPreview = async (
  { world, gemeente, now }: { readonly world: World; readonly gemeente: string; readonly now: Date },
  db: TenantDb,
  mapping: Mapping,
  rows: readonly FileRow[],
  fileSubjects: readonly FileSubject[],
): Promise<Preview> => {
  const today = isoDate(now);
  const settings = await readSettings(db, gemeente, today);
  const locate = await pointLocator(world, db, gemeente, today, settings.get(snapMetres));
  const [names] = await runSql<Names>(db, NAMES, [gemeente, today]);
  const subjects = names?.subjects ?? [];
  const find = subjectFinder(subjects, mapping.categories);
  const buurten = new Map(names?.buurten.map(({ id, name }) => [id, name]));
  const reading = { mapping, zone: zoneNamed(isZone(mapping.zone) ? mapping.zone : TIME_ZONE), now };
  return {
    subjects,
    rows: rows.map((one) => {
      const row = prepareRow(one, reading);
      if ('reason' in row) return { row, subject: null, buurt: null, outside: false };
      const found = row.point ? locate(row.point) : null;
      return {
        row,
        subject: row.category === '' ? null : (find(row.theme, row.category)?.name ?? null),
        buurt: found === null || found === 'outside' ? null : (buurten.get(found.buurtId) ?? null),
        outside: found === 'outside',
      };
    }),
    found: fileSubjects.map((of) => ({
      of,
      key: subjectKey(of.theme, of.category),
      ours: find(of.theme, of.category),
    })),
  };
};
