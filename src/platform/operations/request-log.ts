import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from '../logging.ts';
import type { Metrics } from './metrics.ts';

/** One line and one count for each request: the pattern of its route, never its path, for that may hold a code. */
export const watchRequests = (log: Logger, metrics: Metrics): MiddlewareHandler => {
  const requests = metrics.counter('wijkregie_http_requests_total', 'Requests answered');
  const durations = metrics.histogram(
    'wijkregie_http_request_duration_seconds',
    'Seconds until the answer was ready',
  );
  return async (context, next) => {
    const start = performance.now();
    await next();
    const milliseconds = performance.now() - start;
    const route = patternOf(context);
    const { method } = context.req;
    const { status } = context.res;
    requests.add({ method, route, status: String(status) });
    durations.observe({ route }, milliseconds / 1000);
    if (!QUIET.has(route)) log.info('request', { method, route, status, ms: Math.round(milliseconds) });
  };
};

/** Asked every few seconds by machines: counted, not written down. */
const QUIET = new Set(['/healthz', '/readyz', '/metrics', '/assets/*']);

/** What no route took is one pattern, whatever was asked. */
const patternOf = (context: Context): string => {
  const pattern = routePath(context, -1);
  return pattern === '' ? '*' : pattern;
};
