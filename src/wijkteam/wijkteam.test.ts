import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { makeDepartment, makePerson, makeTenant } from '#testing/people.ts';
import { type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import {
  addMember,
  endMember,
  endMemory,
  membersOf,
  memoryOf,
  type NewMember,
  wijkteamRoutes,
  writeMemory,
} from './index.ts';

const GEMEENTE = 'GM0637';
let test: TestWorld;
let town: SmallTown;
let site: TestSite;
let police: string;
let focusArea: string;
let wijkregisseur: Principal;
let elsewhere: Principal;

beforeAll(async () => {
  test = await testWorld();
  town = await smallTown(test);
  await makeTenant(test, 'GM0106', 'Assen');
  site = testSite(test, wijkteamRoutes);
  police = await makeDepartment(test, 'Politie', 'partner');
  focusArea = await makeFocusArea('Centrum', town.buurt);
  await makeFocusArea('Meerpolder', town.lonelyBuurt);
  wijkregisseur = await staffOf(test, town, 'wijkregisseur', { areaId: town.area, buurtIds: [town.buurt] });
  elsewhere = boundTo([town.lonelyBuurt]);
});
afterAll(() => test.close());

const boundTo = (buurtIds: readonly string[] | null): Principal => ({
  ...wijkregisseur,
  holdings: wijkregisseur.holdings.map((holding) => ({ ...holding, buurtIds })),
});

const makeFocusArea = async (name: string, buurtId: string): Promise<string> => {
  const [division, area] = [newId(), newId()];
  const sql = (text: string, values: unknown[]) => asOwner(test.urls, GEMEENTE, text, values);
  await sql(
    `insert into division (gemeente, id, kind, name, valid_from) values ($1, $2, 'focus_area', 'Gebieden', '2014-01-01')`,
    [GEMEENTE, division],
  );
  await sql(
    `insert into area (gemeente, id, division_id, code, name, valid_from) values ($1, $2, $3, $4, $4, '2014-01-01')`,
    [GEMEENTE, area, division, name],
  );
  await sql(
    `insert into area_buurt (gemeente, area_id, buurt_id, valid_from) values ($1, $2, $3, '2014-01-01')`,
    [GEMEENTE, area, buurtId],
  );
  return area;
};

const officer = (change: Partial<NewMember> = {}): NewMember => ({
  areaId: focusArea,
  departmentId: police,
  function: 'wijkagent',
  name: 'Piet Verzonnen',
  mail: 'piet@voorbeeld.test',
  accountId: null,
  publicContact: '',
  standing: true,
  validFrom: '2016-03-01',
  ...change,
});

const run = <I, O>(
  who: Principal,
  command: Parameters<typeof execute<I, O>>[3],
  input: I,
  gemeente = GEMEENTE,
) => execute(test.world, gemeente, who, command, input);

const members = (day: string) =>
  tenantTransaction(test.world.pool, GEMEENTE, (db) => membersOf(db, GEMEENTE, focusArea, day));

describe('the wijkteam of an area', () => {
  it('has members from a day to a day, with the address sealed', async () => {
    const id = await run(wijkregisseur, addMember, officer());
    expect((await members('2016-03-07')).map((member) => member.id)).toContain(id);
    expect(await members('2016-02-29')).toEqual([]);
    await run(wijkregisseur, endMember, { memberId: id, lastDay: '2016-03-10' });
    expect((await members('2016-03-10')).map((member) => member.id)).toContain(id);
    expect((await members('2016-03-11')).map((member) => member.id)).not.toContain(id);
    await expect(
      run(wijkregisseur, endMember, { memberId: id, lastDay: '2016-03-12' }),
    ).rejects.toMatchObject({
      code: 'already_ended',
    });
    const rows = await asOwner(test.urls, GEMEENTE, 'select * from wijkteam_member');
    const history = await asOwner(
      test.urls,
      GEMEENTE,
      `select * from history where noun = 'wijkteam_member'`,
    );
    expect(JSON.stringify([rows, history])).not.toMatch(/piet/i);
  });

  it.each([
    [{ function: ' ' }, 'function', 'function_missing'],
    [{ mail: '' }, 'mail', 'reachable_missing'],
    [{ mail: 'piet' }, 'mail', 'mail_unreadable'],
    [{ departmentId: newId() }, 'departmentId', 'organisation_unknown'],
    [{ accountId: newId() }, 'accountId', 'account_unknown'],
    [{ validFrom: '2016-02-30' }, 'validFrom', 'date_missing'],
    [{ function: 'x'.repeat(121) }, 'function', 'field_too_long'],
  ])('refuses %j', async (change, field, code) => {
    const before = (await members('2016-03-07')).length;
    await expect(run(wijkregisseur, addMember, officer(change))).rejects.toMatchObject({
      fields: { [field]: code },
    });
    expect((await members('2016-03-07')).length).toBe(before);
  });

  it('is kept by who works in the area, and by nobody of elsewhere', async () => {
    await expect(run(elsewhere, addMember, officer())).rejects.toMatchObject({ code: 'forbidden' });
    const desk = await staffOf(test, town, 'desk_worker', { departmentId: town.desk });
    await expect(run(desk, addMember, officer())).rejects.toMatchObject({ code: 'forbidden' });
    const far = await execute(test.world, 'GM0106', boundTo(null), addMember, officer()).catch(
      (error) => error,
    );
    expect(far).toMatchObject({ fields: { area: 'area_unknown' } });
  });
});

describe('the memory of a wijk', () => {
  const note = {
    kind: 'closed_street',
    text: 'Schoolstraat dicht, bel Wegen 079-3460000',
    startsOn: '2016-03-07',
    endsOn: '2016-03-09',
    public: false,
  } as const;

  it('holds on its days, ends by hand, and lets an office number stay', async () => {
    const id = await run(wijkregisseur, writeMemory, { areaId: focusArea, ...note });
    const on = (day: string, ahead = false) =>
      tenantTransaction(test.world.pool, GEMEENTE, (db) => memoryOf(db, GEMEENTE, [focusArea], day, ahead));
    expect((await on('2016-03-06')).length).toBe(0);
    expect((await on('2016-03-06', true)).length).toBe(1);
    expect((await on('2016-03-09')).length).toBe(1);
    expect((await on('2016-03-10')).length).toBe(0);
    await run(wijkregisseur, endMemory, { memoryId: id });
    expect((await on('2016-03-09')).length).toBe(0);
    await expect(run(wijkregisseur, endMemory, { memoryId: id })).rejects.toMatchObject({
      code: 'already_ended',
    });
  });

  it.each([
    [{ text: ' ' }, { text: 'note_missing' }],
    [{ text: 'Jan de Vries, Kerkstraat 12, is lastig' }, { text: 'note_names_person' }],
    [{ text: 'mail wim@voorbeeld.test' }, { text: 'note_names_person' }],
    [{ endsOn: '2016-03-06' }, { endsOn: 'ends_before_start' }],
    [{ startsOn: '2016-13-01' }, { startsOn: 'date_missing' }],
  ])('refuses %j', async (change, fields) => {
    await expect(
      run(wijkregisseur, writeMemory, { areaId: focusArea, ...note, ...change }),
    ).rejects.toMatchObject({ fields });
  });
});

describe('the pages', () => {
  let person: TestClient;
  beforeAll(async () => {
    person = await site
      .client()
      .signInAs(await makePerson(test, { holdings: [{ role: 'wijkregisseur', areaId: town.area }] }));
  });

  it('begin in the own area, add a member and keep what was typed after a mistake', async () => {
    const page = await person.get('/wijkteam');
    expect(page.text).toContain('Wijkteam Centrum');
    expect(page.statements.length).toBeLessThanOrEqual(6);
    const wrong = await person.submit(page, {
      departmentId: police,
      function: 'jeugdagent',
      mail: 'geen adres',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="jeugdagent"');
    expect(wrong.text).toContain('Dit is geen e-mailadres');
    const done = await person.submit(page, {
      departmentId: police,
      function: 'jeugdagent',
      mail: 'jeugd@voorbeeld.test',
    });
    expect(done.location).toContain('opgeslagen');
    expect((await person.get(done.location ?? '')).text).toContain('jeugdagent, Politie');
  });

  it('write and end a note', async () => {
    const page = await person.get('/wijkgeheugen');
    const wrong = await person.submit(page, { text: 'bel 06-12345678 van mevrouw Jansen op Kerkstraat 4' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('bel 06-12345678');
    const done = await person.submit(page, { text: 'Rondgang om tien uur bij de vijver', kind: 'rondgang' });
    const list = await person.get(done.location ?? '');
    expect(list.text).toContain('Rondgang om tien uur');
    expect(list.statements.length).toBeLessThanOrEqual(6);
    const action = /action="(\/wijkgeheugen\/[^"]+\/einde)"/.exec(list.text)?.[1] ?? '';
    const ended = await person.submit(list, {}, action);
    expect((await person.get(ended.location ?? '')).text).not.toContain('Rondgang om tien uur');
  });
});
