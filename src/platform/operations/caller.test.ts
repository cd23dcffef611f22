import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { mountHealth } from './health-routes.ts';
import { createMetrics } from './metrics.ts';

const app = new Hono();
mountHealth(app, {
  metrics: createMetrics(),
  readiness: async () => ({
    ready: true,
    parts: { database: true, migrations: true, jobs: true, room: true },
  }),
});

const statusFor = async (remoteAddress: string, headers: Record<string, string> = {}): Promise<number> => {
  const request = new Request('http://localhost/metrics', { headers });
  return (await app.fetch(request, { incoming: { socket: { remoteAddress } } })).status;
};

it('the figures are for a program on this machine', async () => {
  expect(await statusFor('127.0.0.1')).toBe(200);
  expect(await statusFor('::1')).toBe(200);
  expect(await statusFor('192.0.2.1')).toBe(404);
});

// Each proxy tells in its own way that it passes somebody on; it stands on this machine too.
it.each([
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-real-ip',
])('nor for a visitor whom a proxy lets through with %s', async (header) => {
  expect(await statusFor('127.0.0.1', { [header]: '1' })).toBe(404);
});
