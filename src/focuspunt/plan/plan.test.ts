import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { openConnections } from '#testing/at-once.ts';
import { staffOf } from '#testing/signaal.ts';
import { asOwner, MONDAY_MORNING, type TestWorld } from '#testing/world.ts';
import type { FocusTown } from '../focuspunt/focus-town.fixture.ts';
import {
  actionsDue,
  addAction,
  agreePlan,
  askPartners,
  editPlan,
  finishPlan,
  moveAction,
  plansDue,
  sayQuarter,
  sayView,
  startPlan,
  waivePlan,
} from './index.ts';
import { actsIn, codeOf, noticesOf, planTown, setFocuspunt } from './plan-town.fixture.ts';

const GEMEENTE = 'GM0637';
let test: TestWorld;
let town: FocusTown;
let trekker: Principal & { id: string };
let stranger: Principal & { id: string };

beforeAll(async () => {
  ({ test, town, trekker, stranger } = await planTown());
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(MONDAY_MORNING));

const { run, sweepAt, made, row } = actsIn(() => ({ test, town, trekker }));
const versionOf = async (table: string, id: string): Promise<number> =>
  Number((await row(table, id)).version);

const write = async (
  planId: string,
  change: Partial<{ socialDomain: boolean; roleSplit: string; approach: string; version: number }> = {},
) =>
  run(trekker, editPlan, {
    planId,
    version: await versionOf('plan', planId),
    approach: 'Samen met winkeliers opruimen',
    socialDomain: false,
    roleSplit: '',
    participation: 'Elke maand een ronde met bewoners',
    ...change,
  });
const act = (planId: string, dueOn = '2016-03-21') =>
  run(trekker, addAction, {
    planId,
    title: 'Bakken plaatsen',
    ownerFunction: 'wijkbeheerder',
    ownerAccountId: trekker.id,
    ownerDepartmentId: town.green,
    dueOn,
  });

describe('a plan', () => {
  it('is due eight weeks after the besluit, with a word at six', async () => {
    const { planId } = await made();
    await sweepAt('2016-04-18T23:59:00+02:00');
    expect(await noticesOf(test, GEMEENTE, trekker, planId)).not.toContain('plan_reminder');
    await sweepAt('2016-04-19T00:01:00+02:00');
    expect(await noticesOf(test, GEMEENTE, trekker, planId)).toContain('plan_reminder');
    await sweepAt('2016-05-02T23:59:00+02:00');
    expect(await noticesOf(test, GEMEENTE, trekker, planId)).not.toContain('plan_due');
    await sweepAt('2016-05-03T00:01:00+02:00');
    expect(await noticesOf(test, GEMEENTE, town.wijkregisseur, planId)).toContain('plan_due');
    const due = await tenantTransaction(test.world.pool, GEMEENTE, (db) =>
      plansDue(db, GEMEENTE, { areaIds: [town.focusArea], until: '2016-05-02' }),
    );
    expect(due.map((one) => one.planId)).toContain(planId);
  });

  it('is not asked for once it is agreed or waived with a reason', async () => {
    const { planId, focuspuntId } = await made();
    await write(planId);
    await run(trekker, agreePlan, { planId, version: 2, without: '' });
    const waived = await made();
    const waive = (reason: string) => run(trekker, waivePlan, { planId: waived.planId, version: 1, reason });
    await expect(waive(' ').catch(codeOf)).resolves.toBe('reason_missing');
    await waive('Het is al opgelost');
    expect(await row('focuspunt', waived.focuspuntId)).toMatchObject({ plan_waiver: 'Het is al opgelost' });
    expect(focuspuntId).not.toBe(waived.focuspuntId);
    await sweepAt('2016-05-03T00:01:00+02:00');
    const mine = await asOwner(
      test.urls,
      GEMEENTE,
      'select 1 from notice where object_id = any ($1) and kind like $2',
      [[planId, waived.planId], 'plan_%'],
    );
    expect(mine).toEqual([]);
  });

  it('walks from draft to finished, and says what is missing', async () => {
    const { planId, focuspuntId } = await made();
    const agree = async (without = '') =>
      run(trekker, agreePlan, { planId, version: await versionOf('plan', planId), without });
    await expect(agree().catch(codeOf)).resolves.toBe('approach_missing');
    await write(planId, { socialDomain: true });
    await expect(agree().catch(codeOf)).resolves.toBe('role_split_missing');
    await write(planId, { socialDomain: true, roleSplit: 'Wijkteam: overlast. Zorgnetwerk: hulp.' });
    await run(trekker, askPartners, { planId, memberIds: town.members });
    await expect(agree().catch(codeOf)).resolves.toBe('views_missing');
    const police: Principal = {
      kind: 'staff',
      id: town.policeAccount,
      holdings: [
        { role: 'police_partner', departmentId: town.police, areaId: null, buurtIds: null, onBehalfOf: null },
      ],
    };
    const [member = '', other = ''] = town.members;
    await run(police, sayView, { planId, memberId: member, view: 'no', comment: 'Te weinig toezicht' });
    const foreign = run(police, sayView, { planId, memberId: other, view: 'yes', comment: '' });
    await expect(foreign.catch(codeOf)).resolves.toBe('forbidden');
    await agree('Jongerenwerk heeft vakantie');
    expect(await row('plan', planId)).toMatchObject({
      state: 'agreed',
      agreed_without: 'Jongerenwerk heeft vakantie',
    });
    const start = async () => run(trekker, startPlan, { planId, version: await versionOf('plan', planId) });
    await expect(start().catch(codeOf)).resolves.toBe('action_missing');
    const actionId = await act(planId);
    await start();
    expect(await row('focuspunt', focuspuntId)).toMatchObject({ state: 'running' });
    const finish = async () => run(trekker, finishPlan, { planId, version: await versionOf('plan', planId) });
    await expect(finish().catch(codeOf)).resolves.toBe('actions_open');
    await run(trekker, moveAction, { actionId, version: 1, step: 'finish', reason: '' });
    await finish();
    expect(await row('plan', planId)).toMatchObject({ state: 'finished' });
    await expect(agree().catch(codeOf)).resolves.toBe('step_not_allowed');
  });

  it('starts only when the raad was told', async () => {
    const { planId } = await setFocuspunt(test, town, { trekker: trekker.id, informed: false });
    await write(planId);
    await act(planId);
    await run(trekker, agreePlan, { planId, version: 2, without: '' });
    await expect(run(trekker, startPlan, { planId, version: 3 }).catch(codeOf)).resolves.toBe(
      'council_not_informed',
    );
  });

  it('names no person', async () => {
    const { planId } = await made();
    await expect(write(planId, { approach: 'Bel 06-12345678' }).catch(codeOf)).resolves.toBe(
      'text_has_person',
    );
  });

  it('is written by one of two at once', async () => {
    const { planId } = await made();
    await openConnections(test);
    const both = await Promise.all([1, 2].map(() => write(planId, { version: 1 }).catch(codeOf)));
    expect(both.filter((answer) => answer === 'changed_meanwhile')).toHaveLength(1);
  });

  it('is not for the neighbour, nor for another municipality', async () => {
    const { planId, focuspuntId } = await made();
    const texts = {
      planId,
      version: 1,
      approach: 'x',
      socialDomain: false,
      roleSplit: '',
      participation: 'x',
    };
    await expect(run(stranger, editPlan, texts).catch(codeOf)).resolves.toBe('forbidden');
    const said = { focuspuntId, light: 'runs', sentence: '' } as const;
    await expect(run(stranger, sayQuarter, said).catch(codeOf)).resolves.toBe('forbidden');
    const far = execute(test.world, 'GM0106', town.wijkregisseur, editPlan, texts);
    await expect(far.catch(codeOf)).resolves.toBe('not_found');
    const nowhere = run(trekker, editPlan, { ...texts, planId: 'x' });
    await expect(nowhere.catch(codeOf)).resolves.toBe('not_found');
  });
});

describe('an action', () => {
  it('is seen by its owner after its day, and three working days later by the wijkregisseur', async () => {
    const { planId } = await made();
    await act(planId, '2016-04-26');
    await sweepAt('2016-04-26T23:59:00+02:00');
    expect(await noticesOf(test, GEMEENTE, trekker, planId)).not.toContain('action_due');
    await sweepAt('2016-04-27T00:01:00+02:00');
    expect(await noticesOf(test, GEMEENTE, trekker, planId)).toContain('action_due');
    // Koningsdag and a weekend do not count: 28 and 29 April and 2 May do.
    await sweepAt('2016-05-02T23:59:00+02:00');
    expect(await noticesOf(test, GEMEENTE, town.wijkregisseur, planId)).not.toContain('action_late');
    await sweepAt('2016-05-03T00:01:00+02:00');
    expect(await noticesOf(test, GEMEENTE, town.wijkregisseur, planId)).toContain('action_late');
    const due = await tenantTransaction(test.world.pool, GEMEENTE, (db) =>
      actionsDue(db, GEMEENTE, { accountId: trekker.id, until: '2016-04-26' }),
    );
    expect(due.some((one) => one.planId === planId)).toBe(true);
  });

  it.each([
    ['title_missing', { title: '' }],
    ['owner_missing', { ownerFunction: ' ' }],
    ['date_missing', { dueOn: '' }],
    ['date_unreadable', { dueOn: '2017-02-29' }],
    ['date_in_past', { dueOn: '2016-03-06' }],
    ['owner_unknown', { ownerAccountId: newId() }],
    ['owner_unknown', { ownerDepartmentId: newId() }],
  ])('is refused: %s', async (code, change) => {
    const { planId } = await made();
    const action = {
      planId,
      title: 'x',
      ownerFunction: 'x',
      ownerAccountId: null,
      ownerDepartmentId: null,
      dueOn: '2016-03-07',
    };
    await expect(run(trekker, addAction, { ...action, ...change }).catch(codeOf)).resolves.toBe(code);
  });

  it('lapses with a reason, and is finished by one of two', async () => {
    const { planId } = await made();
    const actionId = await act(planId);
    const move = (step: 'cancel' | 'finish' | 'reopen', version: number, reason = '') =>
      run(trekker, moveAction, { actionId, version, step, reason }).catch(codeOf);
    expect(await move('cancel', 1)).toBe('reason_missing');
    await openConnections(test);
    const both = await Promise.all([move('finish', 1), move('cancel', 1, 'te duur')]);
    expect(both.filter((answer) => answer === 'changed_meanwhile')).toHaveLength(1);
    await move('reopen', 2);
    expect(await row('plan_action', actionId)).toMatchObject({
      state: 'open',
      done_on: null,
      cancel_reason: null,
    });
    const other = await staffOf(test, town, 'department_worker', { departmentId: town.roads });
    await expect(
      run(other, moveAction, { actionId, version: 3, step: 'finish', reason: '' }).catch(codeOf),
    ).resolves.toBe('forbidden');
  });
});
