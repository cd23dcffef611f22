import { createHash } from 'node:crypto';
import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Shape } from '#platform/geo/index.ts';
import type { KnownBuurt, PlannedBuurt } from './plan.ts';

const KNOWN = `select id, code, official_wijk_code as "officialWijkCode", outline,
    outline_source as "outlineSource", valid_from as "validFrom", valid_to as "validTo"
  from buurt where gemeente = $1 order by code limit 10000`;

/** Every buurt of the municipality, of all times. */
export const knownBuurten = async ({ db, gemeente }: Context): Promise<KnownBuurt[]> =>
  runSql<KnownBuurt>(db, KNOWN, [gemeente]);

const REPLACE = `update buurt b set outline = given.outline::jsonb, outline_source = $5,
    official_wijk_code = coalesce(given.wijk_code, b.official_wijk_code),
    official_wijk_name = coalesce(given.wijk_name, b.official_wijk_name)
  from unnest($2::uuid[], $3::text[], $4::text[], $6::text[]) as given(id, outline, wijk_code, wijk_name)
  where b.gemeente = $1 and b.id = given.id`;

const ADD = `insert into buurt
    (gemeente, id, code, name, official_wijk_code, official_wijk_name, outline, outline_source, valid_from)
  select $1, given.id, given.code, given.name, given.wijk_code, given.wijk_name, given.outline::jsonb, $8, $9
  from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
    as given(id, code, name, wijk_code, wijk_name, outline)`;

/** Writes the planned buurten and their history; gives each buurt's id by its code, those that stay as they were too. */
export const storeBuurten = async (
  context: Context,
  planned: readonly PlannedBuurt[],
  known: readonly KnownBuurt[],
  source: string,
  validFrom: string,
): Promise<ReadonlyMap<string, string>> => {
  const added = planned.filter(({ act }) => act === 'add').map((buurt) => ({ ...buurt, id: newId() }));
  const replaced = planned.flatMap((buurt) =>
    buurt.act === 'replace' && buurt.id !== null ? [{ ...buurt, id: buurt.id }] : [],
  );
  await replaceOutlines(context, replaced, known, source);
  await addBuurten(context, added, source, validFrom);
  const kept = planned.flatMap(({ code, id }) => (id === null ? [] : [[code, id] as const]));
  return new Map([...kept, ...added.map(({ code, id }) => [code, id] as const)]);
};

type Identified = PlannedBuurt & { readonly id: string };

const replaceOutlines = async (
  context: Context,
  buurten: readonly Identified[],
  known: readonly KnownBuurt[],
  source: string,
): Promise<void> => {
  if (buurten.length === 0) return;
  await runSql(context.db, REPLACE, [
    context.gemeente,
    buurten.map(({ id }) => id),
    buurten.map(({ shape }) => JSON.stringify(shape)),
    buurten.map(({ wijkCode }) => wijkCode),
    source,
    buurten.map(({ wijkName }) => wijkName),
  ]);
  const before = new Map(known.map((buurt) => [buurt.id, buurt]));
  for (const { id, shape } of buurten) {
    const old = before.get(id);
    context.record({
      noun: 'buurt',
      objectId: id,
      action: 'outline',
      before: { outline: fingerprint(old?.outline ?? null), source: old?.outlineSource ?? null },
      after: { outline: fingerprint(shape), source },
    });
  }
};

const addBuurten = async (
  context: Context,
  buurten: readonly Identified[],
  source: string,
  validFrom: string,
): Promise<void> => {
  if (buurten.length === 0) return;
  await runSql(context.db, ADD, [
    context.gemeente,
    buurten.map(({ id }) => id),
    buurten.map(({ code }) => code),
    buurten.map(({ name }) => name),
    buurten.map(({ wijkCode }) => wijkCode),
    buurten.map(({ wijkName }) => wijkName),
    buurten.map(({ shape }) => JSON.stringify(shape)),
    source,
    validFrom,
  ]);
  for (const { id, code, name, shape } of buurten) {
    const after = { code, name, validFrom, outline: fingerprint(shape), source };
    context.record({ noun: 'buurt', objectId: id, action: 'create', after });
  }
};

/** The history proves which outline it was without carrying thousands of points. */
const fingerprint = (shape: Shape | null): string | null =>
  shape === null
    ? null
    : `${shape.flat(2).length} points, sha256 ${createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16)}`;
