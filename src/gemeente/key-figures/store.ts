import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Figure } from './plan.ts';

/** Whose figures these are, of when, and by which definition. */
export interface Publication {
  readonly measuredOn: string;
  readonly source: string;
  readonly definition: string;
}

interface StoredFigure extends Figure {
  readonly source: string;
  readonly definition: string;
}

/** How many figures are new, other than they were, and as they were. */
export interface FigureChanges {
  readonly added: readonly Figure[];
  readonly changed: readonly (Figure & { readonly before: number | null })[];
  readonly unchanged: number;
}

const keyOf = ({ region, figure }: Figure): string => `${region} ${figure}`;

/** Sets the figures beside those that are stored of the same day. */
export const compareFigures = async (
  { db, gemeente }: Context,
  figures: readonly Figure[],
  { measuredOn, source, definition }: Publication,
): Promise<FigureChanges> => {
  const stored = await runSql<StoredFigure>(
    db,
    `select region_code as region, figure, value, missing_reason as missing, source, definition_version as definition
     from key_figure where gemeente = $1 and region_code = any($2::text[]) and measured_on = $3 limit 100000`,
    [gemeente, [...new Set(figures.map(({ region }) => region))], measuredOn],
  );
  const before = new Map(stored.map((figure) => [keyOf(figure), figure]));
  const added: Figure[] = [];
  const changed: (Figure & { before: number | null })[] = [];
  for (const figure of figures) {
    const old = before.get(keyOf(figure));
    if (!old) added.push(figure);
    else if (
      old.value !== figure.value ||
      old.missing !== figure.missing ||
      old.source !== source ||
      old.definition !== definition
    )
      changed.push({ ...figure, before: old.value });
  }
  return { added, changed, unchanged: figures.length - added.length - changed.length };
};

/** Writes what is new or other, with a line of history for the whole and one for each region of which a figure changed. */
export const storeFigures = async (
  context: Context,
  { added, changed }: FigureChanges,
  { measuredOn, source, definition }: Publication,
): Promise<void> => {
  const all = [...added, ...changed];
  if (all.length === 0) return;
  await runSql(
    context.db,
    `insert into key_figure
       (gemeente, region_code, figure, measured_on, value, missing_reason, source, definition_version, imported_at)
     select $1, given.region, given.figure, $2, given.value, given.missing, $3, $4, $5
     from unnest($6::text[], $7::text[], $8::float8[], $9::text[]) as given(region, figure, value, missing)
     on conflict (gemeente, region_code, figure, measured_on) do update set value = excluded.value,
       missing_reason = excluded.missing_reason, source = excluded.source,
       definition_version = excluded.definition_version, imported_at = excluded.imported_at`,
    [
      context.gemeente,
      measuredOn,
      source,
      definition,
      context.now,
      all.map(({ region }) => region),
      all.map(({ figure }) => figure),
      all.map(({ value }) => value),
      all.map(({ missing }) => missing),
    ],
  );
  const after = { source, definition, added: added.length, changed: changed.length };
  context.record({ noun: 'key_figure', objectId: measuredOn, action: 'import', after });
  for (const [region, figures] of Map.groupBy(changed, (figure) => figure.region)) {
    context.record({
      noun: 'key_figure',
      objectId: `${region} ${measuredOn}`,
      action: 'change',
      before: Object.fromEntries(figures.map((one) => [one.figure, one.before])),
      after: Object.fromEntries(figures.map((one) => [one.figure, one.value])),
    });
  }
};

interface CountedBuurt {
  readonly id: string;
  readonly code: string;
  readonly residents: number | null;
  readonly residentsAt: string | null;
}

/** Gives buurten the newest number of residents; one that is kept secret now is unknown now, whatever it was before. */
export const storeResidents = async (
  context: Context,
  figures: readonly Figure[],
  measuredOn: string,
): Promise<number> => {
  const { db, gemeente } = context;
  const told = new Map(
    figures.flatMap(({ region, figure, value }) => (figure === 'residents' ? [[region, value]] : [])),
  );
  const buurten = await runSql<CountedBuurt>(
    db,
    `select id, code, residents, residents_at as "residentsAt" from buurt
     where gemeente = $1 and code = any($2::text[]) and (residents_at is null or residents_at <= $3)
     order by id limit 10000`,
    [gemeente, [...told.keys()], measuredOn],
  );
  const other = buurten.filter(
    ({ code, residents, residentsAt }) =>
      (told.get(code) ?? null) !== residents || residentsAt !== measuredOn,
  );
  if (other.length === 0) return 0;
  await runSql(
    db,
    `update buurt b set residents = given.residents, residents_at = $3
     from unnest($2::uuid[], $4::integer[]) as given(id, residents) where b.gemeente = $1 and b.id = given.id`,
    [gemeente, other.map(({ id }) => id), measuredOn, other.map(({ code }) => told.get(code) ?? null)],
  );
  for (const { id, code, residents, residentsAt } of other) {
    context.record({
      noun: 'buurt',
      objectId: id,
      action: 'change',
      before: { residents, residents_at: residentsAt },
      after: { residents: told.get(code) ?? null, residents_at: measuredOn },
    });
  }
  return other.length;
};
