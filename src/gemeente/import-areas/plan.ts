import type { GeoWarning, Shape } from '#platform/geo/index.ts';
import { holdsOn, type Period } from '../rules/period.ts';
import { type PropertyNames, textOf } from './properties.ts';

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
  readonly officialWijkCode: string | null;
  readonly outline: Shape | null;
  readonly outlineSource: string;
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
  readonly shape: Shape;
}

/** Why a feature is left out, or what was mended in it (`ring_closed`). */
export type FeatureReason =
  | GeoWarning['code']
  | 'no_code'
  | 'no_name'
  | 'duplicate_code'
  | 'other_gemeente'
  | 'other_period';

/** One remark about one feature. */
export interface FeatureRemark {
  readonly feature: number;
  readonly code: string | null;
  readonly reason: FeatureReason;
}

export interface AreaPlan {
  readonly buurten: readonly PlannedBuurt[];
  readonly remarks: readonly FeatureRemark[];
}

/** How the plan is made: for which municipality, from when, and whose outlines these are. */
export interface PlanFor {
  readonly gemeente: string;
  readonly validFrom: string;
  readonly source: string;
}

/** Decides for each feature what happens with its buurt. Matches on code, for names are spelled differently each year. */
export const planAreas = (
  features: readonly FileFeature[],
  names: PropertyNames,
  known: readonly KnownBuurt[],
  planFor: PlanFor,
): AreaPlan => {
  const buurten: PlannedBuurt[] = [];
  const remarks: FeatureRemark[] = [];
  const seen = new Set<string>();
  for (const feature of features) {
    const code = textOf(feature.properties, names.code);
    const planned = planOne(feature, code, names, known, planFor);
    const outcome = code !== null && seen.has(code) ? 'duplicate_code' : planned;
    if (code !== null) seen.add(code);
    if (typeof outcome === 'string') remarks.push({ feature: feature.feature, code, reason: outcome });
    else buurten.push(outcome);
  }
  return { buurten, remarks };
};

const planOne = (
  { feature, properties, shape }: FileFeature,
  code: string | null,
  names: PropertyNames,
  known: readonly KnownBuurt[],
  { gemeente, validFrom, source }: PlanFor,
): PlannedBuurt | FeatureReason => {
  if (code === null) return 'no_code';
  const owner = textOf(properties, names.gemeente);
  if (owner !== null && isNationalCode(owner) && isNationalCode(gemeente) && owner !== gemeente)
    return 'other_gemeente';
  const sameCode = known.filter((buurt) => buurt.code === code);
  const buurt = sameCode.find((candidate) => holdsOn(candidate, validFrom));
  const name = textOf(properties, names.name);
  const wijkCode = textOf(properties, names.wijkCode);
  const wijkName = textOf(properties, names.wijkName);
  const planned = { feature, code, name: name ?? code, wijkCode, wijkName, shape };
  if (buurt) {
    const act = isSame(buurt, shape, wijkCode, source) ? 'keep' : 'replace';
    return { ...planned, act, id: buurt.id };
  }
  // A buurt that begins later, or began and ended, would share its code with the new one.
  if (sameCode.some((other) => other.validTo === null || other.validTo > validFrom)) return 'other_period';
  if (name === null) return 'no_name';
  return { ...planned, act: 'add', id: null };
};

const isNationalCode = (text: string): boolean => /^GM\d{4}$/.test(text);

const isSame = (buurt: KnownBuurt, shape: Shape, wijkCode: string | null, source: string): boolean =>
  buurt.outlineSource === source &&
  (wijkCode === null || buurt.officialWijkCode === wijkCode) &&
  JSON.stringify(buurt.outline) === JSON.stringify(shape);
