import { isoDate } from '#platform/calendar/index.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { World } from '#platform/world.ts';
import type { FigureTable, TableProblem } from '../key-figures/table.ts';
import { readSettings } from '../settings.ts';
import { fetchFigures } from './cbs.ts';
import { fetchOutlines } from './pdok.ts';
import { cbsAddress, cbsTable, pdokAddress, sourceMegabytes, sourceSeconds } from './settings.ts';

/** What may be told besides the settings. */
interface Told {
  /** Another address than that of the settings. */
  readonly address?: string;
  readonly progress?: (count: number) => void;
}

const settingsOf = (world: World, gemeente: string) =>
  tenantTransaction(world.pool, gemeente, (db) => readSettings(db, gemeente, isoDate(world.clock.now())));

/** Fetches outlines as the settings of the municipality say, as the text of a GeoJSON file. Throws `RemoteProblem`. */
export const outlinesFromPdok = async (
  world: World,
  gemeente: string,
  kind: 'buurt' | 'wijk',
  told: Told = {},
): Promise<string> => {
  const settings = await settingsOf(world, gemeente);
  return fetchOutlines({
    gemeente,
    kind,
    address: told.address || settings.get(pdokAddress),
    seconds: settings.get(sourceSeconds),
    megabytes: settings.get(sourceMegabytes),
    ...(told.progress ? { progress: told.progress } : {}),
  });
};

/** Fetches key figures as the settings of the municipality say. Throws `RemoteProblem`. */
export const figuresFromCbs = async (
  world: World,
  gemeente: string,
  told: Told & { readonly table?: string } = {},
): Promise<FigureTable | TableProblem> => {
  const settings = await settingsOf(world, gemeente);
  return fetchFigures({
    gemeente,
    table: told.table || settings.get(cbsTable),
    address: told.address || settings.get(cbsAddress),
    seconds: settings.get(sourceSeconds),
    megabytes: settings.get(sourceMegabytes),
    ...(told.progress ? { progress: told.progress } : {}),
  });
};
