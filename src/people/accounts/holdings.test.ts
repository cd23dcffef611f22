import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { makeDepartment, makeHolding, makePerson } from '#testing/people.ts';
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

describe('a role', () => {
  const giveRole = async (id: string, fields: Record<string, string>) =>
    admin.submit(await admin.get(`/beheer/accounts/${id}/rollen/nieuw`), fields);

  it('is given from today on unless another day is chosen, and shown with its days', async () => {
    const id = await make('Rol Drager');
    expect((await giveRole(id, { role: 'trekker' })).status).toBe(303);
    const [row] = await rows('select role, valid_from, valid_to from role_holding where account_id = $1', [
      id,
    ]);
    expect(row).toMatchObject({ role: 'trekker', valid_to: null });
    const page = await admin.get(`/beheer/accounts/${id}`);
    expect(page.text).toContain('vanaf ma 7 mrt 2016');
    expect(page.text).toContain('rol gegeven: trekker');
  });

  it('can be bound to a department, an area and somebody else', async () => {
    const department = await makeDepartment(test, 'Wijkregie', 'wijkregie');
    const [division, area] = [newId(), newId()];
    await rows(
      `insert into division (gemeente, id, kind, name, valid_from) values ('${GEMEENTE}', $1, 'wijk', 'Wijken', '2016-01-01')`,
      [division],
    );
    await rows(
      `insert into area (gemeente, id, division_id, code, name, valid_from)
       values ('${GEMEENTE}', $1, $2, 'MZ', 'Meerzicht', '2016-01-01')`,
      [area, division],
    );
    const regisseur = await makePerson(test, { name: 'Wim Wijk', holdings: [{ role: 'wijkregisseur' }] });
    const id = await make('Oda Ondersteuner');
    const answer = await giveRole(id, {
      role: 'support_officer',
      department,
      area,
      behalf: regisseur,
      'last-day': '31',
      'last-month': '12',
      'last-year': '2016',
    });
    expect(answer.status).toBe(303);
    const page = (await admin.get(`/beheer/accounts/${id}`)).text;
    for (const text of ['Wijkregie', 'Meerzicht', 'Wim Wijk', 'tot en met za 31 dec 2016', 'geldt nu']) {
      expect(page).toContain(text);
    }
  });

  it('over a department is not given without one', async () => {
    const id = await make('Zonder Afdeling');
    for (const role of ['department_worker', 'desk_worker', 'director']) {
      const answer = await giveRole(id, { role });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Zonder afdeling zou deze rol alles zien.');
    }
    expect(await rows('select id from role_holding where account_id = $1', [id])).toHaveLength(0);
  });

  it.each([
    [{ role: '' }, 'Kies een rol.'],
    [{ role: 'resident' }, 'Kies een rol.'],
    [{ role: 'system' }, 'Kies een rol.'],
    [{ role: 'trekker', department: 'x' }, 'Kies een afdeling uit de lijst.'],
    [{ role: 'trekker', department: newId() }, 'Kies een afdeling uit de lijst.'],
    [{ role: 'trekker', area: newId() }, 'Kies een gebied uit de lijst.'],
    [{ role: 'trekker', behalf: newId() }, 'Kies iemand uit de lijst.'],
    [{ role: 'trekker', 'from-day': '31', 'from-month': '2', 'from-year': '2016' }, 'Deze dag bestaat niet.'],
    [{ role: 'trekker', 'from-day': '1e', 'from-month': 'mei', 'from-year': '16' }, 'Deze dag bestaat niet.'],
    [
      { role: 'trekker', 'from-day': '', 'from-month': '', 'from-year': '' },
      'Vul een dag, maand en jaar in.',
    ],
    [
      { role: 'trekker', 'last-day': '1', 'last-month': '1', 'last-year': '2016' },
      'De laatste dag ligt voor de eerste dag.',
    ],
  ])('is not given from %j, and what was typed stays', async (fields, message) => {
    const id = await make('Proef Persoon');
    const answer = await giveRole(id, fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    if ('from-month' in fields) expect(answer.text).toContain(`value="${fields['from-month']}"`);
    expect(await rows('select id from role_holding where account_id = $1', [id])).toHaveLength(0);
  });

  it('is never bound to what another municipality has', async () => {
    const department = await makeDepartment(test, 'Groen Assen', 'vakafdeling', 'GM0106');
    const person = await makePerson(test, {}, 'GM0106');
    const id = await make('Grens Geval');
    expect((await giveRole(id, { role: 'department_worker', department })).status).toBe(422);
    expect((await giveRole(id, { role: 'trekker', behalf: person })).status).toBe(422);
  });

  it('is not held on behalf of oneself', async () => {
    const id = await make('Zelf Zelver');
    expect((await giveRole(id, { role: 'trekker', behalf: id })).text).toContain('niet namens zichzelf');
  });

  const end = async (id: string, holding: string, [day, month, year]: [string, string, string]) =>
    admin.post(`/beheer/accounts/${id}/rollen/${holding}/einde`, {
      'last-day': day,
      'last-month': month,
      'last-year': year,
    });

  it('ends on a day, keeps its row and its history', async () => {
    const id = await makePerson(test);
    const holding = await makeHolding(test, id, { role: 'trekker' });
    const form = await admin.get(`/beheer/accounts/${id}/rollen/${holding}/einde`);
    expect((await admin.submit(form)).status).toBe(303);
    const [row] = await rows<{ to: string }>('select valid_to::text as to from role_holding where id = $1', [
      holding,
    ]);
    expect(row?.to).toBe('2016-03-08');
    expect(await historyOf(holding)).toEqual(['ended']);
    expect((await admin.get(`/beheer/accounts/${id}`)).text).toContain('tot en met ma 7 mrt 2016');
  });

  it('ends now when yesterday is its last day', async () => {
    const id = await makePerson(test, { holdings: [{ role: 'trekker' }] });
    const person = await site.client().signInAs(id);
    const [holding] = await rows<{ id: string }>('select id from role_holding where account_id = $1', [id]);
    expect((await end(id, holding?.id ?? '', ['6', '3', '2016'])).status).toBe(303);
    expect((await person.get('/berichten')).status).toBe(403);
    const again = await end(id, holding?.id ?? '', ['7', '3', '2016']);
    expect(again.text).toContain('Deze rol is al voorbij.');
  });

  it('does not end longer ago, nor before it began', async () => {
    const id = await makePerson(test);
    const old = await makeHolding(test, id, { role: 'trekker' });
    expect((await end(id, old, ['5', '3', '2016'])).text).toContain('Deze dag is te lang geleden.');
    const coming = await makeHolding(test, id, { role: 'trekker', from: '2016-05-01' });
    expect((await end(id, coming, ['30', '4', '2016'])).text).toContain('ligt voor de eerste dag');
  });

  it('of the last administrator does not end, today or later', async () => {
    await rows('update account set active = false where id <> $1', [adminId]);
    const [holding] = await rows<{ id: string }>(
      `select id from role_holding where account_id = $1 and role = 'functional_admin'`,
      [adminId],
    );
    for (const day of ['6', '7', '20'] as const) {
      const answer = await end(adminId, holding?.id ?? '', [day, '3', '2016']);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('laatste functioneel beheerder');
    }
  });

  it('of another person or municipality is not found', async () => {
    const one = await makePerson(test);
    const other = await makePerson(test);
    const holding = await makeHolding(test, other, { role: 'trekker' });
    expect((await end(one, holding, ['7', '3', '2016'])).status).toBe(404);
    const far = await makePerson(test, {}, 'GM0106');
    const farHolding = await makeHolding(test, far, { role: 'trekker' }, 'GM0106');
    expect((await end(far, farHolding, ['7', '3', '2016'])).status).toBe(404);
    expect((await admin.get(`/beheer/accounts/${one}/rollen/${holding}/einde`)).status).toBe(404);
  });
});
