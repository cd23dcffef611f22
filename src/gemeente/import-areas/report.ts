import type { AreaFileProblem, FileSystem } from '#platform/geo/index.ts';
import type { FeatureRemark } from './plan.ts';
import type { PropertyNames } from './properties.ts';

/** What a file can tell of: outlines of buurten or wijken, only their codes and names, or which buurten make an area. */
export type FileKind = 'buurt' | 'wijk' | 'names' | 'division';

/** Why a whole file was refused. */
export type AreasProblem =
  | AreaFileProblem
  | 'no_code_property'
  | 'too_large'
  | 'no_rows'
  | 'zipped'
  | 'shapefile'
  | 'broken_json'
  | 'all_elsewhere';

/** A buurt or wijk that changes. */
export interface Touched {
  readonly code: string;
  readonly name: string;
  readonly act: 'add' | 'replace';
}

/** What an import did, or would do. Counts are of buurten, of wijken, or of areas, by the kind of the file. */
export interface AreasReport {
  /** Null when the file was read. */
  readonly problem: AreasProblem | null;
  readonly dryRun: boolean;
  readonly kind: FileKind | null;
  /** In which numbers the file was, and how that was seen; null for a file without places. */
  readonly system: FileSystem | null;
  /** The layer that was read, and all there are. */
  readonly layer: string | null;
  readonly layers: readonly string[];
  readonly validFrom: string;
  /** That day has yet to come. */
  readonly isToCome: boolean;
  /** How many features, rows or areas the file has. */
  readonly features: number;
  readonly added: number;
  readonly replaced: number;
  /** Of those that were replaced: whose former outline is kept as that of the days before. */
  readonly renewed: number;
  readonly unchanged: number;
  /** What was left out. */
  readonly refused: number;
  /** Buurten of the municipality on that day that the file does not name; they stay as they are, unless `ended`. */
  readonly missing: readonly string[];
  /** Buurten that end because the file does not name them. */
  readonly ended: readonly string[];
  readonly remarks: readonly FeatureRemark[];
  /** How many wijken were made because the municipality had no division of its own. */
  readonly wijkenMade: number;
  /** How many buurten were told to which official wijk they belong. */
  readonly buurtenPlaced: number;
  /** The municipality has wijken of its own, which a file of official ones does not change. */
  readonly ownWijken: boolean;
  /** Wijken that bear their code for a name, for nobody told their names yet. */
  readonly wijkenUnnamed: number;
  /** The buurten that are added or get another outline, in the order of the file. */
  readonly touched: readonly Touched[];
  readonly properties: PropertyNames | null;
  /** The properties among which the code could be. */
  readonly offered: readonly string[];
}

/** A report in which nothing happened yet. */
export const emptyReport = (dryRun: boolean, validFrom: string, today: string): AreasReport => ({
  problem: null,
  dryRun,
  kind: null,
  system: null,
  layer: null,
  layers: [],
  validFrom,
  isToCome: validFrom > today,
  features: 0,
  added: 0,
  replaced: 0,
  renewed: 0,
  unchanged: 0,
  refused: 0,
  missing: [],
  ended: [],
  remarks: [],
  wijkenMade: 0,
  buurtenPlaced: 0,
  ownWijken: false,
  wijkenUnnamed: 0,
  touched: [],
  properties: null,
  offered: [],
});
