import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { openConnections } from '#testing/at-once.ts';
import { makePerson } from '#testing/people.ts';
import type { TestClient, TestSite } from '#testing/web.ts';
import type { TestWorld } from '#testing/world.ts';
import { accountsOf, accountsSite, GEMEENTE } from './accounts.fixture.ts';

let test: TestWorld;
let site: TestSite;
let adminId: string;
let admin: TestClient;

beforeAll(async () => {
  ({ test, site, adminId, admin } = await accountsSite());
});
afterAll(() => test.close());

const { rows, make, historyOf } = accountsOf(() => ({ test, admin }));

describe('who may see the accounts', () => {
  it.each([
    '/beheer/accounts',
    '/beheer/accounts/nieuw',
    `/beheer/accounts/${newId()}`,
    `/beheer/accounts/${newId()}/rollen/nieuw`,
  ])('is the functional administrator only (%s)', async (path) => {
    expect((await site.client().get(path)).status).toBe(401);
    for (const role of ['wijkregisseur', 'privacy_officer', 'auditor', 'desk_worker'] as const) {
      const id = await makePerson(test, { holdings: [{ role }] });
      expect((await (await site.client().signInAs(id)).get(path)).status).toBe(403);
    }
    expect([200, 404]).toContain((await admin.get(path)).status);
  });
});

describe('an account', () => {
  it('is made, with its history, without personal data in it', async () => {
    const id = await make('Bram Balie', 'bram.balie@voorbeeld.test');
    const [row] = await rows('select name, email, lang, active, invented from account where id = $1', [id]);
    expect(row).toEqual({
      name: 'Bram Balie',
      email: 'bram.balie@voorbeeld.test',
      lang: 'nl',
      active: true,
      invented: false,
    });
    expect(await historyOf(id)).toEqual(['created']);
    const history = JSON.stringify(await rows('select * from history where object_id = $1', [id]));
    expect(history.toLowerCase()).not.toContain('bram');
    expect((await admin.get(`/beheer/accounts/${id}`)).text).toContain('account gemaakt');
  });

  it('has an address of its own', async () => {
    await make('Eerste', 'zelfde@voorbeeld.test');
    const page = await admin.get('/beheer/accounts/nieuw');
    const answer = await admin.submit(page, { name: 'Tweede', email: ' Zelfde@voorbeeld.test' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Er is al een account met dit e-mailadres.');
    expect(answer.text).toContain('value="Tweede"');
    const third = await make('Derde');
    const change = await admin.submit(
      await admin.get(`/beheer/accounts/${third}`),
      { email: 'zelfde@voorbeeld.test' },
      `/beheer/accounts/${third}`,
    );
    expect(change.status).toBe(422);
  });

  it('may have the same address in two municipalities', async () => {
    await makePerson(test, { email: 'beide@voorbeeld.test' }, 'GM0106');
    expect(await make('Beide', 'beide@voorbeeld.test')).not.toBe('');
  });

  it('keeps a name of fifty words, emoji and script as text', async () => {
    const name = `${'Maria Johanna '.repeat(25)}😀 <script>alert(1)</script>`;
    const id = await make(name);
    const page = await admin.get(`/beheer/accounts/${id}`);
    expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.text).not.toContain('<script>alert');
  });

  it.each([
    [{ name: '', email: 'a@b.nl', lang: 'nl' }, 'Vul een naam in.'],
    [{ name: '   ', email: 'a@b.nl', lang: 'nl' }, 'Vul een naam in.'],
    [{ name: 'x'.repeat(401), email: 'a@b.nl', lang: 'nl' }, 'Deze naam is te lang.'],
    [{ name: 'A', email: '', lang: 'nl' }, 'Vul een e-mailadres in.'],
    [{ name: 'A', email: 'geen adres', lang: 'nl' }, 'Dit is geen e-mailadres.'],
    [{ name: 'A', email: 'a@b.nl', lang: 'fr' }, 'Kies Nederlands of Engels.'],
    [{ name: 'A' }, 'Vul een e-mailadres in.'],
  ])('is not made from %j', async (fields, message) => {
    const answer = await admin.post('/beheer/accounts/nieuw', fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
  });

  it('is not made by a forged form', async () => {
    const fields = { name: 'Kwaad', email: 'kwaad@voorbeeld.test', lang: 'nl', _csrf: 'x' };
    expect((await admin.post('/beheer/accounts/nieuw', fields)).status).toBe(403);
    expect(await rows(`select id from account where email = 'kwaad@voorbeeld.test'`)).toHaveLength(0);
  });

  it('that gets another address loses its sessions; another name does not end them', async () => {
    const id = await makePerson(test, { name: 'Oud', holdings: [{ role: 'trekker' }] });
    const person = await site.client().signInAs(id);
    const path = `/beheer/accounts/${id}`;
    await admin.submit(await admin.get(path), { name: 'Nieuw' }, path);
    expect((await person.get('/berichten')).status).toBe(200);
    await admin.submit(await admin.get(path), { email: 'nieuw.adres@voorbeeld.test' }, path);
    expect((await person.get('/berichten')).status).toBe(401);
    expect(await historyOf(id)).toEqual(['changed', 'changed']);
  });

  it('that is saved unchanged leaves no history', async () => {
    const id = await make('Zelfde Naam');
    const path = `/beheer/accounts/${id}`;
    await admin.submit(await admin.get(path), {}, path);
    expect(await historyOf(id)).toEqual(['created']);
  });

  it('of another municipality is not found, whatever is asked of it', async () => {
    const id = await makePerson(test, { name: 'Assenaar' }, 'GM0106');
    const fields = { name: 'Gekaapt', email: 'gekaapt@voorbeeld.test', lang: 'nl' };
    const path = `/beheer/accounts/${id}`;
    expect((await admin.get(path)).status).toBe(404);
    expect((await admin.post(path, fields)).status).toBe(404);
    for (const button of ['uit', 'aan', 'tweede-stap-wissen']) {
      expect((await admin.post(`${path}/${button}`)).status).toBe(404);
    }
    expect((await admin.get(`${path}/rollen/nieuw`)).status).toBe(404);
    const [row] = await rows('select name, active from account where id = $1', [id], 'GM0106');
    expect(row).toEqual({ name: 'Assenaar', active: true });
  });

  it('with an id that is no id is not found', async () => {
    expect((await admin.get('/beheer/accounts/1%20or%201=1')).status).toBe(404);
  });
});

describe('switching off', () => {
  it('ends sessions at once and can be undone', async () => {
    const id = await makePerson(test, { holdings: [{ role: 'trekker' }] });
    const person = await site.client().signInAs(id);
    const path = `/beheer/accounts/${id}`;
    await admin.submit(await admin.get(path), {}, `${path}/uit`);
    expect((await person.get('/berichten')).status).toBe(401);
    expect((await admin.get(path)).text).toContain('Dit account is uitgezet');
    await admin.submit(await admin.get(path), {}, `${path}/aan`);
    expect(await historyOf(id)).toEqual(['switched_off', 'switched_on']);
  });

  it('twice is done once', async () => {
    const id = await makePerson(test);
    await Promise.all([1, 2, 3].map(() => admin.post(`/beheer/accounts/${id}/uit`)));
    expect(await historyOf(id)).toEqual(['switched_off']);
  });

  it('is refused for the last administrator, with a sentence on the page', async () => {
    const answer = await admin.post(`/beheer/accounts/${adminId}/uit`);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Dit is de laatste functioneel beheerder');
    expect((await admin.get('/beheer/accounts')).status).toBe(200);
  });

  it('does not count an administrator who is off, or whose role is over', async () => {
    await makePerson(test, { active: false, holdings: [{ role: 'functional_admin' }] });
    await makePerson(test, { holdings: [{ role: 'functional_admin', to: '2016-03-07' }] });
    await makePerson(test, { holdings: [{ role: 'functional_admin', from: '2016-03-08' }] });
    expect((await admin.post(`/beheer/accounts/${adminId}/uit`)).status).toBe(422);
  });

  it('lets one of two administrators win who switch each other off at once', async () => {
    const otherId = await makePerson(test, { holdings: [{ role: 'functional_admin' }] });
    const other = await site.client().signInAs(otherId);
    await openConnections(test);
    const answers = await Promise.all([
      admin.post(`/beheer/accounts/${otherId}/uit`),
      other.post(`/beheer/accounts/${adminId}/uit`),
    ]);
    const left = await rows(
      `select a.id from account a join role_holding h on h.account_id = a.id
       where a.active and h.role = 'functional_admin' and h.valid_to is null and h.valid_from <= '2016-03-07'`,
    );
    expect(left).toHaveLength(1);
    expect(answers.map((answer) => answer.status)).toContain(303);
    await rows('update account set active = true where id = $1', [adminId]);
    await rows('update account set active = false where id = $1', [otherId]);
    admin = await site.client().signInAs(adminId);
  });
});

describe('the list of accounts', () => {
  it('finds by the beginning of words of name and address, without accents', async () => {
    await make('Désirée van Zevenhuizen', 'd.zevenhuizen@stadhuis.test');
    for (const zoek of ['zevenh', 'desiree', 'DÉSI zeven', 'stadhuis']) {
      const page = await admin.get(`/beheer/accounts?zoek=${encodeURIComponent(zoek)}`);
      expect(page.text).toContain('Désirée van Zevenhuizen');
    }
    expect((await admin.get('/beheer/accounts?zoek=huizen')).text).toContain('Niemand gevonden');
  });

  it('hides who was switched off, unless asked', async () => {
    const id = await make('Vertrokken Vera');
    await admin.post(`/beheer/accounts/${id}/uit`);
    const shows = async (actief: string) =>
      (await admin.get(`/beheer/accounts?zoek=vertrokken&actief=${actief}`)).text.includes('Vertrokken Vera');
    expect(await shows('ja')).toBe(false);
    expect(await shows('nee')).toBe(true);
    expect(await shows('alle')).toBe(true);
  });

  it('shows each account once over its pages, and stays within its budget', async () => {
    await rows(
      `insert into account (gemeente, id, name, email, created_at)
       select '${GEMEENTE}', gen_random_uuid(), 'Veel ' || n, 'veel' || n || '@voorbeeld.test', $1
       from generate_series(1, 120) n`,
      [test.clock.now()],
    );
    const seen = new Set<string>();
    let path: string | undefined = '/beheer/accounts?actief=alle';
    let pages = 0;
    while (path) {
      const page = await admin.get(path);
      expect(page.statements.length).toBeLessThanOrEqual(5);
      for (const [, id = ''] of page.text.matchAll(/\/beheer\/accounts\/([0-9a-f-]{36})"/g)) {
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
      path = /href="([^"]*na=[^"]*)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
      pages += 1;
    }
    const [all] = await rows<{ n: number }>('select count(*)::int as n from account');
    expect(seen.size).toBe(all?.n);
    expect(pages).toBeGreaterThan(2);
  });

  it.each([
    'na=rommel',
    'na=1~x',
    `na=0~${'-'.repeat(36)}`,
    'actief=soms',
    'zoek=%00',
    `zoek=${'a'.repeat(300)}`,
  ])('survives the address ?%s', async (query) => {
    expect([200, 400]).toContain((await admin.get(`/beheer/accounts?${query}`)).status);
  });

  it('keeps the page of one account within its budget', async () => {
    const page = await admin.get(`/beheer/accounts/${adminId}`);
    expect(page.statements.length).toBeLessThanOrEqual(5);
  });
});
