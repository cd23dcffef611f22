import { createServer, type Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { sentences } from './sentences.ts';
import { StartProblem } from './stop-sentence.ts';

/** A web server that listens. */
export interface Listening {
  /** The port in use, also when the setting let the system choose. */
  readonly port: number;
  /** Takes nobody new, lets running requests end for at most `patience` milliseconds, then cuts them off. */
  readonly close: (patience: number) => Promise<void>;
}

/** Milliseconds: a phone on a slow line may take two minutes over its photos, but not over its first line. */
const REQUEST_PATIENCE = 120_000;
const HEADERS_PATIENCE = 15_000;

/** Listens on an address. Throws {@link StartProblem} when that is not possible. */
export const listen = async (app: Hono, host: string, port: number): Promise<Listening> => {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.requestTimeout = REQUEST_PATIENCE;
  server.headersTimeout = HEADERS_PATIENCE;
  await opened(server, host, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: (patience) => drained(server, patience),
  };
};

/** Whether an address can be had, before anything is made or loaded. Throws {@link StartProblem} when not. */
export const tryAddress = async (host: string, port: number): Promise<void> => {
  const server = createServer();
  await opened(server, host, port);
  await new Promise((resolve) => server.close(resolve));
};

const opened = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenProblem(error, host, port)));
    server.listen(port, host, resolve);
  });

const listenProblem = (error: NodeJS.ErrnoException, host: string, port: number): Error => {
  if (error.code === 'EADDRINUSE') return new StartProblem(sentences.portInUse(host, port));
  return new StartProblem(sentences.portRefused(host, port, error.code ?? 'onbekend'), { cause: error });
};

const drained = (server: Server, patience: number): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), patience);
    // An idle connection may turn up while others are still answering.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(late);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
