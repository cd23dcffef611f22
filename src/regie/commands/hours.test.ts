import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { openConnections } from '#testing/at-once.ts';
import { staffOf } from '#testing/signaal.ts';
import { testSite } from '#testing/web.ts';
import { hasBandwidth, potOf, regieRoutes } from '../index.ts';
import { type Person, type RegieTown, regieTown } from '../regie.fixture.ts';
import { askBandwidth, decideBandwidth, endBandwidth, type Help } from './bandwidth.ts';
import { sweepRegie } from './sweep.ts';

const OBJECT = '0198c0de-0000-7000-8000-000000000001';
let regie: RegieTown;
let manager: Person;
beforeEach(async () => {
  await regie?.test.close();
  regie = await regieTown();
  manager = await staffOf(regie.test, regie.town, 'team_manager');
});
afterAll(() => regie.test.close());

const help = (change: Partial<Help> = {}): Help => ({
  objectKind: 'focuspunt',
  objectId: OBJECT,
  title: 'Perenboomgaard',
  sentence: 'Zonder hulp valt het stil.',
  hours: 20,
  whatIsDropped: 'De wijkschouw in april.',
  endsOn: '2016-04-27',
  ...change,
});
const ask = (change: Partial<Help> = {}, who = regie.wijkregisseur) =>
  regie.run(who, askBandwidth, help(change));
const read = <T>(work: Parameters<typeof tenantTransaction<T>>[2]) =>
  tenantTransaction(regie.test.world.pool, regie.town.gemeente, work);
const pot = () => read((db) => potOf(db, regie.town.gemeente, regie.wijkregisseur.id, 2016));
const has = (day = '2016-03-07') =>
  read((db) => hasBandwidth(db, regie.town.gemeente, regie.wijkregisseur.id, { objectIds: [OBJECT], day }));
const kinds = async (who: Person): Promise<string[]> =>
  (
    await regie.rows<{ kind: string }>(
      'select kind from notice where account_id = $1 order by created_at, kind',
      [who.id],
    )
  ).map(({ kind }) => kind);

describe('the pot of hours', () => {
  it('gives what lies within it at once; at four fifths both are told', async () => {
    expect(await has()).toBe(false);
    expect((await ask()).state).toBe('within_pot');
    expect(await pot()).toEqual({ pot: 60, used: 20, asked: 0, left: 40, cases: 1 });
    expect(await has()).toBe(true);
    expect(await has('2016-04-27')).toBe(true);
    expect(await has('2016-04-28')).toBe(false);
    expect(await kinds(manager)).toEqual([]);
    await ask({ hours: 28 });
    expect(await kinds(manager)).toEqual(['bandwidth_notice']);
    expect(await kinds(regie.wijkregisseur)).toEqual(['bandwidth_notice']);
  });

  it('lets the team manager decide above it, no only with a reason', async () => {
    await ask({ hours: 60, objectId: null, objectKind: 'other' });
    const { id, state } = await ask({ hours: 0.5 });
    expect(state).toBe('asked');
    expect(await has()).toBe(false);
    expect(await kinds(manager)).toContain('bandwidth_asked');
    const decide = (approve: boolean, reason = '', who = manager, version = 1) =>
      regie.run(who, decideBandwidth, { bandwidthId: id, version, approve, reason });
    await expect(decide(false)).rejects.toMatchObject({ code: 'reason_missing' });
    await expect(decide(true, '', regie.wijkregisseur)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(decide(true, '', manager, 2)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    await decide(true);
    expect(await has()).toBe(true);
    expect(await kinds(regie.wijkregisseur)).toContain('bandwidth_approved');
    await expect(decide(false, 'Toch niet.', manager, 2)).rejects.toMatchObject({ code: 'step_not_allowed' });
  });

  it('is not taken twice by two requests at once', async () => {
    await openConnections(regie.test);
    const both = await Promise.all([ask({ hours: 40 }), ask({ hours: 40 }), ask({ hours: 40 })]);
    expect(both.map(({ state }) => state).sort()).toEqual(['asked', 'asked', 'within_pot']);
    expect(await pot()).toMatchObject({ used: 40, asked: 80 });
  });

  it('ends after its last day, Koningsdag or not, and by hand', async () => {
    const { id } = await ask();
    const second = await ask({ hours: 1 });
    const at = async (moment: string) => {
      regie.test.clock.set(new Date(moment));
      await regie.run(systemPrincipal, sweepRegie, undefined);
      return (await regie.rows<{ state: string }>('select state from bandwidth where id = $1', [id]))[0]
        ?.state;
    };
    const other = await staffOf(regie.test, regie.town, 'wijkregisseur');
    const end = (who: Person) => regie.run(who, endBandwidth, { bandwidthId: second.id, version: 1 });
    await expect(end(other)).rejects.toMatchObject({ code: 'forbidden' });
    await end(regie.wijkregisseur);
    expect(await at('2016-04-27T23:59:59+02:00')).toBe('within_pot');
    expect(await at('2016-04-28T00:00:01+02:00')).toBe('ended');
    expect(await has()).toBe(false);
    expect(await kinds(manager)).toContain('bandwidth_ended');
    expect(await pot()).toMatchObject({ used: 21 });
  });

  it.each([
    [{ hours: 0 }, 'hours_unreadable'],
    [{ hours: Number.NaN }, 'hours_unreadable'],
    [{ hours: 401 }, 'hours_unreadable'],
    [{ sentence: '' }, 'sentence_missing'],
    [{ whatIsDropped: ' ' }, 'dropped_missing'],
    [{ endsOn: '2016-03-06' }, 'date_in_past'],
  ])('refuses %o', async (change, code) => {
    await expect(ask(change)).rejects.toMatchObject({ code });
  });
});

describe('its page', () => {
  it('shows the case to everybody inside and the person only to himself and the team manager', async () => {
    const site = testSite(regie.test, regieRoutes);
    await regie.rows(`update account set name = 'Willem Verzonnen' where id = $1`, [regie.wijkregisseur.id]);
    const mine = await site.client().signInAs(regie.wijkregisseur.id);
    const empty = await mine.submit(await mine.get('/ruimte?soort=group&naam=Boomgaard'), {}, '/ruimte');
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('value="Boomgaard"');
    const typed = { sentence: 'Het valt stil.', hours: '20,5', dropped: 'De schouw.' };
    const taken = await mine.follow(await mine.submit(empty, typed, '/ruimte'));
    expect(taken.text).toContain('De uren komen uit uw pot');
    expect(taken.text).toContain('20,5 van 60 uur gebruikt, nog 39,5 uur over');
    expect(taken.statements.length).toBeLessThanOrEqual(5);
    await mine.submit(taken, { ...typed, title: 'Plein', hours: '50' }, '/ruimte');
    const colleague = await site.client().signInAs(regie.greenHead.id);
    const seen = (await colleague.get('/ruimte')).text;
    expect(seen).toContain('Boomgaard');
    expect(seen).not.toContain('Willem Verzonnen');
    expect((await colleague.post('/ruimte', typed)).status).toBe(403);
    const boss = await site.client().signInAs(manager.id);
    const asked = await boss.get('/ruimte');
    expect(asked.text).toContain('Willem Verzonnen vraagt 50 uur boven de pot');
    expect(asked.statements.length).toBeLessThanOrEqual(5);
    const path = /action="(\/ruimte\/[^"]*\/besluit)"/.exec(asked.text)?.[1] ?? '';
    expect((await boss.submit(asked, { keuze: 'nee' }, path)).status).toBe(422);
    const refused = await boss.follow(await boss.submit(asked, { keuze: 'nee', reason: 'Te veel.' }, path));
    expect(refused.text).toContain('niet goedgekeurd: Te veel.');
    const councillor = await site.client().signInAs((await staffOf(regie.test, regie.town, 'councillor')).id);
    expect((await councillor.get('/ruimte')).status).toBe(403);
  });
});
