import { type Context, defineCommand, execute } from '#platform/command/command.ts';
import type { AreaFile } from '#platform/geo/index.ts';
import { operatorPrincipal, type Principal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { checkPeriod } from '../rules/period.ts';
import { applyNames } from './apply-names.ts';
import { applyBuurten, applyWijken } from './apply-outlines.ts';
import { type DivisionRow, planDivision, storeDivision } from './division.ts';
import type { NameRow } from './names.ts';
import { guessProperties, kindOfFeatures, type PropertyNames } from './properties.ts';
import { type AreasReport, emptyReport } from './report.ts';
import { type AreaSource, type ReadSource, readSource } from './source.ts';
import { knownBuurten } from './store.ts';

/** What an import is told besides its file. */
export interface ImportAreasOptions {
  /** Whether the file is of buurten or of wijken; guessed unless told. */
  readonly kind?: 'buurt' | 'wijk';
  /** The layer of a GeoPackage. */
  readonly layer?: string;
  readonly codeProperty?: string;
  readonly nameProperty?: string;
  readonly wijkCodeProperty?: string;
  /** Who made the outlines, as shown beside every map; CBS and Kadaster unless told otherwise. */
  readonly source?: string;
  /** The day from which what is new holds; today unless told otherwise. */
  readonly validFrom?: string;
  /** The outlines that are there were wrong from their first day: they are replaced and not kept. */
  readonly correction?: boolean;
  /** Buurten that the file does not name end on that day. */
  readonly endMissing?: boolean;
  /** Only tells what would happen. */
  readonly dryRun?: boolean;
}

const SOURCE = 'CBS / Kadaster';

/** What the parts of an import work with. */
export interface Applying {
  readonly context: Context;
  readonly options: ImportAreasOptions;
  readonly validFrom: string;
  readonly source: string;
  readonly dryRun: boolean;
  readonly report: AreasReport;
}

/** Reads areas; see {@link importAreas}. */
export const importAreasCommand = defineCommand<
  { source: AreaSource | ReadSource; options: ImportAreasOptions },
  AreasReport
>({
  name: 'area.import',
  action: 'area.manage',
  run: async (context, { source: given, options }) => {
    context.allow();
    const validFrom = options.validFrom ?? context.today;
    checkPeriod({ validFrom, validTo: null });
    const dryRun = options.dryRun ?? false;
    const report = emptyReport(dryRun, validFrom, context.today);
    const source = options.source?.trim() || SOURCE;
    const applying: Applying = { context, options, validFrom, source, dryRun, report };
    const read = isRead(given) ? given : await readSource(given, choiceFrom(context.gemeente, options));
    if (read.form === 'refused') return { ...report, problem: read.problem, layers: read.layers };
    if (read.form === 'names') return importNames(applying, read.rows);
    if (read.form === 'division') return importDivision(applying, read.rows);
    return importOutlines(applying, read.file);
  },
});

const isRead = (given: AreaSource | ReadSource): given is ReadSource =>
  typeof given === 'object' && 'form' in given;

/** How the options choose within a file. */
export const choiceFrom = (gemeente: string, options: ImportAreasOptions) => ({
  gemeente,
  kind: options.kind ?? null,
  layer: options.layer || null,
});

/**
 * Reads a file of areas into a municipality: outlines (GeoJSON or GeoPackage, WGS84 or RD New) of buurten or wijken, codes and
 * names in a table, or a division of its own. Known codes keep their id and name; running it twice changes nothing the second
 * time. As the operator unless told otherwise.
 */
export const importAreas = async (
  world: World,
  gemeente: string,
  source: AreaSource,
  options: ImportAreasOptions = {},
  principal: Principal = operatorPrincipal,
): Promise<AreasReport> => {
  // Read before the transaction begins: a large file takes seconds, and nobody should wait for them.
  const read = await readSource(source, choiceFrom(gemeente, options));
  return execute(world, gemeente, principal, importAreasCommand, { source: read, options });
};

const importOutlines = async (applying: Applying, file: AreaFile): Promise<AreasReport> => {
  const { options, context } = applying;
  const all = file.features.map((feature) => feature.properties);
  const kind = options.kind ?? kindOfFeatures(all);
  const properties = guessProperties(all, givenNames(options), kind);
  const { system, seenBy, layer, layers, total: features } = file;
  const report = {
    ...applying.report,
    kind,
    properties,
    system: { system, seenBy },
    layer,
    layers,
    features,
    offered: propertiesOf(all),
  };
  if (properties.code === null) return { ...report, problem: 'no_code_property' };
  const known = await knownBuurten(context);
  const apply = kind === 'wijk' ? applyWijken : applyBuurten;
  return apply({ ...applying, report }, file, properties, known);
};

/** As many properties as can be chosen from. */
const MOST_OFFERED = 60;

const propertiesOf = (all: readonly Readonly<Record<string, unknown>>[]): string[] =>
  [...new Set(all.slice(0, 100).flatMap(Object.keys))].slice(0, MOST_OFFERED);

const givenNames = (options: ImportAreasOptions): Partial<PropertyNames> => ({
  ...(options.codeProperty ? { code: options.codeProperty } : {}),
  ...(options.nameProperty ? { name: options.nameProperty } : {}),
  ...(options.wijkCodeProperty ? { wijkCode: options.wijkCodeProperty } : {}),
});

const importNames = async (applying: Applying, rows: readonly NameRow[]): Promise<AreasReport> => {
  if (rows.every(({ kind }) => kind !== 'buurt'))
    return { ...applying.report, kind: 'names', problem: 'no_rows' };
  return applyNames(applying, rows, await knownBuurten(applying.context));
};

const importDivision = async (
  { context, validFrom, dryRun, report }: Applying,
  rows: readonly DivisionRow[],
): Promise<AreasReport> => {
  if (rows.length === 0) return { ...report, kind: 'division', problem: 'no_rows' };
  const plan = await planDivision(context, rows, await knownBuurten(context), validFrom);
  if (!dryRun) await storeDivision(context, plan, validFrom);
  const count = (act: 'add' | 'replace' | 'keep'): number =>
    plan.areas.filter((area) => area.act === act).length;
  return {
    ...report,
    kind: 'division',
    features: plan.areas.length,
    added: count('add'),
    replaced: count('replace'),
    unchanged: count('keep'),
    refused: plan.remarks.length,
    remarks: plan.remarks,
  };
};
