import { type Context, runInside } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { areaIndex, interiorPoint, locate } from '#platform/geo/index.ts';
import { saveArea, saveDivision } from '../commands/areas.ts';
import { type Area, areasOf } from '../read/areas.ts';
import { holdsOn } from '../rules/period.ts';
import { type FeatureRemark, type FileFeature, isOfOther, type KnownBuurt } from './plan.ts';
import { type PropertyNames, textOf, wijkCodeIn } from './properties.ts';

/** A buurt and the official wijk it lies in. */
export interface PlacedBuurt {
  readonly id: string;
  readonly wijkCode: string | null;
  readonly wijkName: string | null;
}

/** The wijken of the municipality on a day: none yet, those of the statistics office, or its own. */
export interface PresentWijken {
  readonly whose: 'none' | 'official' | 'own';
  readonly areas: readonly Area[];
}

/** Reads them; a division that is empty or begins on another day counts as the municipality's own. */
export const presentWijken = async (
  { db, gemeente }: Context,
  day: string,
  officialCodes: readonly string[],
): Promise<PresentWijken> => {
  const areas = await areasOf(db, gemeente, day, 'wijk');
  if (areas.some(({ code }) => officialCodes.includes(code))) return { whose: 'official', areas };
  const divisions = await runSql(
    db,
    `select id from division where gemeente = $1 and kind = 'wijk' limit 1`,
    [gemeente],
  );
  return { whose: divisions.length === 0 ? 'none' : 'own', areas };
};

/** What is to happen with the area of one official wijk. */
export interface WijkAct {
  readonly code: string;
  readonly name: string;
  readonly buurtIds: readonly string[];
  readonly known: Area | null;
}

/** The areas that are to be made or changed so that the official wijken are as these buurten say; none where it has its own. */
export const wijkActs = (placed: readonly PlacedBuurt[], present: PresentWijken): WijkAct[] => {
  if (present.whose === 'own') return [];
  const groups = Map.groupBy(
    placed.filter(({ wijkCode }) => wijkCode !== null),
    ({ wijkCode }) => wijkCode ?? '',
  );
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([code, own]) => {
      const known = present.areas.find((area) => area.code === code) ?? null;
      const named = own.find(({ wijkName }) => wijkName !== null)?.wijkName ?? code;
      // Until a file brought the name, the code stood for it; a name that people gave stays.
      const name = known && known.name !== known.code ? known.name : named;
      const placedHere = own.map(({ id }) => id);
      const elsewhere = new Set(placed.filter(({ wijkCode }) => wijkCode !== code).map(({ id }) => id));
      const staying = known?.buurtIds.filter((id) => !elsewhere.has(id)) ?? [];
      const buurtIds = [...new Set([...staying, ...placedHere])];
      const isSame =
        known &&
        known.name === name &&
        buurtIds.length === known.buurtIds.length &&
        placedHere.every((id) => known.buurtIds.includes(id));
      return isSame ? [] : [{ code, name, buurtIds, known }];
    });
};

/** Writes them; areas that lose buurten go first. */
export const storeWijken = async (
  context: Context,
  acts: readonly WijkAct[],
  validFrom: string,
): Promise<void> => {
  if (acts.length === 0) return;
  const { world, gemeente, principal, db } = context;
  const division = { id: null, kind: 'wijk' as const, name: 'Wijken', validFrom, validTo: null };
  const divisionId =
    (await areasOf(db, gemeente, validFrom, 'wijk'))[0]?.divisionId ??
    (await runInside(world, gemeente, principal, db, saveDivision, division));
  const growth = ({ known, buurtIds }: WijkAct): number => buurtIds.length - (known?.buurtIds.length ?? 0);
  for (const { code, name, buurtIds, known } of acts.toSorted((a, b) => growth(a) - growth(b))) {
    await runInside(world, gemeente, principal, db, saveArea, {
      id: known?.id ?? null,
      divisionId,
      code,
      name,
      printedResidents: known?.printedResidents ?? null,
      buurtIds,
      from: validFrom,
      until: null,
    });
  }
};

/** What a file of official wijken says of the buurten that are there. */
export interface WijkenPlan {
  readonly placed: readonly PlacedBuurt[];
  readonly changed: readonly PlacedBuurt[];
  readonly wijken: number;
  readonly remarks: readonly FeatureRemark[];
}

/**
 * Finds the buurten of each wijk: by a point inside their outline, for want of that by the wijk their code spells. Buurten in
 * no wijk of the file stay as they are.
 */
export const planWijken = (
  features: readonly FileFeature[],
  names: PropertyNames,
  known: readonly KnownBuurt[],
  { gemeente, validFrom }: { readonly gemeente: string; readonly validFrom: string },
): WijkenPlan => {
  const remarks: FeatureRemark[] = [];
  const wijken = new Map<
    string,
    { code: string; name: string | null; shape: FileFeature['shape']; feature: number }
  >();
  for (const { feature, properties, shape } of features) {
    const code = textOf(properties, names.code);
    const reason = reasonAgainst(code, textOf(properties, names.gemeente), gemeente);
    const first = code === null ? undefined : wijken.get(code);
    if (code === null || reason) remarks.push({ feature, code, reason: reason ?? 'no_code' });
    else if (first) {
      first.shape = [...first.shape, ...shape];
      remarks.push({ feature, code, reason: 'water_joined' });
    } else wijken.set(code, { code, name: textOf(properties, names.name), shape, feature });
  }
  const index = areaIndex([...wijken.values()]);
  const holding = known.filter((buurt) => holdsOn(buurt, validFrom));
  const placed = holding.flatMap((buurt): PlacedBuurt[] => {
    const inside = buurt.outline === null ? undefined : interiorPoint(buurt.outline);
    const byPlace = inside && locate(inside, index)?.area;
    const wijk = byPlace ?? wijken.get(buurt.officialWijkCode ?? wijkCodeIn(buurt.code) ?? '');
    return wijk ? [{ id: buurt.id, wijkCode: wijk.code, wijkName: wijk.name }] : [];
  });
  const filled = new Set(placed.map(({ wijkCode }) => wijkCode));
  for (const { code, feature } of wijken.values()) {
    if (!filled.has(code)) remarks.push({ feature, code, reason: 'no_buurten' });
  }
  return { placed, changed: changedIn(placed, holding), wijken: wijken.size, remarks };
};

const reasonAgainst = (
  code: string | null,
  told: string | null,
  gemeente: string,
): FeatureRemark['reason'] | null => {
  if (code === null) return 'no_code';
  return isOfOther(code, told, gemeente) ? 'other_gemeente' : null;
};

/** Those of which something else was known than what is told now. */
export const changedIn = (placed: readonly PlacedBuurt[], known: readonly KnownBuurt[]): PlacedBuurt[] => {
  const byId = new Map(known.map((buurt) => [buurt.id, buurt]));
  return placed.filter(({ id, wijkCode, wijkName }) => {
    const buurt = byId.get(id);
    return (
      buurt !== undefined &&
      (buurt.officialWijkCode !== wijkCode || (wijkName !== null && buurt.officialWijkName !== wijkName))
    );
  });
};

/** Tells buurten in which official wijk they lie. */
export const storePlaces = async (
  context: Context,
  changed: readonly PlacedBuurt[],
  known: readonly KnownBuurt[],
): Promise<void> => {
  if (changed.length === 0) return;
  await runSql(
    context.db,
    `update buurt b set official_wijk_code = given.code, official_wijk_name = coalesce(given.name, b.official_wijk_name)
     from unnest($2::uuid[], $3::text[], $4::text[]) as given(id, code, name)
     where b.gemeente = $1 and b.id = given.id`,
    [
      context.gemeente,
      changed.map(({ id }) => id),
      changed.map(({ wijkCode }) => wijkCode),
      changed.map(({ wijkName }) => wijkName),
    ],
  );
  const byId = new Map(known.map((buurt) => [buurt.id, buurt]));
  for (const { id, wijkCode, wijkName } of changed) {
    const old = byId.get(id);
    context.record({
      noun: 'buurt',
      objectId: id,
      action: 'change',
      before: {
        official_wijk_code: old?.officialWijkCode ?? null,
        official_wijk_name: old?.officialWijkName ?? null,
      },
      after: { official_wijk_code: wijkCode, official_wijk_name: wijkName ?? old?.officialWijkName ?? null },
    });
  }
};
