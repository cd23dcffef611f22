import { defineCommand, execute } from '#platform/command/command.ts';
import { type GeoJsonProblem, parseGeoJson } from '#platform/geo/index.ts';
import { operatorPrincipal, type Principal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { checkPeriod, holdsOn } from '../rules/period.ts';
import { type FeatureRemark, type PlannedBuurt, planAreas } from './plan.ts';
import { guessProperties, type PropertyNames } from './properties.ts';
import { knownBuurten, storeBuurten } from './store.ts';
import { hasWijken, makeWijken, wijkCodesOf } from './wijken.ts';

/** What an import is told besides its file. */
export interface ImportAreasOptions {
  readonly codeProperty?: string;
  readonly nameProperty?: string;
  readonly wijkCodeProperty?: string;
  /** Who made the outlines, as shown beside every map; CBS and Kadaster unless told otherwise. */
  readonly source?: string;
  /** The day from which new buurten hold; today unless told otherwise. */
  readonly validFrom?: string;
  /** Only tells what would happen. */
  readonly dryRun?: boolean;
}

/** What an import did, or would do. */
export interface AreasReport {
  /** Why the whole file was refused; null when it was read. */
  readonly problem: GeoJsonProblem | 'no_code_property' | 'too_many_features' | null;
  readonly dryRun: boolean;
  readonly features: number;
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  /** Features that were left out. */
  readonly refused: number;
  /** Buurten of the municipality on that day that the file does not name; they stay as they are. */
  readonly missing: readonly string[];
  readonly remarks: readonly FeatureRemark[];
  /** How many wijken were made because the municipality had no division of its own. */
  readonly wijkenMade: number;
  readonly properties: PropertyNames | null;
}

const SOURCE = 'CBS / Kadaster';
const MOST_FEATURES = 5_000;

/** Reads outlines of buurten; see {@link importAreas}. */
export const importAreasCommand = defineCommand<{ text: string; options: ImportAreasOptions }, AreasReport>({
  name: 'area.import',
  action: 'area.manage',
  run: async (context, { text, options }) => {
    context.allow();
    const validFrom = options.validFrom ?? context.today;
    checkPeriod({ validFrom, validTo: null });
    const file = parseGeoJson(text);
    const dryRun = options.dryRun ?? false;
    if ('problem' in file) return refusedFile(file.problem, dryRun);
    if (file.features.length > MOST_FEATURES) return refusedFile('too_many_features', dryRun);
    const properties = guessProperties(
      file.features.map((feature) => feature.properties),
      givenNames(options),
    );
    if (properties.code === null) return refusedFile('no_code_property', dryRun);
    const source = options.source?.trim() || SOURCE;
    const known = await knownBuurten(context);
    const plan = planAreas(file.features, properties, known, {
      gemeente: context.gemeente,
      validFrom,
      source,
    });
    const newWijken = (await hasWijken(context)) ? [] : wijkCodesOf(plan.buurten);
    if (!dryRun) {
      const ids = await storeBuurten(context, plan.buurten, known, source, validFrom);
      if (newWijken.length > 0) await makeWijken(context, plan.buurten, ids, validFrom);
    }
    const remarks = [...file.warnings.map(asRemark), ...plan.remarks].sort((a, b) => a.feature - b.feature);
    const named = new Set(plan.buurten.map(({ code }) => code));
    return {
      problem: null,
      dryRun,
      features: file.total,
      ...counts(plan.buurten, file.total),
      missing: known
        .filter((buurt) => holdsOn(buurt, validFrom) && !named.has(buurt.code))
        .map(({ code }) => code),
      remarks,
      wijkenMade: newWijken.length,
      properties,
    };
  },
});

/**
 * Reads a GeoJSON file (WGS84) of buurten into a municipality: outlines of known codes are replaced and keep their id and
 * name, unknown ones are added; running it twice changes nothing the second time. As the operator unless told otherwise.
 */
export const importAreas = async (
  world: World,
  gemeente: string,
  text: string,
  options: ImportAreasOptions = {},
  principal: Principal = operatorPrincipal,
): Promise<AreasReport> => execute(world, gemeente, principal, importAreasCommand, { text, options });

const givenNames = (options: ImportAreasOptions): Partial<PropertyNames> => ({
  ...(options.codeProperty ? { code: options.codeProperty } : {}),
  ...(options.nameProperty ? { name: options.nameProperty } : {}),
  ...(options.wijkCodeProperty ? { wijkCode: options.wijkCodeProperty } : {}),
});

const asRemark = ({ feature, code }: { feature: number; code: FeatureRemark['reason'] }): FeatureRemark => ({
  feature,
  code: null,
  reason: code,
});

const counts = (buurten: readonly PlannedBuurt[], total: number) => ({
  added: buurten.filter(({ act }) => act === 'add').length,
  replaced: buurten.filter(({ act }) => act === 'replace').length,
  unchanged: buurten.filter(({ act }) => act === 'keep').length,
  refused: total - buurten.length,
});

const refusedFile = (problem: NonNullable<AreasReport['problem']>, dryRun: boolean): AreasReport => ({
  problem,
  dryRun,
  features: 0,
  added: 0,
  replaced: 0,
  unchanged: 0,
  refused: 0,
  missing: [],
  remarks: [],
  wijkenMade: 0,
  properties: null,
});
