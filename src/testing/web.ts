import { Hono } from 'hono';
import { renderToStaticMarkup } from 'react-dom/server';
import { signedInBy } from '#people/index.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { countUse } from '#platform/rate-count.ts';
import { mountRoutes } from '#platform/web/mount.ts';
import type { TenantFacts } from '#platform/web/request.ts';
import type { Route } from '#platform/web/route.ts';
import type { WebServices } from '#platform/web/services.ts';
import { drawThread, pagesOf } from '#thread/index.ts';
import { type TestClient, testClient } from './web-client.ts';
import type { TestWorld } from './world.ts';

export type { Answer, TestClient } from './web-client.ts';

/** Routes of one or more rooms on a server without a socket, with pages in a bare shell. */
export interface TestSite {
  /** A fresh browser without script that visits one municipality (GM0637 unless told otherwise). */
  readonly client: (gemeente?: string) => TestClient;
}

/** The facts of a municipality as a test needs them; its rows are made by `makeTenant`. */
export const tenantFacts = (gemeente: string, more: Partial<TenantFacts> = {}): TenantFacts => ({
  gemeente,
  name: gemeente === 'GM0637' ? 'Zoetermeer' : gemeente,
  demo: false,
  languages: ['nl', 'en'],
  overrides: { nl: new Map(), en: new Map() },
  themeHref: null,
  tileHosts: [],
  ...more,
});

/** Hangs routes on the real router, with a page shell that shows only title and body, and refusals as their code. */
export const testSite = (
  testWorld: TestWorld,
  routes: readonly Route[],
  tenants: readonly TenantFacts[] = [tenantFacts('GM0637'), tenantFacts('GM0106')],
): TestSite => {
  const app = new Hono();
  const statements: string[] = [];
  mountRoutes(app, routes, testWorld.world, servicesOf(testWorld, tenants, routes), {
    trustedProxies: 1,
    remoteAddress: () => '127.0.0.1',
    observe: () => (sql) => statements.push(sql),
  });
  return { client: (gemeente = 'GM0637') => testClient(app, testWorld, gemeente, statements) };
};

const servicesOf = (
  { world }: TestWorld,
  tenants: readonly TenantFacts[],
  routes: readonly Route[],
): WebServices => ({
  tenantOf: async (host) => tenants.find(({ gemeente }) => host === hostOf(gemeente)) ?? null,
  signedInBy: (gemeente, token) => signedInBy(world, gemeente, token),
  renderPage: async (rq, { title, body, status = 200, hasErrors }) =>
    htmlAnswer(
      status,
      `<html lang="${rq.lang}"><title>${hasErrors ? 'Fout: ' : ''}${renderToStaticMarkup(title)}</title>` +
        `<main>${renderToStaticMarkup(body)}</main></html>`,
    ),
  drawThread: drawThread(pagesOf(() => routes)),
  renderRefusal: async (_rq, refusal) => htmlAnswer(refusal.status, `<main>refusal:${refusal.code}</main>`),
  withinLimit: async (rq, bucket, uses, seconds) => {
    const used = await tenantTransaction(world.pool, rq.gemeente, (db) =>
      countUse(db, rq.gemeente, bucket, rq.now, seconds),
    );
    return used <= uses;
  },
});

const htmlAnswer = (status: number, html: string): Response =>
  new Response(`<!doctype html>${html}`, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });

/** The host name at which a test visits a municipality. */
export const hostOf = (gemeente: string): string => `${gemeente.toLowerCase()}.localhost`;
