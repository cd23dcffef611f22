import { findStreets, listBuurten, locatePoint, type Settings } from '#gemeente/index.ts';
import type { Context } from '#platform/command/command.ts';
import { cellOf, isPoint } from '#platform/geo/index.ts';
import { searchForm } from '#platform/words.ts';
import { refuse } from '../errors.ts';
import { snapMetres } from '../settings.ts';

/** A place as the reporter told it: a pin, a street, "de hele buurt", or not known yet. */
export interface ToldPlace {
  readonly lat: number | null;
  readonly lon: number | null;
  readonly street: string;
  /** Words that help to find the spot, such as "bij de vijver". */
  readonly note: string;
  readonly buurtId: string | null;
}

/** A place as it is stored. */
export interface FoundPlace {
  readonly place_kind: 'point' | 'street' | 'buurt' | 'outside' | 'unknown';
  readonly buurt_id: string | null;
  readonly street: string | null;
  readonly street_search: string | null;
  readonly place_note: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly cell: string | null;
  /** The pin lay in no buurt: this one's border is nearest, within the metres of the settings. */
  readonly place_snapped: boolean;
}

/** A command asks, and a page that shows what a command will find. */
type Asking = Pick<Context, 'world' | 'db' | 'gemeente' | 'today'>;
type PlaceWords = Pick<FoundPlace, 'street' | 'street_search' | 'place_note'>;

/**
 * Finds the buurt of a told place: a pin decides, then the chosen buurt, then the street when it lies in one buurt.
 * A pin in no buurt is "buiten gemeente". Throws `place_unreadable` on a pin that is no point on earth and
 * `buurt_unknown` on a buurt that is not one of ours today.
 */
export const findPlace = async (
  context: Asking,
  settings: Settings,
  told: ToldPlace,
): Promise<FoundPlace> => {
  const words = {
    street: told.street === '' ? null : told.street,
    street_search: told.street === '' ? null : streetSearch(told.street),
    place_note: told.note === '' ? null : told.note,
  };
  if (told.lat !== null && told.lon !== null) {
    return findPoint(context, settings, { lat: told.lat, lon: told.lon }, words);
  }
  const unplaced = { ...words, lat: null, lon: null, cell: null, place_snapped: false };
  if (told.buurtId !== null) {
    await mustBeOurs(context, told.buurtId);
    return { ...unplaced, place_kind: told.street === '' ? 'buurt' : 'street', buurt_id: told.buurtId };
  }
  const buurtId = told.street === '' ? null : await buurtOfStreet(context, told.street);
  return { ...unplaced, place_kind: buurtId ? 'street' : 'unknown', buurt_id: buurtId };
};

/** A street name in searchable form, without the house number that was typed behind it. */
export const streetSearch = (street: string): string =>
  searchForm(street.replace(/\s+\d{1,5}\s?[a-z]?\b.*$/i, ''));

const findPoint = async (
  context: Asking,
  settings: Settings,
  point: { lat: number; lon: number },
  words: PlaceWords,
): Promise<FoundPlace> => {
  if (!isPoint(point)) throw refuse('place_unreadable', { fields: { lat: 'place_unreadable' } });
  const { world, db, gemeente, today } = context;
  const found = await locatePoint(world, db, gemeente, today, point, settings.get(snapMetres));
  const stored = { ...words, ...point, cell: cellOf(point) };
  if (found === 'outside') return { ...stored, place_kind: 'outside', buurt_id: null, place_snapped: false };
  return { ...stored, place_kind: 'point', buurt_id: found.buurtId, place_snapped: found.snapped };
};

const mustBeOurs = async (context: Asking, buurtId: string): Promise<void> => {
  const buurten = await listBuurten(context.db, context.gemeente, context.today);
  if (!buurten.some((buurt) => buurt.id === buurtId)) {
    throw refuse('buurt_unknown', { fields: { buurt: 'buurt_unknown' } });
  }
};

/** The buurt of a street name, when all streets of exactly that name lie in one. */
export const buurtOfStreet = async (
  context: Pick<Context, 'db' | 'gemeente'>,
  street: string,
): Promise<string | null> => {
  const wanted = streetSearch(street);
  const streets = await findStreets(context.db, context.gemeente, wanted, 10);
  const same = streets.filter(({ name }) => searchForm(name) === wanted);
  const [only, ...others] = new Set(same.map(({ buurtId }) => buurtId));
  return only !== undefined && others.length === 0 ? only : null;
};
