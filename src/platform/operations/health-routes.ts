import type { Hono } from 'hono';
import { isLocalProgram } from './caller.ts';
import type { Metrics } from './metrics.ts';
import type { Readiness } from './readiness.ts';

interface Health {
  readonly metrics: Metrics;
  readonly readiness: () => Promise<Readiness>;
}

/** For the machines that watch: is the process alive, may visitors come, and how does it go. Whatever the host name. */
export const mountHealth = (app: Hono, { metrics, readiness }: Health): void => {
  app.get('/healthz', (context) => context.json({ status: 'ok' }, 200, NO_STORE));
  app.get('/readyz', async (context) => {
    const { ready, parts } = await readiness();
    return context.json({ status: ready ? 'ready' : 'not_ready', parts }, ready ? 200 : 503, NO_STORE);
  });
  app.get('/metrics', async (context) => {
    if (!isLocalProgram(context)) return context.text('Not here\n', 404, NO_STORE);
    return context.text(await metrics.text(), 200, {
      ...NO_STORE,
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    });
  });
};

const NO_STORE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
