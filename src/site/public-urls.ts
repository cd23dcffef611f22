import type pg from 'pg';

/** The public address of each municipality, from its host name and the pattern of `PUBLIC_URL`. */
export interface PublicUrls {
  /** Without a slash at the end. An unknown municipality gets the pattern with its code. */
  readonly of: (gemeente: string) => string;
  /** Reads the host names again: a municipality may be made beside a running program. */
  readonly refresh: () => Promise<void>;
  /** The port in use, for when the setting (0) let the system choose. */
  readonly listeningOn: (port: number) => void;
}

/** The most municipalities on one installation; the country has 342. */
const MOST = 1000;

/** `pattern` is an origin, such as `http://{gemeente}.localhost:3000`; its scheme and port hold for every host. */
export const publicUrls = (pool: pg.Pool, pattern: string): PublicUrls => {
  const { protocol, port } = new URL(pattern.replace('{gemeente}', 'gemeente'));
  let inUse = port;
  const suffix = () => (inUse === '' ? '' : `:${inUse}`);
  let hosts: ReadonlyMap<string, string> = new Map();
  return {
    of: (gemeente) => {
      const host = hosts.get(gemeente);
      return host ? `${protocol}//${host}${suffix()}` : pattern.replace('{gemeente}', gemeente.toLowerCase());
    },
    listeningOn: (chosen) => {
      if (inUse === '0') inUse = String(chosen);
    },
    refresh: async () => {
      const { rows } = await pool.query<{ gemeente: string; host: string }>(
        `select distinct on (gemeente) gemeente, host from tenant_host
         where is_public_address order by gemeente, host limit ${MOST}`,
      );
      hosts = new Map(rows.map(({ gemeente, host }) => [gemeente, host]));
    },
  };
};
