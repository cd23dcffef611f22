import { afterAll, beforeEach, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { sweepTenant } from '../jobs.ts';
import { NO_CONTACT } from '../store/contact.ts';
import { acceptAssignment, completeAssignment, planAssignment, returnAssignment } from './assignment.ts';
import { eraseReporter, readReporter } from './contact.ts';
import { giveSignaal } from './give.ts';
import { markDuplicate } from './merge.ts';
import { addToSignaal, confirmSolved, objectToClosing, withdrawSignaal } from './reporter-voice.ts';
import { answerSignaal, assignSignaal } from './triage.ts';

let tw: TestWorld;
let town: SmallTown;
let worker: Principal;
let head: Principal & { id: string };
let wijkregisseur: Principal & { id: string };
let desk: Principal & { id: string };

beforeEach(async () => {
  await tw?.close();
  tw = await testWorld();
  town = await smallTown(tw);
  worker = await staffOf(tw, town, 'department_worker', { departmentId: town.green });
  head = await staffOf(tw, town, 'department_head', { departmentId: town.green });
  wijkregisseur = await staffOf(tw, town, 'wijkregisseur', { areaId: town.area, buurtIds: [town.buurt] });
  desk = await staffOf(tw, town, 'desk_worker', { departmentId: town.desk });
});
afterAll(() => tw.close());

const run = <Input, Output>(
  who: Principal,
  command: Parameters<typeof execute<Input, Output>>[3],
  input: Input,
) => execute(tw.world, town.gemeente, who, command, input);

const give = async (change: Parameters<typeof aGift>[0] = {}) => {
  const { signaalId } = await run(resident, giveSignaal, aGift(change));
  return { signaalId, part: await lastPart(signaalId) };
};

const lastPart = async (signaalId: string) => {
  const sql = 'select id from assignment where signaal_id = $1 order by sequence desc limit 1';
  const [row] = await asOwner<{ id: string }>(tw.urls, town.gemeente, sql, [signaalId]);
  return { signaalId, assignmentId: row?.id ?? '' };
};

const look = async (id: string) => {
  const [row] = await asOwner<Record<string, unknown>>(
    tw.urls,
    town.gemeente,
    'select *, planned_on::text as planned_on from signaal where id = $1',
    [id],
  );
  return row ?? {};
};

const notices = async (): Promise<{ kind: string; account_id: string }[]> =>
  asOwner(tw.urls, town.gemeente, 'select kind, account_id from notice order by created_at, kind');

const templates = async (signaalId: string): Promise<string[]> => {
  const rows = await asOwner<{ template: string }>(
    tw.urls,
    town.gemeente,
    'select template from message where object_id = $1 order by created_at, id',
    [signaalId],
  );
  return rows.map(({ template }) => template.replace('signaal.', ''));
};

const DONE = { outcome: 'solved', executedOn: '2016-03-07', answer: 'De tak is weg.', note: '' } as const;
const withMail = {
  contact: { ...NO_CONTACT, name: 'Jansje Verzonnen', mail: 'jansje@voorbeeld.test' },
  answerChannel: 'mail' as const,
};

it('goes from a resident to a department and back in one button', async () => {
  const { signaalId, part } = await give(withMail);
  expect(await run(worker, completeAssignment, { ...part, ...DONE })).toEqual({ ended: true });
  expect(await look(signaalId)).toMatchObject({ state: 'done', outcome: 'solved' });
  expect(await templates(signaalId)).toEqual(['receipt', 'outcome']);
  const steps = await asOwner<{ action: string }>(
    tw.urls,
    town.gemeente,
    `select action from history where object_id = any ($1) order by id`,
    [[signaalId, part.assignmentId]],
  );
  expect(steps.map(({ action }) => action)).toEqual([
    'given',
    'offered',
    'accept',
    'complete',
    'complete',
    'said_outcome',
  ]);
});

it('refuses to end without an answer, and "opgelost" without the day of work', async () => {
  const { part } = await give();
  const complete = (change: object) => run(worker, completeAssignment, { ...part, ...DONE, ...change });
  await expect(complete({ answer: '  ' })).rejects.toMatchObject({ code: 'answer_missing' });
  await expect(complete({ executedOn: null })).rejects.toMatchObject({ code: 'date_missing' });
  await expect(complete({ executedOn: '2016-03-08' })).rejects.toMatchObject({ code: 'date_in_future' });
});

it('keeps another department out: it does not even learn that the signaal exists', async () => {
  const { part } = await give();
  const roads = await staffOf(tw, town, 'department_worker', { departmentId: town.roads });
  await expect(run(roads, acceptAssignment, part)).rejects.toMatchObject({ code: 'not_found', status: 404 });
});

it('comes back to the wijkregisseur when it is returned, with a counter, and goes on with advice', async () => {
  const { signaalId, part } = await give();
  const back = { ...part, reason: 'not_ours' as const, note: '', suggestedDepartmentId: town.roads };
  await run(worker, returnAssignment, back);
  expect(await look(signaalId)).toMatchObject({ state: 'received', queue: 'wijkregisseur', returns: 1 });
  const assign = { signaalId, departmentId: town.roads };
  await expect(run(wijkregisseur, assignSignaal, { ...assign, advice: null })).rejects.toMatchObject({
    code: 'advice_missing',
  });
  await run(wijkregisseur, assignSignaal, {
    ...assign,
    advice: { promising: 2, useful: 3, sentence: 'Zij hebben de auto.' },
  });
  expect(await look(signaalId)).toMatchObject({ state: 'assigned', owner_department_id: town.roads });
});

it('has one voice when two departments hold a part: it ends with the last', async () => {
  const { signaalId, part } = await give();
  const support = await staffOf(tw, town, 'process_guard');
  const { assignmentId } = await run(support, assignSignaal, {
    signaalId,
    departmentId: town.roads,
    advice: null,
  });
  const roads = await staffOf(tw, town, 'department_worker', { departmentId: town.roads });
  expect(await run(worker, completeAssignment, { ...part, ...DONE })).toEqual({ ended: false });
  expect(await look(signaalId)).toMatchObject({ state: 'assigned', owner_department_id: town.roads });
  const last = {
    signaalId,
    assignmentId,
    ...DONE,
    outcome: 'not_with_explanation' as const,
    executedOn: null,
  };
  expect(await run(roads, completeAssignment, last)).toEqual({ ended: true });
  expect(await look(signaalId)).toMatchObject({ state: 'done', outcome: 'partly' });
});

it('lets the first of two deciders win and tells the second', async () => {
  const { part } = await give();
  const both = await Promise.allSettled([
    run(worker, completeAssignment, { ...part, ...DONE }),
    run(head, returnAssignment, { ...part, reason: 'not_ours', note: '', suggestedDepartmentId: null }),
  ]);
  const refused = both.filter((result) => result.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({ reason: { code: expect.stringMatching(/step_not_allowed|not_found/) } });
});

it('shows a passed term to a named person, one second after and not one before', async () => {
  await give();
  tw.clock.set('2016-03-10T23:59:59.999+01:00');
  await sweepTenant(tw.world, town.gemeente);
  expect(await notices()).toEqual([]);
  tw.clock.set('2016-03-11T00:00:00.000+01:00');
  await sweepTenant(tw.world, town.gemeente);
  await sweepTenant(tw.world, town.gemeente);
  expect(await notices()).toEqual([{ kind: 'term_assignment', account_id: head.id }]);
});

it('counts working days over a weekend and Koningsdag', async () => {
  tw.clock.set('2016-04-25T10:00:00+02:00');
  await give();
  tw.clock.set('2016-04-29T23:59:59+02:00');
  await sweepTenant(tw.world, town.gemeente);
  expect(await notices()).toEqual([]);
  tw.clock.set('2016-04-30T00:00:00+02:00');
  await sweepTenant(tw.world, town.gemeente);
  expect(await notices()).toHaveLength(1);
});

it('reopens at the department that did the work, twice; the third time goes to the wijkregisseur', async () => {
  const { signaalId } = await give(withMail);
  for (const time of [1, 2]) {
    await run(worker, completeAssignment, { ...(await lastPart(signaalId)), ...DONE });
    const objection = { signaalId, hasCode: true, channel: 'code' as const, text: 'De tak ligt er nog.' };
    await run(resident, objectToClosing, objection);
    expect(await look(signaalId)).toMatchObject({
      state: 'reopened',
      queue: 'department',
      reopenings: time,
      outcome: null,
    });
  }
  await run(worker, completeAssignment, { ...(await lastPart(signaalId)), ...DONE });
  await run(resident, objectToClosing, { signaalId, hasCode: true, channel: 'code', text: 'Nog steeds.' });
  expect(await look(signaalId)).toMatchObject({ queue: 'wijkregisseur', reopenings: 3 });
  expect(await notices()).toEqual([]);
});

it('refuses an objection without the code, with one second too late, and lets the desk reopen then', async () => {
  const { signaalId, part } = await give({ channel: 'web' });
  await run(worker, completeAssignment, { ...part, ...DONE });
  const objection = { signaalId, channel: 'code' as const, text: 'Niet weg.' };
  await expect(run(resident, objectToClosing, { ...objection, hasCode: false })).rejects.toMatchObject({
    status: 404,
  });
  tw.clock.set('2016-03-22T00:00:00+01:00');
  await expect(run(resident, objectToClosing, { ...objection, hasCode: true })).rejects.toMatchObject({
    code: 'objection_too_late',
  });
  await sweepTenant(tw.world, town.gemeente);
  expect(await look(signaalId)).toMatchObject({ state: 'closed' });
  await expect(run(resident, objectToClosing, { ...objection, hasCode: true })).rejects.toMatchObject({
    code: 'objection_too_late',
  });
});

it('wipes the contact ninety days after closing, and the thread goes on without it', async () => {
  const { signaalId } = await run(desk, giveSignaal, aGift({ ...withMail, channel: 'desk' }));
  const part = await lastPart(signaalId);
  await run(worker, completeAssignment, { ...part, ...DONE });
  tw.clock.set('2016-03-22T00:00:00+01:00');
  await sweepTenant(tw.world, town.gemeente);
  const read = () => run(desk, readReporter, { signaalId, reason: 'mevrouw is terug' });
  expect(await read()).toMatchObject([{ contact: { name: 'Jansje Verzonnen' } }]);
  tw.clock.set('2016-06-21T00:00:00+02:00');
  await sweepTenant(tw.world, town.gemeente);
  expect(await read()).toEqual([]);
  const logged = await asOwner(
    tw.urls,
    town.gemeente,
    `select 1 from access_log where kind = 'contact_read'`,
  );
  expect(logged).toHaveLength(2);
  expect(await look(signaalId)).toMatchObject({
    state: 'closed',
    text: 'Er ligt een grote tak op het fietspad.',
  });
});

it('erases on request at the desk, and cancels what still waited', async () => {
  const letter = {
    ...NO_CONTACT,
    name: 'Piet Verzonnen',
    street: 'Dorpsstraat',
    houseNumber: '1',
    postcode: '2712 AB',
  };
  const gift = aGift({ channel: 'desk', contact: letter, answerChannel: 'letter' });
  const { signaalId } = await run(desk, giveSignaal, gift);
  expect(await run(desk, eraseReporter, { signaalId })).toEqual({ wiped: 1 });
  const rows = await asOwner(tw.urls, town.gemeente, 'select state from message where object_id = $1', [
    signaalId,
  ]);
  expect(rows).toEqual([{ state: 'cancelled' }]);
});

it('tells the reporter a day once it is planned, and someone sees when that day passes', async () => {
  const { signaalId, part } = await give(withMail);
  const plan = { ...part, hearBy: null, text: '' };
  await expect(run(worker, planAssignment, { ...plan, plannedOn: '2016-03-06' })).rejects.toMatchObject({
    code: 'date_in_past',
  });
  await run(worker, planAssignment, { ...plan, plannedOn: '2016-03-14' });
  expect(await look(signaalId)).toMatchObject({ state: 'planned', planned_on: '2016-03-14' });
  expect(await templates(signaalId)).toEqual(['receipt', 'planned']);
  tw.clock.set('2016-03-15T00:00:00+01:00');
  await sweepTenant(tw.world, town.gemeente);
  expect((await notices()).map(({ kind }) => kind)).toEqual(['term_planned_on']);
});

it('sends a word after thirty days, and asks a person for one after sixty', async () => {
  const { signaalId, part } = await give(withMail);
  await run(worker, acceptAssignment, part);
  tw.clock.set('2016-04-07T00:00:01+02:00');
  await sweepTenant(tw.world, town.gemeente);
  expect(await templates(signaalId)).toEqual(['receipt', 'status']);
  tw.clock.set('2016-05-09T00:00:01+02:00');
  await sweepTenant(tw.world, town.gemeente);
  expect(await templates(signaalId)).toEqual(['receipt', 'status']);
  expect((await notices()).map(({ kind }) => kind)).toContain('term_status_human');
});

it('answers a question at the desk, joins a duplicate, and lets the reporter withdraw', async () => {
  const question = await give({ kind: 'question', text: 'Wanneer komt de veegwagen?' });
  await run(desk, answerSignaal, { signaalId: question.signaalId, text: 'Elke dinsdag.' });
  expect(await look(question.signaalId)).toMatchObject({ state: 'answered', outcome: 'answered' });
  const [first, second] = [await give(), await give({ text: 'Het is hier donker.' })];
  const joined = { signaalId: second.signaalId, text: 'Dit was al gemeld.' };
  const refused = (originalId: string) => run(desk, markDuplicate, { ...joined, originalId });
  await expect(refused(second.signaalId)).rejects.toMatchObject({ code: 'duplicate_of_itself' });
  await expect(refused(town.tree)).rejects.toMatchObject({ code: 'duplicate_unknown' });
  await refused(first.signaalId);
  expect(await look(second.signaalId)).toMatchObject({ state: 'duplicate', duplicate_of: first.signaalId });
  const third = await give({ text: 'De klok staat stil.' });
  const voice = { signaalId: third.signaalId, hasCode: true, channel: 'code' as const };
  await run(resident, addToSignaal, { ...voice, text: 'Hij ligt bij de brug.', draftId: null });
  await run(resident, withdrawSignaal, { ...voice, text: '' });
  expect(await look(third.signaalId)).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn' });
  await expect(run(resident, confirmSolved, { ...voice, text: '' })).rejects.toMatchObject({
    code: 'step_not_allowed',
  });
});
