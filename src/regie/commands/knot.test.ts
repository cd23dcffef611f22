import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { openConnections } from '#testing/at-once.ts';
import { staffOf } from '#testing/signaal.ts';
import {
  aDecision,
  assignTo,
  complexSignaal,
  giveMandate,
  knottedSignaal,
  type RegieTown,
  regieTown,
  sendBack,
  versionOf,
} from '../regie.fixture.ts';
import { decideKnot, escalateKnot } from './decide.ts';
import { hearKnot, takeKnot } from './hear.ts';
import { dropKnot, executeKnot, renewKnot } from './outcome.ts';
import { raiseKnot } from './raise.ts';
import { sweepRegie } from './sweep.ts';

let regie: RegieTown;
beforeEach(async () => {
  await regie?.test.close();
  regie = await regieTown();
});
afterAll(() => regie.test.close());

const knotOf = async (id: string): Promise<Record<string, unknown>> =>
  (await regie.rows('select *, check_on::text as check_on from knot where id = $1', [id]))[0] ?? {};
const knots = () =>
  regie.rows<{ id: string; state: string }>('select id, state from knot order by reported_at, id');
const noticesOf = async (accountId: string): Promise<string[]> =>
  (
    await regie.rows<{ kind: string }>(
      'select kind from notice where account_id = $1 order by created_at, id',
      [accountId],
    )
  ).map(({ kind }) => kind);

const take = async (knotId: string) =>
  regie.run(regie.guard, takeKnot, { knotId, version: await versionOf(regie, knotId) });
const say = (who: RegieTown['guard'], knotId: string, departmentId: string | null = null) =>
  regie.run(who, hearKnot, {
    knotId,
    how: departmentId ? 'call' : 'comment',
    departmentId,
    text: 'De paal is niet van ons.',
  });
/** Taken and heard: ready to be cut. */
const heardKnot = async (change = {}) => {
  const made = await knottedSignaal(regie, change);
  await take(made.knotId);
  await say(regie.greenHead, made.knotId);
  await say(regie.guard, made.knotId, regie.town.roads);
  return made;
};
const decide = async (knotId: string, change: object = {}, who = regie.guard) =>
  regie.run(who, decideKnot, aDecision(knotId, regie.town.roads, await versionOf(regie, knotId), change));

describe('a knot comes about', () => {
  it('at the second return of what is complex, with both departments as sides', async () => {
    const { town, greenHead, roadsHead, guard } = regie;
    const signaalId = await complexSignaal(regie);
    await sendBack(regie, greenHead, signaalId, await assignTo(regie, signaalId, town.green));
    expect(await knots()).toEqual([]);
    await sendBack(regie, roadsHead, signaalId, await assignTo(regie, signaalId, town.roads));
    const [{ id } = { id: '' }] = await knots();
    expect(await knotOf(id)).toMatchObject({
      state: 'reported',
      cause: 'returned_twice',
      side_a_department_id: town.roads,
      side_b_department_id: town.green,
      buurt_id: town.buurt,
      number: '1',
      title: 'Hangjongeren, Palenstein',
    });
    expect(await noticesOf(guard.id)).toContain('knot_reported');
  });

  it('once, however often it is reported while it is undecided', async () => {
    const { signaalId, knotId } = await knottedSignaal(regie);
    const raise = () =>
      regie.run(regie.wijkregisseur, raiseKnot, {
        objectKind: 'signaal',
        objectId: signaalId,
        sentence: 'Het loopt vast.',
      });
    await openConnections(regie.test);
    const raised = await Promise.all([raise(), raise(), raise()]);
    expect(raised).toEqual([{ knotId }, { knotId }, { knotId }]);
    expect(await knots()).toHaveLength(1);
  });

  it('never of a simple signaal: that goes on the stack of its department', async () => {
    const { town, wijkregisseur } = regie;
    const signaalId = await complexSignaal(regie, { categoryId: town.tree });
    const sentence = 'Deze tak ligt er al weken.';
    expect(
      await regie.run(wijkregisseur, raiseKnot, { objectKind: 'signaal', objectId: signaalId, sentence }),
    ).toEqual({ knotId: null });
    expect(await knots()).toEqual([]);
    expect(await noticesOf(regie.greenHead.id)).toEqual(['late_stack']);
  });

  it('for nobody who may not reach the signaal, and not without a sentence or with a person in it', async () => {
    const { test, town } = regie;
    const signaalId = await complexSignaal(regie);
    const raise = (who: RegieTown['guard'], sentence: string) =>
      regie.run(who, raiseKnot, { objectKind: 'signaal', objectId: signaalId, sentence });
    const elsewhere = await staffOf(test, town, 'wijkregisseur', {
      areaId: town.area,
      buurtIds: [town.lonelyBuurt],
    });
    await expect(raise(elsewhere, 'x')).rejects.toMatchObject({ code: 'not_found' });
    await expect(raise(await staffOf(test, town, 'councillor'), 'x')).rejects.toMatchObject({ status: 404 });
    await expect(raise(regie.wijkregisseur, ' ')).rejects.toMatchObject({ code: 'sentence_missing' });
    const person = 'Bel mij op 06-12345678.';
    await expect(raise(regie.wijkregisseur, person)).rejects.toMatchObject({ code: 'text_has_person' });
  });
});

describe('a knot is heard', () => {
  it('when the guard has it and both sides spoke, in any order', async () => {
    const { knotId } = await knottedSignaal(regie);
    await say(regie.greenHead, knotId);
    await take(knotId);
    expect(await knotOf(knotId)).toMatchObject({ state: 'with_guard', guard_account_id: regie.guard.id });
    await say(regie.wijkregisseur, knotId);
    expect(await knotOf(knotId)).toMatchObject({ state: 'with_guard' });
    await say(regie.guard, knotId, regie.town.roads);
    expect(await knotOf(knotId)).toMatchObject({ state: 'heard' });
  });

  it('of its own sides only: another department hears nothing of it', async () => {
    const { knotId } = await knottedSignaal(regie);
    const other = await staffOf(regie.test, regie.town, 'department_head', {
      departmentId: regie.town.wijkregie,
    });
    await expect(say(other, knotId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(say(regie.guard, knotId, regie.town.desk)).rejects.toMatchObject({
      code: 'department_unknown',
    });
  });
});

describe('a decision', () => {
  it('names owner and day, cites the mandate of that day, and puts the signaal there at once', async () => {
    const mandateId = await giveMandate(regie);
    const { signaalId, knotId } = await heardKnot({
      contact: { ...NOBODY, mail: 'jansje@voorbeeld.test' },
      answerChannel: 'mail',
    });
    const { decisionId } = await decide(knotId);
    expect(await knotOf(knotId)).toMatchObject({ state: 'decided', check_on: '2016-03-21' });
    const [decision] = await regie.rows<Record<string, string>>('select * from knot_decision where id = $1', [
      decisionId,
    ]);
    expect(decision).toMatchObject({ mandate_id: mandateId, level: 'guard', replaces_id: null });
    expect(decision?.public_text).toContain('besloten door de procesbewaker');
    expect(decision?.public_text).toContain('het hoofd van de afdeling Wegen');
    const [signaal] = await regie.rows(
      'select state, owner_department_id, hear_by::text as hear_by from signaal where id = $1',
      [signaalId],
    );
    expect(signaal).toEqual({
      state: 'planned',
      owner_department_id: regie.town.roads,
      hear_by: '2016-03-21',
    });
    const said = await regie.rows<{ text: string }>(
      `select text from feedback where signaal_id = $1 and direction = 'to_reporter'`,
      [signaalId],
    );
    expect(said.map(({ text }) => text)).toEqual([decision?.public_text]);
    const sent = await regie.rows<{ template: string }>(
      'select template from message where object_id = $1 order by created_at, id',
      [signaalId],
    );
    expect(sent.map(({ template }) => template)).toEqual(['signaal.receipt', 'signaal.planned']);
    expect(await noticesOf(regie.roadsHead.id)).toContain('knot_decided');
  });

  it('above the mandate, or without one, goes up; the last step is the college', async () => {
    const { knotId } = await heardKnot();
    await expect(decide(knotId)).rejects.toMatchObject({ code: 'mandate_missing' });
    await giveMandate(regie, { limitEuro: 399 });
    await expect(decide(knotId)).rejects.toMatchObject({ code: 'above_mandate' });
    await giveMandate(regie, { limitEuro: 400, validTo: '2016-03-07' });
    await expect(decide(knotId)).rejects.toMatchObject({ code: 'above_mandate' });
    const up = async (who: RegieTown['guard']) =>
      regie.run(who, escalateKnot, {
        knotId,
        version: await versionOf(regie, knotId),
        reason: 'Te duur voor mij.',
      });
    await up(regie.guard);
    expect(await noticesOf(regie.director.id)).toEqual(['knot_escalated']);
    await expect(decide(knotId)).rejects.toMatchObject({ code: 'not_your_turn' });
    await up(regie.director);
    await expect(up(regie.college)).rejects.toMatchObject({ code: 'step_not_allowed' });
    await decide(knotId, { amountEuro: 90_000 }, regie.college);
    const [made] = await regie.rows('select level, mandate_id from knot_decision where knot_id = $1', [
      knotId,
    ]);
    expect(made).toEqual({ level: 'college', mandate_id: null });
  });

  it('is never edited: a new one replaces it, and it was heard first', async () => {
    await giveMandate(regie);
    const { knotId } = await knottedSignaal(regie);
    await expect(decide(knotId)).rejects.toMatchObject({ code: 'step_not_allowed' });
    await take(knotId);
    await say(regie.greenHead, knotId);
    await say(regie.roadsHead, knotId);
    const first = await decide(knotId);
    const second = await decide(knotId, { departmentId: regie.town.green, dueOn: '2016-04-01' });
    const all = await regie.rows('select id, replaces_id from knot_decision order by decided_at, id');
    expect(all).toEqual([
      { id: first.decisionId, replaces_id: null },
      { id: second.decisionId, replaces_id: first.decisionId },
    ]);
    const held = await regie.rows<{ department_id: string }>(
      `select department_id from assignment where state in ('offered', 'accepted', 'planned')`,
    );
    expect(held).toEqual([{ department_id: regie.town.green }]);
  });

  it.each([
    ['a department', { departmentId: 'x' }, 'department_missing'],
    ['a budget', { budgetLine: ' ' }, 'budget_missing'],
    ['a whole amount', { amountEuro: 1.5 }, 'amount_unreadable'],
    ['a day', { dueOn: '' }, 'date_missing'],
    ['a day that exists', { dueOn: '2016-02-30' }, 'date_unreadable'],
    ['a day ahead', { dueOn: '2016-03-06' }, 'date_in_past'],
    ['a day within a year', { dueOn: '2017-03-09' }, 'date_too_far'],
    ['words', { text: '' }, 'sentence_missing'],
    ['words without a person', { publicText: 'Bel 06-12345678.' }, 'text_has_person'],
  ])('needs %s', async (_what, change, code) => {
    await giveMandate(regie);
    const { knotId } = await heardKnot();
    await expect(decide(knotId, change)).rejects.toMatchObject({ code });
    expect(await knotOf(knotId)).toMatchObject({ state: 'heard' });
  });

  it('is taken by one of two deciders at once; the other hears that it changed meanwhile', async () => {
    await giveMandate(regie);
    const { knotId } = await heardKnot();
    const version = await versionOf(regie, knotId);
    const second = await staffOf(regie.test, regie.town, 'process_guard');
    await openConnections(regie.test);
    const both = await Promise.allSettled(
      [regie.guard, second].map((who) =>
        regie.run(who, decideKnot, aDecision(knotId, regie.town.roads, version)),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'changed_meanwhile' },
    });
    expect(await regie.rows('select id from knot_decision')).toHaveLength(1);
  });
});

const NOBODY = { name: '', mail: '', phone: '', street: '', houseNumber: '', postcode: '', town: '' };

describe('the end of a knot', () => {
  it('asks "uitgevoerd?" the day after its check date; "niet" makes a new knot', async () => {
    await giveMandate(regie);
    const { knotId } = await heardKnot();
    await decide(knotId);
    const sweepAt = async (moment: string) => {
      regie.test.clock.set(new Date(moment));
      await regie.run(systemPrincipal, sweepRegie, undefined);
    };
    await sweepAt('2016-03-21T23:59:59+01:00');
    expect(await noticesOf(regie.guard.id)).not.toContain('knot_check');
    await sweepAt('2016-03-22T00:00:01+01:00');
    expect(await noticesOf(regie.guard.id)).toContain('knot_check');
    expect(await noticesOf(regie.roadsHead.id)).toContain('knot_check');
    const renewed = await regie.run(regie.wijkregisseur, renewKnot, {
      knotId,
      version: await versionOf(regie, knotId),
      sentence: 'Er staat nog geen paal.',
    });
    expect(await knotOf(knotId)).toMatchObject({ state: 'dropped' });
    expect(await knotOf(renewed.knotId)).toMatchObject({ state: 'reported', number: '2' });
  });

  it('is "uitgevoerd", or a reason why it is no knot', async () => {
    await giveMandate(regie);
    const { knotId } = await heardKnot();
    await decide(knotId);
    const version = await versionOf(regie, knotId);
    await expect(
      regie.run(regie.greenHead, dropKnot, { knotId, version, reason: 'x' }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    await regie.run(regie.roadsHead, executeKnot, { knotId, version });
    expect(await knotOf(knotId)).toMatchObject({ state: 'executed' });
    await expect(
      regie.run(regie.guard, dropKnot, { knotId, version: version + 1, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'step_not_allowed' });
  });
});
