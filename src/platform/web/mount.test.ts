import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { mountRoutes } from './mount.ts';
import { defineRoute } from './route.ts';
import type { WebServices } from './services.ts';

let test: TestWorld;
beforeAll(async () => {
  test = await testWorld();
});
afterAll(() => test.close());

const away = async (): Promise<never> => {
  throw new Error('connection to the database lost while asking for jansje@voorbeeld.test');
};
const services: WebServices = {
  tenantOf: away,
  signedInBy: away,
  renderPage: away,
  drawThread: away,
  renderRefusal: away,
  withinLimit: away,
};
const page = defineRoute({
  method: 'GET',
  path: '/',
  policy: 'public.read',
  handle: () => new Response('x'),
});

describe('when the database is away', () => {
  it('a visitor is told so in plain words, and the log without addresses', async () => {
    const standardError = vi.spyOn(console, 'error');
    const app = new Hono();
    mountRoutes(app, [page], test.world, services, { trustedProxies: 0, remoteAddress: () => '192.0.2.1' });
    const answer = await app.request('http://zoetermeer.localhost/');
    const text = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(text).toMatch(/^Er ging iets mis bij ons\..* \/ Something went wrong/);
    expect(text).not.toContain('database');
    expect(test.logged.join('')).toContain('"msg":"request failed"');
    expect(test.logged.join('')).not.toContain('jansje@');
    expect(standardError).not.toHaveBeenCalled();
  });
});
