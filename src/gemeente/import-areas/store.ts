import { createHash } from 'node:crypto';
import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Shape } from '#platform/geo/index.ts';
import type { KnownBuurt, PlannedBuurt } from './plan.ts';

const KNOWN = `select id, code, name, official_wijk_code as "officialWijkCode", official_wijk_name as "officialWijkName",
    outline, outline_source as "outlineSource", outline_from as "outlineFrom", valid_from as "validFrom", valid_to as "validTo"
  from buurt where gemeente = $1 order by code limit 10000`;

/** Every buurt of the municipality, of all times. */
export const knownBuurten = async ({ db, gemeente }: Context): Promise<KnownBuurt[]> =>
  runSql<KnownBuurt>(db, KNOWN, [gemeente]);

const KEEP_FORMER = `insert into buurt_outline (gemeente, buurt_id, valid_from, valid_to, outline, outline_source)
  select b.gemeente, b.id, coalesce(b.outline_from, b.valid_from), $3, b.outline, b.outline_source
  from buurt b where b.gemeente = $1 and b.id = any($2::uuid[]) and b.outline is not null`;

const REPLACE = `update buurt b set outline = given.outline::jsonb, outline_source = $5,
    outline_from = case when given.renews then $7::date else b.outline_from end,
    official_wijk_code = coalesce(given.wijk_code, b.official_wijk_code),
    official_wijk_name = coalesce(given.wijk_name, b.official_wijk_name)
  from unnest($2::uuid[], $3::text[], $4::text[], $6::text[], $8::boolean[]) as given(id, outline, wijk_code, wijk_name, renews)
  where b.gemeente = $1 and b.id = given.id`;

const ADD = `insert into buurt
    (gemeente, id, code, name, official_wijk_code, official_wijk_name, outline, outline_source, valid_from)
  select $1, given.id, given.code, given.name, given.wijk_code, given.wijk_name, given.outline::jsonb,
    case when given.outline is null then '' else $8 end, $9
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
  await replaceOutlines(context, replaced, known, source, validFrom);
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
  validFrom: string,
): Promise<void> => {
  if (buurten.length === 0) return;
  const { db, gemeente } = context;
  const renewed = buurten.filter(({ renews }) => renews).map(({ id }) => id);
  if (renewed.length > 0) await runSql(db, KEEP_FORMER, [gemeente, renewed, validFrom]);
  await runSql(db, REPLACE, [
    gemeente,
    buurten.map(({ id }) => id),
    buurten.map(({ shape }) => textOf(shape)),
    buurten.map(({ wijkCode }) => wijkCode),
    source,
    buurten.map(({ wijkName }) => wijkName),
    validFrom,
    buurten.map(({ renews }) => renews),
  ]);
  const before = new Map(known.map((buurt) => [buurt.id, buurt]));
  for (const { id, shape, renews } of buurten) {
    const old = before.get(id);
    context.record({
      noun: 'buurt',
      objectId: id,
      action: 'outline',
      before: { outline: fingerprint(old?.outline ?? null), source: old?.outlineSource ?? null },
      after: { outline: fingerprint(shape), source, ...(renews ? { validFrom } : {}) },
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
    buurten.map(({ shape }) => textOf(shape)),
    source,
    validFrom,
  ]);
  for (const { id, code, name, shape } of buurten) {
    const outline = shape === null ? {} : { outline: fingerprint(shape), source };
    context.record({
      noun: 'buurt',
      objectId: id,
      action: 'create',
      after: { code, name, validFrom, ...outline },
    });
  }
};

/** Ends buurten on a day; who lived there then, and what was told then, stays with them. */
export const endBuurten = async (
  context: Context,
  ending: readonly KnownBuurt[],
  validTo: string,
): Promise<void> => {
  if (ending.length === 0) return;
  await runSql(context.db, 'update buurt set valid_to = $3 where gemeente = $1 and id = any($2::uuid[])', [
    context.gemeente,
    ending.map(({ id }) => id),
    validTo,
  ]);
  for (const { id, validTo: before } of ending) {
    const change = { before: { valid_to: before }, after: { valid_to: validTo } };
    context.record({ noun: 'buurt', objectId: id, action: 'change', ...change });
  }
};

const textOf = (shape: Shape | null): string | null => (shape === null ? null : JSON.stringify(shape));

/** The history proves which outline it was without carrying thousands of points. */
const fingerprint = (shape: Shape | null): string | null =>
  shape === null
    ? null
    : `${shape.flat(2).length} points, sha256 ${createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16)}`;
