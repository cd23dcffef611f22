import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A line to PostgreSQL that can be made slow, or dead without being cut: what a bad network does. */
export interface SlowLine {
  /** The address of the database by this line. */
  readonly url: string;
  /** From now on each piece of an answer comes so many milliseconds later. */
  readonly delay: (milliseconds: number) => void;
  /** From now on no answer comes through; connections stay open, and new ones are taken. */
  readonly hang: () => void;
  /** All is well again; what was held up comes through. */
  readonly flow: () => void;
  readonly close: () => Promise<void>;
}

/** Where a database address leads: a socket in a folder, or a host and port. */
const doorOf = (url: URL): { path: string } | { host: string; port: number } => {
  const folder = url.searchParams.get('host');
  const port = Number(url.searchParams.get('port') ?? (url.port || 5432));
  return folder?.startsWith('/') ? { path: `${folder}/.s.PGSQL.${port}` } : { host: url.hostname, port };
};

/** Opens a line to the database of `databaseUrl`, on a free port of this machine (`port`: that one). */
export const openSlowLine = async (databaseUrl: string, port = 0): Promise<SlowLine> => {
  const target = new URL(databaseUrl.replace('@/', '@socket/'));
  const state = { delay: 0, flowing: Promise.withResolvers<void>() };
  state.flowing.resolve();
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(doorOf(target));
    sockets.add(near).add(far);
    let order = Promise.resolve();
    near.on('data', (piece) => far.write(piece));
    far.on('data', (piece) => {
      const ready = pause(state.delay);
      order = order.then(async () => {
        await ready;
        await state.flowing.promise;
        if (!near.destroyed) near.write(piece);
      });
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('close', () => other.destroy());
      // A cut line is what this is for.
      one.on('error', () => other.destroy());
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  for (const part of ['host', 'port']) url.searchParams.delete(part);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    delay: (milliseconds) => {
      state.delay = milliseconds;
    },
    hang: () => {
      state.flowing = Promise.withResolvers<void>();
    },
    flow: () => state.flowing.resolve(),
    close: async () => {
      state.flowing.resolve();
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
