import { type Context, defineCommand, execute, runInside } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { operatorPrincipal, type Principal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { setSetting } from '../commands/set-setting.ts';
import { refuse } from '../errors.ts';
import { isOfOther } from '../import-areas/plan.ts';
import { readSettings } from '../settings.ts';
import { figureOf } from './figures.ts';
import { guessMapping, linesOf, type Mapping, mappingOf, savedColumns } from './mapping.ts';
import { type FigureRemark, planFigures, type Regions, yearIn, yearOf } from './plan.ts';
import {
  compareFigures,
  type FigureChanges,
  type Publication,
  storeFigures,
  storeResidents,
} from './store.ts';
import { type FigureTable, readFigureTable, type TableProblem } from './table.ts';

/** What an import of key figures is told besides its file. */
export interface ImportFiguresOptions {
  /** What columns hold, by their name; columns it does not name are guessed. */
  readonly mapping?: Mapping;
  /** Keep this mapping for the next file. */
  readonly saveMapping?: boolean;
  /** The year the figures are of; else as the file says, else as its name does. */
  readonly year?: number;
  readonly fileName?: string;
  /** Who published them; CBS unless told otherwise. */
  readonly source?: string;
  /** Which table or edition they are of, such as 85984NED. */
  readonly definition?: string;
  readonly dryRun?: boolean;
}

/** Why nothing was read. */
export type FiguresProblem = TableProblem | 'no_region_column' | 'no_figures' | 'no_year' | 'no_buurten';

/** What an import did, or would do; the counts are of single figures unless said otherwise. */
export interface FiguresReport {
  readonly problem: FiguresProblem | null;
  readonly dryRun: boolean;
  readonly publication: Publication | null;
  /** Every column of the file with what it holds; null for one that is not used. */
  readonly columns: readonly { readonly column: string; readonly role: string | null }[];
  /** Regions of the municipality in the file, and rows of elsewhere. */
  readonly regions: number;
  readonly elsewhere: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly secret: number;
  readonly unknown: number;
  /** Buurten of which the number of residents is another now. */
  readonly residents: number;
  readonly remarks: readonly FigureRemark[];
}

const SOURCE = 'CBS';
const [EARLIEST, LATEST] = [1990, 2100];

/** Reads key figures; see {@link importKeyFigures}. */
export const importFiguresCommand = defineCommand<
  { table: FigureTable | TableProblem; options: ImportFiguresOptions },
  FiguresReport
>({
  name: 'key_figure.import',
  action: 'area.manage',
  run: async (context, { table, options }) => {
    context.allow();
    const report = emptyReport(options.dryRun ?? false);
    if (typeof table === 'string') return { ...report, problem: table };
    const settings = await readSettings(context.db, context.gemeente, context.today);
    const saved = mappingOf(settings.get(savedColumns));
    const mapping = guessMapping(table.columns, saved, options.mapping ?? {});
    const columns = table.columns.map((column) => ({ column, role: mapping[column] ?? null }));
    if (!Object.values(mapping).includes('region'))
      return { ...report, columns, problem: 'no_region_column' };
    if (!Object.values(mapping).some(figureOf)) return { ...report, columns, problem: 'no_figures' };
    const publication = publicationOf(table, mapping, options);
    if (publication === null) return { ...report, columns, problem: 'no_year' };
    const regions = await regionsOf(context);
    if (regions.known.size <= 1) return { ...report, columns, publication, problem: 'no_buurten' };
    const plan = planFigures(table, mapping, regions, Number(publication.measuredOn.slice(0, 4)));
    const changes = await compareFigures(context, plan.figures, publication);
    const residents = report.dryRun ? 0 : await store(context, plan.figures, changes, publication);
    if (options.saveMapping && !report.dryRun) await saveMapping(context, mapping, saved);
    const missing = (reason: 'secret' | 'unknown'): number =>
      plan.figures.filter((figure) => figure.missing === reason).length;
    return {
      ...{ ...report, columns, publication, residents },
      ...{ regions: plan.regions, elsewhere: plan.elsewhere, remarks: plan.remarks },
      ...{ added: changes.added.length, changed: changes.changed.length, unchanged: changes.unchanged },
      ...{ secret: missing('secret'), unknown: missing('unknown') },
    };
  },
});

/** Where the figures come from: the text of a file, or rows that were fetched already. */
export type FigureSource = string | { readonly table: FigureTable | TableProblem };

/**
 * Reads a table of key figures of buurten and wijken (CSV or JSON, or rows that were fetched) into a municipality. Secret and
 * unknown stay that; running it twice changes nothing the second time. As the operator unless told otherwise.
 */
export const importKeyFigures = async (
  world: World,
  gemeente: string,
  source: FigureSource,
  options: ImportFiguresOptions = {},
  principal: Principal = operatorPrincipal,
): Promise<FiguresReport> => {
  const table = typeof source === 'string' ? readFigureTable(source) : source.table;
  return execute(world, gemeente, principal, importFiguresCommand, { table, options });
};

const store = async (
  context: Context,
  figures: Parameters<typeof storeResidents>[1],
  changes: FigureChanges,
  publication: Publication,
): Promise<number> => {
  await storeFigures(context, changes, publication);
  return storeResidents(context, figures, publication.measuredOn);
};

const saveMapping = async (context: Context, mapping: Mapping, saved: Mapping): Promise<void> => {
  const value = linesOf({ ...saved, ...mapping });
  if (JSON.stringify(value) === JSON.stringify(linesOf(saved))) return;
  const { world, gemeente, principal, db, today } = context;
  const change = { key: savedColumns.key, value, validFrom: today };
  await runInside(world, gemeente, principal, db, setSetting, change);
};

const publicationOf = (
  table: FigureTable,
  mapping: Mapping,
  options: ImportFiguresOptions,
): Publication | null => {
  const year =
    options.year ?? yearOf(table, mapping) ?? yearIn(options.fileName?.replace(/.*[/\\]/, '') ?? null);
  if (year === null) return null;
  if (!Number.isInteger(year) || year < EARLIEST || year > LATEST)
    throw refuse('bad_number', { fields: { year: 'bad_number' } });
  const edition = `Kerncijfers wijken en buurten ${year}`;
  const definition =
    options.definition?.trim() || (table.tableId ? `${edition} (${table.tableId})` : edition);
  return {
    measuredOn: `${year}-01-01`,
    source: (options.source?.trim() || SOURCE).slice(0, 200),
    definition: definition.slice(0, 200),
  };
};

/** The codes of the municipality, its buurten of all times, and the official wijken they lie in. */
const regionsOf = async ({ db, gemeente }: Context): Promise<Regions> => {
  const rows = await runSql<{ code: string; wijk: string | null }>(
    db,
    'select code, official_wijk_code as wijk from buurt where gemeente = $1 order by code limit 10000',
    [gemeente],
  );
  const known = new Set([
    gemeente,
    ...rows.flatMap(({ code, wijk }) => (wijk === null ? [code] : [code, wijk])),
  ]);
  return {
    known,
    isElsewhere: (code) =>
      code.startsWith('NL') || (!known.has(code) && isOfOther(`${code}`, ownerOf(code), gemeente)),
  };
};

const ownerOf = (code: string): string | null => (/^GM\d{4}$/.test(code) ? code : null);

const emptyReport = (dryRun: boolean): FiguresReport => ({
  problem: null,
  dryRun,
  publication: null,
  columns: [],
  regions: 0,
  elsewhere: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  secret: 0,
  unknown: 0,
  residents: 0,
  remarks: [],
});
