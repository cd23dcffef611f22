import { readSettings } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { World } from '#platform/world.ts';
import { identifiesPerson } from '../rules/identifies.ts';
import { suggestCategory, withoutStreet } from '../rules/suggest-category.ts';
import type { Signaal } from '../store/load.ts';
import { type FoundPlace, findPlace, type ToldPlace } from '../store/place.ts';
import { routableCategories } from '../store/routing.ts';
import { findNeighbours, type Neighbour } from './read.ts';

/** What a resident may know of a neighbour: never its words, its number, its exact place or who told it. */
export interface Offer {
  readonly id: string;
  readonly category: string | null;
  readonly categoryEn: string | null;
  readonly street: string | null;
  readonly since: Date;
  /** How many told it, the first included. */
  readonly voices: number;
  readonly state: Signaal['state'];
  readonly stateSince: Date;
  readonly plannedOn: string | null;
  readonly hearBy: string | null;
}

/** More than these nobody reads through; the likest come first. */
const MOST_OFFERS = 5;

/** Of the neighbours what may be shown to anybody: reports of a subject that is not sensitive (C5.7). */
export const offersOf = (neighbours: readonly Neighbour[]): Offer[] =>
  neighbours
    .filter(({ kind, sensitive }) => kind === 'report' && !sensitive)
    .slice(0, MOST_OFFERS)
    .map((row) => ({
      id: row.id,
      category: row.category,
      categoryEn: row.category_en,
      street: publicStreet(row.street),
      since: new Date(row.received_at),
      voices: row.voices,
      state: row.state,
      stateSince: new Date(row.state_since),
      plannedOn: row.planned_on,
      hearBy: row.hear_by,
    }));

/** A street without its house number; nothing when the desk kept somebody's name or house in it. */
export const publicStreet = (street: string | null): string | null => {
  const name = (street ?? '').replace(/[\s,]+\d+.*$/u, '').trim();
  return name === '' || identifiesPerson(street ?? '') ? null : name;
};

/** What a resident is about to send. */
export interface Telling {
  readonly kind: 'report' | 'question';
  readonly text: string;
  readonly place: ToldPlace;
}

/** Where and when offers are sought. */
export interface Asking {
  readonly world: World;
  readonly db: TenantDb;
  readonly gemeente: string;
  readonly now: Date;
}

/** What others told already, for whoever is about to tell the same; at most five queries, nothing for a question. */
export const findOffers = async (
  { world, db, gemeente, now }: Asking,
  telling: Telling,
): Promise<Offer[]> => {
  if (telling.kind === 'question') return [];
  const today = isoDate(now);
  const settings = await readSettings(db, gemeente, today);
  const place = await findPlace({ world, db, gemeente, today }, settings, telling.place);
  const categories = await routableCategories({ db, gemeente, today }, place.buurt_id);
  const category = suggestCategory(withoutStreet(telling.text, telling.place.street), categories);
  if (!category) return [];
  const { themeId, crowd } = category;
  const sought = { themeId, crowd, ...whereOf(place), at: now, text: telling.text };
  return offersOf(await findNeighbours(db, gemeente, sought, settings));
};

/** A found place as the rule of neighbours looks at it. */
export const whereOf = ({ lat, lon, street_search, buurt_id }: FoundPlace) => ({
  point: lat === null || lon === null ? null : { lat, lon },
  street: street_search,
  buurtId: buurt_id,
});

/** What somebody chose to join, as his own pages may call it. */
export interface Chosen {
  readonly category: string | null;
  readonly categoryEn: string | null;
  readonly since: Date;
}

const CHOSEN = `
  select c.name as category, c.name_en as "categoryEn", w.received_at as since
  from signaal s
  join signaal w on w.gemeente = $1 and w.id = case when s.duplicate_of is null then s.id else s.duplicate_of end
  left join category c on c.gemeente = $1 and c.id = w.category_id
  where s.gemeente = $1 and s.id = $2 and w.state = any (array['received', 'reopened', 'assigned', 'planned'])`;

/** What was chosen, as long as it is open; null when it ended, so that this becomes a new signaal. */
export const readChosen = async (db: TenantDb, gemeente: string, id: string): Promise<Chosen | null> => {
  const [row] = await runSql<Chosen>(db, CHOSEN, [gemeente, id]);
  return row ?? null;
};
