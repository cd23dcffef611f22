import type { Settings } from '#gemeente/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { cellsWithin, type Point } from '#platform/geo/index.ts';
import { neighbourDays, neighbourMetres, neighbourMetresCrowd } from '../settings.ts';
import type { Signaal } from '../store/load.ts';
import { likenessOf, rankOf } from './likeness.ts';
import { type Bounds, type Matter, type Near, nearOf } from './rule.ts';

/** An open report as the search finds it; its words are for staff who may read it, never for the public. */
export interface Candidate {
  readonly id: string;
  readonly number: number;
  readonly kind: Signaal['kind'];
  readonly state: Signaal['state'];
  readonly queue: Signaal['queue'];
  readonly owner: string;
  readonly category: string | null;
  readonly category_en: string | null;
  readonly theme_id: string | null;
  readonly crowd: boolean;
  readonly sensitive: boolean;
  readonly complex: boolean;
  readonly text: string | null;
  readonly street: string | null;
  readonly street_search: string | null;
  readonly buurt_id: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly planned_on: string | null;
  readonly hear_by: string | null;
  readonly registered_by: string | null;
  readonly channel: string;
  readonly department_ids: readonly string[];
  readonly received_at: string;
  readonly state_since: string;
  /** As a form carries it (`versionOf`). */
  readonly version: string;
  /** Everybody who told it: the first, and who joined or was merged. */
  readonly voices: number;
}

/** A candidate that is about the same matter: how far, how long apart, and how much alike the words are (0 to 1). */
export interface Neighbour extends Candidate, Near {
  readonly likeness: number;
}

/** What neighbours are sought of. */
export interface Sought extends Matter {
  readonly text: string;
}

/** Places of the parameters in a statement that holds {@link candidatesSql}. */
interface Places {
  readonly gemeente: string;
  /** The report itself, which is nobody's neighbour; any id that is none of ours when there is none. */
  readonly self: string;
  /** The theme that neighbours share; without one there are none. */
  readonly theme: string;
  readonly street: string;
  readonly cells: string;
  readonly from: string;
  readonly until: string;
}

/** The most that is looked at by place and by street; the newest first. */
const MOST = 100;
/** The farthest that the settings allow, in metres: the cells that one statement asks for do not wait for them. */
const FARTHEST = 500;

const isOpenRoot = (name: string): string => `${name}.kind = any (array['report', 'idea'])
          and ${name}.duplicate_of is null and ${name}.state = any (array['received', 'reopened', 'assigned', 'planned'])`;

const isOfTheme = (name: string, gemeente: string, theme: string): string =>
  `${name}.category_id = any (array(select nt.id from category nt
            where nt.gemeente = ${gemeente} and coalesce(nt.parent_id, nt.id) = ${theme}))`;

/**
 * An expression that gives the open reports of one theme in these cells or this street, bounded; each found by an index.
 * The theme is asked here and not of what was found: in a busy street the newest hundred may all be about something else.
 */
export const candidatesSql = ({ gemeente, self, theme, street, cells, from, until }: Places): string => `
  array(select jsonb_build_object('id', n.id, 'number', n.number, 'kind', n.kind, 'state', n.state, 'queue', n.queue,
      'owner', nd.name, 'category', nc.name, 'category_en', nc.name_en, 'theme_id', coalesce(nc.parent_id, nc.id),
      'crowd', coalesce(nc.crowd, false), 'sensitive', coalesce(nc.sensitive, false), 'complex', n.complex,
      'text', n.text, 'street', n.street, 'street_search', n.street_search, 'buurt_id', n.buurt_id, 'lat', n.lat,
      'lon', n.lon, 'planned_on', n.planned_on, 'hear_by', n.hear_by, 'registered_by', n.registered_by, 'channel', n.channel,
      'received_at', n.received_at, 'state_since', n.state_since,
      'version', concat_ws('.', n.version, (select string_agg(np.version::text, '.' order by np.sequence)
        from assignment np where np.gemeente = n.gemeente and np.signaal_id = n.id)),
      'department_ids', array(select na.department_id from assignment na
        where na.gemeente = ${gemeente} and na.signaal_id = n.id order by na.sequence limit 100),
      'voices', 1 + (select count(*) from signaal nv where nv.gemeente = ${gemeente} and nv.duplicate_of = n.id))
    from signaal n
    join department nd on nd.gemeente = ${gemeente} and nd.id = n.owner_department_id
    left join category nc on nc.gemeente = ${gemeente} and nc.id = n.category_id
    where n.gemeente = ${gemeente} and n.id = any (array(
        (select nx.id from signaal nx where nx.gemeente = ${gemeente} and nx.cell = any (${cells}::text[])
          and nx.received_at >= ${from} and nx.received_at <= ${until} and ${isOpenRoot('nx')}
          and ${isOfTheme('nx', gemeente, theme)}
          order by nx.received_at desc limit ${MOST}) union
        (select ny.id from signaal ny where ny.gemeente = ${gemeente} and ny.street_search = ${street}
          and ny.received_at >= ${from} and ny.received_at <= ${until} and ${isOpenRoot('ny')}
          and ${isOfTheme('ny', gemeente, theme)}
          order by ny.received_at desc, ny.id desc limit ${MOST})))
      and n.id <> ${self}
    order by n.received_at desc, n.id desc limit ${MOST})`;

/** The bounds that a municipality set. */
export const boundsOf = (settings: Settings): Bounds => ({
  metres: settings.get(neighbourMetres),
  metresCrowd: settings.get(neighbourMetresCrowd),
  days: settings.get(neighbourDays),
});

/** The cells in which a neighbour of this point can lie; none without a point. */
export const cellsAround = (point: Point | null): string[] => (point ? cellsWithin(point, FARTHEST) : []);

/** Of what was found, who is a neighbour; the likest words first, then the nearest, then the newest. */
export const rankNeighbours = (
  sought: Sought,
  candidates: readonly Candidate[],
  bounds: Bounds,
): Neighbour[] =>
  candidates
    .flatMap((candidate) => {
      const near = nearOf(sought, matterOf(candidate), bounds);
      return near ? [{ ...candidate, ...near, likeness: alike(sought.text, candidate.text) }] : [];
    })
    .sort((a, b) => b.likeness - a.likeness || farOf(a) - farOf(b) || compare(b.received_at, a.received_at));

/** Longer texts are compared by their beginning, so that a page of them costs no more than a look. */
const COMPARED = 1_000;

const alike = (one: string, other: string | null): number =>
  rankOf(likenessOf(one.slice(0, COMPARED), (other ?? '').slice(0, COMPARED)));

const farOf = ({ metres }: Near): number => metres ?? Number.MAX_SAFE_INTEGER;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const matterOf = (row: Candidate): Matter => ({
  themeId: row.theme_id,
  crowd: row.crowd,
  point: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
  street: row.street_search,
  buurtId: row.buurt_id,
  at: new Date(row.received_at),
});

const CANDIDATES = `select ${candidatesSql({
  gemeente: '$1',
  self: '$2',
  theme: '$3::uuid',
  street: '$4',
  cells: '$5',
  from: '$6',
  until: '$7',
})} as found`;

const NOBODY = '00000000-0000-0000-0000-000000000000';
const DAY = 86_400_000;

/** The open neighbours of something that is being told; one query, none when the subject is not known. */
export const findNeighbours = async (
  db: TenantDb,
  gemeente: string,
  sought: Sought,
  settings: Settings,
): Promise<Neighbour[]> => {
  if (sought.themeId === null) return [];
  const bounds = boundsOf(settings);
  return rankNeighbours(sought, await candidatesOf(db, gemeente, sought, bounds.days), bounds);
};

const candidatesOf = async (
  db: TenantDb,
  gemeente: string,
  { themeId, point, street, at }: Matter,
  days: number,
): Promise<Candidate[]> => {
  const from = new Date(at.getTime() - days * DAY);
  const values = [gemeente, NOBODY, themeId, street, cellsAround(point), from, at];
  const [row] = await runSql<{ found: Candidate[] }>(db, CANDIDATES, values);
  return row?.found ?? [];
};
