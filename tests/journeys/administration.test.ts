import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storedTransport } from '#platform/mail/transport.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { loadAssets } from '#platform/web/assets.ts';
import { composeSite } from '#site/compose.ts';
import { seedTown, type TownIds } from '#testing/demo/town.ts';
import { makePerson } from '#testing/people.ts';
import { testClient } from '#testing/web-client.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { buildAssets } from '../../scripts/build-assets.ts';
import { launchBrowser, openContext, sidewaysOverflow } from '../browser.ts';

let test: TestWorld;
let town: TownIds;
let browser: Browser;
let server: ServerType;
let origin: string;
let token: string;

beforeAll(async () => {
  test = await testWorld();
  town = await seedTown(test.world, test.urls.ownerUrl);
  const dir = makeTemporaryFolder('assets');
  await buildAssets(undefined, dir);
  const assets = loadAssets(dir);
  removeTemporaryFolder(dir);
  const { app } = composeSite(test.world, {
    assets,
    transport: storedTransport,
    trustedProxies: 0,
    version: '0.0.0',
    demo: true,
    migrations: [],
    background: false,
  });
  const admin = await makePerson(test, { name: 'Bo Beheer', holdings: [{ role: 'functional_admin' }] });
  const client = await testClient(app, test, 'GM0637', []).signInAs(admin);
  token = client.cookies.get('wijkregie') ?? '';
  server = await new Promise<ServerType>((resolve) => {
    const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(listening));
  });
  origin = `http://zoetermeer.localhost:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server?.close(resolve));
  await test?.close();
});

const pages = () => [
  '/beheer',
  '/beheer/gebieden',
  `/beheer/gebieden/${town.wijken.Palenstein}`,
  '/beheer/afdelingen',
  `/beheer/locaties/${town.locations['GIP Centrum']}`,
  '/beheer/instellingen',
  '/beheer/instellingen/term.triage',
  '/beheer/teksten?zoek=melding',
  '/beheer/teksten/gemeente.uncovered.count',
  '/beheer/thema',
];

const visit = async (width: number, javaScript: boolean) => {
  const context = await openContext(browser, { width, javaScript });
  await context.addCookies([{ name: 'wijkregie', value: token, url: origin }]);
  return context;
};

describe('the administration in a browser', () => {
  it.each([
    [320, false],
    [1280, true],
  ])('at %i pixels (script: %s) keeps nobody out', async (width, javaScript) => {
    const context = await visit(width, javaScript);
    const complaints: string[] = [];
    try {
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      for (const path of pages()) {
        const answer = await page.goto(origin + path);
        expect(answer?.status(), path).toBe(200);
        expect(await sidewaysOverflow(page), path).toBe(0);
        if (!javaScript) continue;
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html ?? ''}`),
          path,
        ).toEqual([]);
      }
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  });

  it('lets an administrator without script change a term from a day on', async () => {
    const context = await visit(1280, false);
    try {
      const page = await context.newPage();
      await page.goto(`${origin}/beheer/instellingen`);
      await page.locator('a[href="/beheer/instellingen/term.triage"]').click();
      await page.locator('[name=value]').fill('veel');
      await page.getByRole('button', { name: 'Opslaan' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('Deze waarde kan hier niet');
      expect(await page.locator('[name=value]').inputValue()).toBe('veel');
      await page.locator('[name=value]').fill('2');
      await page.locator('[name=validFrom-month]').fill('4');
      await page.getByRole('button', { name: 'Opslaan' }).click();
      await page.getByRole('status').waitFor();
      expect(await page.locator('main').innerText()).toContain('2 werkdagen, vanaf');
    } finally {
      await context.close();
    }
  });
});
