import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { operatorPrincipal } from '#platform/policy/principal.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { createAccount, logAccess, peopleRoutes, peopleTexts, registerAccessKind } from '../index.ts';

const GEMEENTE = 'GM0637';
let test: TestWorld;
let site: TestSite;
let officer: TestClient;

beforeAll(async () => {
  test = await testWorld();
  site = testSite(test, peopleRoutes);
  await makeTenant(test);
  await makeTenant(test, 'GM0106', 'Assen');
  const id = await makePerson(test, { name: 'Puk Privacy', holdings: [{ role: 'privacy_officer' }] });
  officer = await site.client().signInAs(id);
});
afterAll(() => test.close());

const person = (name: string, gemeente = GEMEENTE) =>
  execute(test.world, gemeente, operatorPrincipal, createAccount, {
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@voorbeeld.test`,
    lang: 'nl',
  });

const log = (accountId: string | null, kind: string, at: string, gemeente = GEMEENTE) =>
  tenantTransaction(test.world.pool, gemeente, (db) =>
    logAccess(db, gemeente, new Date(at), { kind, accountId, reason: null }),
  );

const linesOn = (html: string): number => html.match(/<tr[^>]*role="row"/g)?.length ?? 1;

describe('the access log', () => {
  it('is read by the privacy officer and nobody else', async () => {
    expect((await officer.get('/beheer/toegang')).status).toBe(200);
    expect((await site.client().get('/beheer/toegang')).status).toBe(401);
    for (const role of ['functional_admin', 'auditor', 'wijkregisseur'] as const) {
      const id = await makePerson(test, { holdings: [{ role }] });
      expect((await (await site.client().signInAs(id)).get('/beheer/toegang')).status).toBe(403);
    }
  });

  it('tells who, what and when in words', async () => {
    const id = await person('Anna Aanmelder');
    await log(id, 'signed_in', '2016-03-01T09:30:00+01:00');
    const { text } = await officer.get('/beheer/toegang?persoon=anna');
    for (const words of ['Anna Aanmelder', 'aangemeld', '1 maart 2016', '09:30'])
      expect(text).toContain(words);
  });

  it('is narrowed by person, kind and period, the last day included', async () => {
    const id = await person('Bert Bewaker');
    await log(id, 'signed_in', '2016-02-01T12:00:00+01:00');
    await log(id, 'signed_out', '2016-02-02T23:59:59+01:00');
    await log(id, 'signed_in', '2016-02-03T00:00:00+01:00');
    const count = async (query: string) =>
      linesOn((await officer.get(`/beheer/toegang?persoon=bewaker&${query}`)).text) - 1;
    expect(await count('')).toBe(3);
    expect(await count('soort=signed_in')).toBe(2);
    expect(await count('van-day=2&van-month=2&van-year=2016')).toBe(2);
    expect(await count('tot-day=2&tot-month=2&tot-year=2016')).toBe(2);
    expect(await count('van-day=2&van-month=2&van-year=2016&tot-day=2&tot-month=2&tot-year=2016')).toBe(1);
  });

  it('shows nothing for a name that nobody has, and never another municipality', async () => {
    const far = await person('Cor Assen', 'GM0106');
    await log(far, 'signed_in', '2016-03-01T09:00:00+01:00', 'GM0106');
    expect((await officer.get('/beheer/toegang?persoon=cor')).text).toContain('Niets gevonden');
    expect((await officer.get('/beheer/toegang?persoon=%3F%3F')).text).toContain('Niets gevonden');
  });

  it('says which day does not exist and keeps what was typed', async () => {
    const { text } = await officer.get('/beheer/toegang?van-day=31&van-month=2&van-year=2016');
    expect(text).toContain('Deze dag bestaat niet');
    expect(text).toContain('value="31"');
  });

  it('shows each line once over its pages', async () => {
    const id = await person('Dina Druk');
    for (let turn = 0; turn < 120; turn += 1) await log(id, 'link_sent', '2016-01-15T10:00:00+01:00');
    let path: string | undefined = '/beheer/toegang?persoon=druk&soort=link_sent';
    const sizes = [];
    while (path) {
      const page = await officer.get(path);
      expect(page.statements.length).toBeLessThanOrEqual(5);
      sizes.push(linesOn(page.text) - 1);
      path = /href="([^"]*na=[^"]*)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(sizes).toEqual([50, 50, 20]);
  });

  it('takes kinds of other rooms with their words, each once', async () => {
    registerAccessKind('test_read', peopleTexts, 'access.kind.signed_in');
    expect(() => registerAccessKind('test_read', peopleTexts, 'access.kind.signed_in')).toThrow(/twice/);
    await log(await person('Els Elders'), 'unheard_of', '2016-03-01T09:00:00+01:00');
    expect((await officer.get('/beheer/toegang?persoon=elders')).text).toContain('unheard_of');
  });

  it('cannot be changed or emptied by the program', async () => {
    for (const sql of ['delete from access_log', 'update access_log set account_id = null']) {
      await expect(test.world.pool.query(sql)).rejects.toThrow(/permission denied/);
    }
  });
});
