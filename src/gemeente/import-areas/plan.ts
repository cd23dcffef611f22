import type { GeoWarning, Position, Shape } from '#platform/geo/index.ts';
import { holdsOn, type Period } from '../rules/period.ts';
import { type PropertyNames, textOf, wijkCodeIn } from './properties.ts';

/** A feature of the file, with its place in it, counted from 0. */
export interface FileFeature {
  readonly feature: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly shape: Shape;
}

/** A buurt that is there already. */
export interface KnownBuurt extends Period {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly officialWijkCode: string | null;
  readonly officialWijkName: string | null;
  readonly outline: Shape | null;
  readonly outlineSource: string;
  /** The day from which its outline holds, when that is later than its own first day. */
  readonly outlineFrom: string | null;
}

/** What is to happen with one buurt. */
export interface PlannedBuurt {
  readonly feature: number;
  readonly act: 'add' | 'replace' | 'keep';
  /** Null for a buurt that is added. */
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
  readonly wijkCode: string | null;
  readonly wijkName: string | null;
  /** Null when only its code and name are told. */
  readonly shape: Shape | null;
  /** The former outline is kept for the days before; else it is taken for a mistake. */
  readonly renews: boolean;
}

/** Why a feature is left out, or what was mended in it or is worth knowing (`ring_closed`, `water_joined`, `other_name`). */
export type FeatureReason =
  | GeoWarning['code']
  | 'no_code'
  | 'no_name'
  | 'duplicate_code'
  | 'other_gemeente'
  | 'other_period'
  | 'newer_outline'
  | 'water_joined'
  | 'other_name'
  | 'no_buurten'
  | 'no_wijk'
  | 'unknown_buurt';

/** One remark about one feature, or one row of a table. */
export interface FeatureRemark {
  readonly feature: number;
  readonly code: string | null;
  readonly reason: FeatureReason;
}

export interface AreaPlan {
  readonly buurten: readonly PlannedBuurt[];
  readonly remarks: readonly FeatureRemark[];
  /** Features that were joined to another: the water of a buurt. */
  readonly joined: number;
}

/** How the plan is made: for which municipality, from when, and whose outlines these are. */
export interface PlanFor {
  readonly gemeente: string;
  readonly validFrom: string;
  readonly source: string;
  /** The outlines that are there were wrong from their first day. */
  readonly correction: boolean;
}

/** Decides for each feature what happens with its buurt. Matches on code, for names are spelled differently each year. */
export const planAreas = (
  all: readonly FileFeature[],
  names: PropertyNames,
  known: readonly KnownBuurt[],
  planFor: PlanFor,
): AreaPlan => {
  const { features, remarks, joined } = joinWater(all, names);
  const buurten: PlannedBuurt[] = [];
  const seen = new Set<string>();
  for (const feature of features) {
    const code = textOf(feature.properties, names.code);
    const planned = planOne(feature, code, names, known, planFor);
    const outcome = code !== null && seen.has(code) ? 'duplicate_code' : planned;
    if (code !== null) seen.add(code);
    if (typeof outcome === 'string') remarks.push({ feature: feature.feature, code, reason: outcome });
    else {
      buurten.push(outcome);
      if (isRenamed(outcome, known)) remarks.push({ feature: feature.feature, code, reason: 'other_name' });
    }
  }
  return { buurten, remarks, joined };
};

/** CBS draws the water of a buurt as a second feature with the same code: who stands on the quay stands in that buurt. */
const joinWater = (all: readonly FileFeature[], names: PropertyNames) => {
  const remarks: FeatureRemark[] = [];
  const isWater = ({ properties }: FileFeature): boolean =>
    /^(?:ja|b|true|1)$/i.test(textOf(properties, names.water) ?? '');
  const features = new Map<unknown, FileFeature>();
  const codeOf = ({ properties }: FileFeature): string | null => textOf(properties, names.code);
  for (const feature of [...all].sort((a, b) => Number(isWater(a)) - Number(isWater(b)))) {
    const code = codeOf(feature);
    const land = code === null ? undefined : features.get(code);
    if (land && isWater(feature)) {
      features.set(code, { ...land, shape: [...land.shape, ...feature.shape] });
      remarks.push({ feature: feature.feature, code, reason: 'water_joined' });
    } else features.set(land || code === null ? feature : code, feature);
  }
  const inOrder = [...features.values()].sort((a, b) => a.feature - b.feature);
  return { features: inOrder, remarks, joined: all.length - inOrder.length };
};

const isRenamed = ({ id, name, code }: PlannedBuurt, known: readonly KnownBuurt[]): boolean => {
  const buurt = known.find((one) => one.id === id);
  return buurt !== undefined && name !== code && buurt.name !== name;
};

const planOne = (
  { feature, properties, shape }: FileFeature,
  code: string | null,
  names: PropertyNames,
  known: readonly KnownBuurt[],
  planFor: PlanFor,
): PlannedBuurt | FeatureReason => {
  if (code === null) return 'no_code';
  if (isOfOther(code, textOf(properties, names.gemeente), planFor.gemeente)) return 'other_gemeente';
  const sameCode = known.filter((buurt) => buurt.code === code);
  const buurt = sameCode.find((candidate) => holdsOn(candidate, planFor.validFrom));
  const name = textOf(properties, names.name);
  const wijkCode = textOf(properties, names.wijkCode) ?? wijkCodeIn(code);
  const wijkName = textOf(properties, names.wijkName);
  const planned = { feature, code, name: name ?? code, wijkCode, wijkName, shape };
  if (buurt) {
    if (isSame(buurt, planned, planFor.source))
      return { ...planned, act: 'keep', id: buurt.id, renews: false };
    const renews = renewal(buurt, shape, planFor);
    return typeof renews === 'string' ? renews : { ...planned, act: 'replace', id: buurt.id, renews };
  }
  // A buurt that begins later, or began and ended, would share its code with the new one.
  if (sameCode.some((other) => other.validTo === null || other.validTo > planFor.validFrom))
    return 'other_period';
  if (name === null) return 'no_name';
  return { ...planned, act: 'add', id: null, renews: false };
};

/** Whether the former outline is to be kept for the days before; or why there can be no other from that day on. */
const renewal = (
  buurt: KnownBuurt,
  shape: Shape,
  { validFrom, correction }: PlanFor,
): boolean | FeatureReason => {
  if (buurt.outline === null || sameShape(buurt.outline, shape)) return false;
  const since = buurt.outlineFrom ?? buurt.validFrom;
  // Not even as a correction: what would be replaced is the outline of the later day, and not the one that was wrong.
  if (since > validFrom) return 'newer_outline';
  return !correction && since !== validFrom;
};

/** Whether something belongs to another municipality, by its own word or by the national code it bears. */
export const isOfOther = (code: string, told: string | null, gemeente: string): boolean => {
  const digits = /^(?:BU|WK)(\d{4})\d{2,4}$/.exec(code)?.[1];
  const owner = told ?? (digits === undefined ? null : `GM${digits}`);
  return owner !== null && isNationalCode(owner) && isNationalCode(gemeente) && owner !== gemeente;
};

/** Whether a municipality bears the code of the statistics office; one of a trial does not. */
export const isNationalCode = (text: string): boolean => /^GM\d{4}$/.test(text);

const isSame = (
  buurt: KnownBuurt,
  { shape, wijkCode, wijkName }: Pick<PlannedBuurt, 'shape' | 'wijkCode' | 'wijkName'>,
  source: string,
): boolean =>
  buurt.outlineSource === source &&
  (wijkCode === null || buurt.officialWijkCode === wijkCode) &&
  (wijkName === null || buurt.officialWijkName === wijkName) &&
  sameShape(buurt.outline, shape);

/** In degrees: some ten centimetres. The same outline comes in degrees and in metres, each rounded in its own way. */
const ROUNDING = 1e-6;

const sameShape = (one: Shape | null, other: Shape | null): boolean => {
  if (one === null || other === null) return one === other;
  const rings = one.flat();
  const others = other.flat();
  return (
    one.length === other.length &&
    rings.length === others.length &&
    rings.every((ring, at) => {
      const twin = others[at] ?? [];
      return ring.length === twin.length && ring.every((place, index) => isNear(place, twin[index]));
    })
  );
};

const isNear = ([lon, lat]: Position, other: Position | undefined): boolean =>
  other !== undefined && Math.abs(lon - other[0]) <= ROUNDING && Math.abs(lat - other[1]) <= ROUNDING;
