import type { AreaFile } from '#platform/geo/index.ts';
import { holdsOn } from '../rules/period.ts';
import type { Applying } from './import-areas.ts';
import { type AreaPlan, type FeatureRemark, type KnownBuurt, type PlannedBuurt, planAreas } from './plan.ts';
import type { PropertyNames } from './properties.ts';
import type { AreasReport, Touched } from './report.ts';
import { endBuurten, storeBuurten } from './store.ts';
import {
  type PresentWijken,
  planWijken,
  presentWijken,
  storePlaces,
  storeWijken,
  wijkActs,
} from './wijken.ts';

/** Brings in outlines of buurten, and makes the official wijken they name where the municipality has none of its own. */
export const applyBuurten = async (
  { context, options, validFrom, source, dryRun, report }: Applying,
  file: AreaFile,
  properties: PropertyNames,
  known: readonly KnownBuurt[],
): Promise<AreasReport> => {
  const planFor = {
    gemeente: context.gemeente,
    validFrom,
    source,
    correction: options.correction ?? false,
  };
  const plan = planAreas(file.features, properties, known, planFor);
  const missing = missingFrom(plan.buurten, known, validFrom);
  const ending =
    options.endMissing && plan.buurten.length > 0 ? missing.filter((one) => one.validFrom < validFrom) : [];
  const codes = [...new Set(plan.buurten.flatMap(({ wijkCode }) => wijkCode ?? []))];
  const present = await presentWijken(context, validFrom, codes);
  if (isAllElsewhere(plan)) return ofOthers(report, file, plan.remarks);
  if (!dryRun) {
    const ids = await storeBuurten(context, plan.buurten, known, source, validFrom);
    await endBuurten(context, ending, validFrom);
    const placed = plan.buurten.map((buurt) => ({ ...buurt, id: ids.get(buurt.code) ?? '' }));
    await storeWijken(context, wijkActs(placed, present), validFrom);
  }
  const homeless = present.whose === 'own' ? withoutWijk(plan.buurten) : [];
  return {
    ...report,
    ...counts(plan.buurten),
    refused: file.total - plan.buurten.length - plan.joined,
    missing: missing.map(({ code }) => code),
    ended: ending.map(({ code }) => code),
    remarks: inOrder([...warningsOf(file), ...plan.remarks, ...homeless]),
    wijkenMade: present.whose === 'none' ? codes.length : 0,
    wijkenUnnamed: unnamedWijken(plan.buurten, present, codes),
    touched: touchedBy(plan.buurten),
    ownWijken: present.whose === 'own',
  };
};

const ofOthers = (
  report: AreasReport,
  { total }: AreaFile,
  remarks: readonly FeatureRemark[],
): AreasReport => ({ ...report, refused: total, remarks: inOrder(remarks), problem: 'all_elsewhere' });

/** A file of the neighbours: no mistake in it, but not ours. */
const isAllElsewhere = ({ buurten, remarks }: AreaPlan): boolean =>
  buurten.length === 0 && remarks.length > 0 && remarks.every(({ reason }) => reason === 'other_gemeente');

/** How many wijken are left with their code for a name. */
export const unnamedWijken = (
  placed: readonly Pick<PlannedBuurt, 'wijkCode' | 'wijkName'>[],
  present: PresentWijken,
  codes: readonly string[],
): number => {
  if (present.whose === 'own') return 0;
  const named = new Set(placed.flatMap(({ wijkCode, wijkName }) => (wijkName === null ? [] : [wijkCode])));
  const isNamed = (code: string): boolean =>
    named.has(code) || present.areas.some((area) => area.code === code && area.name !== code);
  return codes.filter((code) => !isNamed(code)).length;
};

const touchedBy = (buurten: readonly PlannedBuurt[]): Touched[] =>
  buurten.flatMap(({ code, name, act }) => (act === 'keep' ? [] : [{ code, name, act }]));

/** Brings in outlines of official wijken: buurten learn in which they lie, and areas get their names and buurten. */
export const applyWijken = async (
  { context, validFrom, dryRun, report }: Applying,
  file: AreaFile,
  properties: PropertyNames,
  known: readonly KnownBuurt[],
): Promise<AreasReport> => {
  const plan = planWijken(file.features, properties, known, { gemeente: context.gemeente, validFrom });
  const codes = [...new Set(plan.placed.flatMap(({ wijkCode }) => wijkCode ?? []))];
  const present = await presentWijken(context, validFrom, codes);
  const acts = wijkActs(plan.placed, present);
  const elsewhere = plan.remarks.filter(({ reason }) => reason === 'other_gemeente').length;
  if (plan.wijken === 0 && elsewhere > 0 && elsewhere === plan.remarks.length)
    return ofOthers(report, file, plan.remarks);
  if (!dryRun) {
    await storePlaces(context, plan.changed, known);
    await storeWijken(context, acts, validFrom);
  }
  const added = acts.filter(({ known: there }) => there === null).length;
  return {
    ...report,
    added,
    replaced: acts.length - added,
    unchanged: plan.wijken - acts.length,
    refused: file.total - plan.wijken - plan.remarks.filter(({ reason }) => reason === 'water_joined').length,
    remarks: inOrder([...warningsOf(file), ...plan.remarks]),
    wijkenMade: added,
    buurtenPlaced: plan.changed.length,
    ownWijken: present.whose === 'own',
  };
};

const warningsOf = (file: AreaFile): FeatureRemark[] =>
  file.warnings.map(({ feature, code }) => ({ feature, code: null, reason: code }));

const inOrder = (remarks: readonly FeatureRemark[]): FeatureRemark[] =>
  remarks.toSorted((a, b) => a.feature - b.feature);

const missingFrom = (
  planned: readonly PlannedBuurt[],
  known: readonly KnownBuurt[],
  validFrom: string,
): KnownBuurt[] => {
  const named = new Set(planned.map(({ code }) => code));
  return known.filter((buurt) => holdsOn(buurt, validFrom) && !named.has(buurt.code));
};

/** A new buurt belongs to no wijk of the municipality's own division until somebody puts it in one. */
const withoutWijk = (planned: readonly PlannedBuurt[]): FeatureRemark[] =>
  planned.flatMap(({ act, feature, code }) =>
    act === 'add' ? [{ feature, code, reason: 'no_wijk' as const }] : [],
  );

const counts = (buurten: readonly PlannedBuurt[]) => ({
  added: buurten.filter(({ act }) => act === 'add').length,
  replaced: buurten.filter(({ act }) => act === 'replace').length,
  renewed: buurten.filter(({ renews }) => renews).length,
  unchanged: buurten.filter(({ act }) => act === 'keep').length,
});
