import type pg from 'pg';
import { connectionUrl, readCredentials } from '#platform/database/launcher/credentials.ts';
import { placesIn } from '#platform/database/launcher/places.ts';
import { findPostmaster } from '#platform/database/launcher/postmaster.ts';

/** How the administrator of an embedded database that runs is reached: past the row policies, to look and not to touch. */
export const adminOf = (dataDir: string): pg.ClientConfig => {
  const places = placesIn(dataDir);
  const server = findPostmaster(places);
  if (!server) throw new Error('PostgreSQL does not run');
  return { connectionString: connectionUrl(readCredentials(places), 'admin', server.socketFolder) };
};
