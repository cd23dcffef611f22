import type { CategoriesReport } from '#signaal/index.ts';
import { asOwner, type TestWorld } from '#testing/world.ts';
import type { Sent } from './assen-form.ts';

/** A signaal as it lies in the tables, in the words of its names. */
export interface Stored {
  readonly id: string;
  readonly placeKind: string;
  readonly buurt: string | null;
  readonly queue: string;
  readonly owner: string;
  readonly reason: string;
  /** Slug of its category; null when none was found in the text. */
  readonly category: string | null;
  /** The department of its open assignment; null while it waits for triage. */
  readonly assigned: string | null;
  readonly terms: readonly string[];
}

const STORED = `
  select s.id, s.place_kind as "placeKind", b.name as buurt, s.queue, d.name as owner, s.route_reason as reason, c.slug as category,
    (select ad.name from assignment a join department ad on ad.gemeente = a.gemeente and ad.id = a.department_id
      where a.gemeente = s.gemeente and a.signaal_id = s.id and a.state = 'offered') as assigned,
    array(select t.kind from term t left join assignment a on a.gemeente = t.gemeente and a.id = t.object_id
      where t.gemeente = s.gemeente and t.state = 'open' and (t.object_id = s.id or a.signaal_id = s.id)
      order by t.kind) as terms
  from signaal s
  join department d on d.gemeente = s.gemeente and d.id = s.owner_department_id
  left join buurt b on b.gemeente = s.gemeente and b.id = s.buurt_id
  left join category c on c.gemeente = s.gemeente and c.id = s.category_id
  where s.gemeente = $1 order by s.number`;

/** All signalen of Assen in the order in which they were sent. */
export const storedSignalen = (test: TestWorld): Promise<Stored[]> =>
  asOwner<Stored & Record<string, unknown>>(test.urls, 'GM0106', STORED, ['GM0106']);

/** What went right and wrong on the way, in counts. */
export const summary = (sent: readonly Sent[], stored: readonly Stored[], tree: CategoriesReport) => {
  const delivered = sent.filter(({ code }) => code !== null);
  const pairs = delivered.map((one, index) => ({ ...one, stored: stored[index] }));
  const slugOf = (slug: string): string => (slug === 'overig' ? 'overig-overig' : slug);
  const isRight = ({ row, stored: found }: (typeof pairs)[number]) =>
    found?.category === slugOf(row.subcategory_slug);
  const count = (keys: readonly string[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
    return counts;
  };
  const known = new Set(tree.rows.map(({ slug }) => slug));
  return {
    sent: sent.length,
    stopped: count(
      sent.flatMap(({ stopped, row }) => (stopped ? [`${row.subcategory}, ${row.straat}: ${stopped}`] : [])),
    ),
    gateAsked: count(sent.flatMap(({ gateAsked, row }) => (gateAsked ? [row.subcategory] : []))),
    masked: count(sent.flatMap(({ masked, row }) => masked.map((where) => `${where}: ${row.straat}`))),
    unknownSubjects: count(
      sent.flatMap(({ row }) => (known.has(slugOf(row.subcategory_slug)) ? [] : [row.subcategory])),
    ),
    right: pairs.filter(isRight).length,
    noSubject: count(
      pairs.flatMap(({ row, stored: found }) => (found?.category === null ? [row.subcategory] : [])),
    ),
    wrong: count(
      pairs
        .filter((pair) => pair.stored?.category && !isRight(pair))
        .map(({ row, stored: found }) => `${row.subcategory}, ${row.straat} -> ${found?.category}`),
    ),
    places: count(stored.map(({ placeKind }) => placeKind)),
    queues: count(stored.map(({ queue, reason }) => `${queue} (${reason})`)),
    owners: count(stored.map(({ owner }) => owner)),
    terms: count(stored.map(({ terms }) => terms.join(' + '))),
  };
};
