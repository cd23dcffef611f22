import { join } from 'node:path';
import pg from 'pg';
import { joinEmbedded } from '#platform/database/launcher/launcher.ts';
import { type Keyring, loadKeyring } from '#platform/secrets/index.ts';

/** The database and the keys of the house under measurement, from beside it. */
export interface HouseGround {
  /** A superuser's connection, to make many rows quickly; the program itself never has one. */
  readonly admin: pg.Client;
  readonly appUrl: string;
  readonly keyring: Keyring;
  readonly close: () => Promise<void>;
}

/** Joins the running house on this data folder. */
export const joinHouse = async (dataDir: string): Promise<HouseGround> => {
  const database = await joinEmbedded({ dataDir });
  if (!database) throw new Error('The house does not run');
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  // No foreign keys are checked on these rows, nor their commits awaited: they are made up.
  await admin.query('set session_replication_role = replica; set synchronous_commit = off');
  return {
    admin,
    appUrl: database.appUrl,
    keyring: loadKeyring(join(dataDir, 'keys.json')),
    close: () => admin.end(),
  };
};
