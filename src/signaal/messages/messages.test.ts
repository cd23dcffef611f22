import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { MessageChannel, MessageRow, RenderedMessage } from '#platform/mail/template.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { completeAssignment } from '../commands/assignment.ts';
import { giveSignaal } from '../commands/give.ts';
import { NO_CONTACT } from '../store/contact.ts';
import { signaalTemplates } from './templates.ts';

const TEXT = 'Er ligt een grote tak op het fietspad.';
const CONTACT = {
  ...NO_CONTACT,
  name: 'Jansje Verzonnen',
  mail: 'jansje@voorbeeld.test',
  phone: '079 000 00 00',
  street: 'Verzonnenlaan',
  houseNumber: '7',
  postcode: '2711 AA',
  town: 'Zoetermeer',
};

let tw: TestWorld;
let town: SmallTown;
let worker: Principal;
let signaalId: string;
let reporterId: string;
let feedbackId: string;

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  worker = await staffOf(tw, town, 'department_worker', { departmentId: town.green });
  await asOwner(tw.urls, town.gemeente, `update department set public_contact = '079 123' where id = $1`, [
    town.desk,
  ]);
  const gift = aGift({ contact: CONTACT, answerChannel: 'letter', text: TEXT, categoryId: town.tree });
  ({ signaalId } = await execute(tw.world, town.gemeente, resident, giveSignaal, gift));
  reporterId = await one('select id from reporter where signaal_id = $1');
});
afterAll(() => tw.close());

const one = async (sql: string): Promise<string> => {
  const [row] = await asOwner<{ id: string }>(tw.urls, town.gemeente, sql, [signaalId]);
  return row?.id ?? '';
};

const render = (
  name: string,
  channel: MessageChannel = 'mail',
  variables: MessageRow['variables'] = {},
): Promise<RenderedMessage | null> => {
  const template = signaalTemplates.find((known) => known.name === `signaal.${name}`);
  const message = {
    gemeente: town.gemeente,
    id: signaalId,
    template: `signaal.${name}`,
    recipientKind: 'reporter' as const,
    recipientId: reporterId,
    objectId: signaalId,
    channel,
    variables,
    createdAt: tw.clock.now(),
  };
  return tenantTransaction(tw.world.pool, town.gemeente, async (db) =>
    template ? template.render(tw.world, db, message) : null,
  );
};

it('thanks, and says who looks at it, before when, the code and whom to call', async () => {
  const mail = await render('receipt');
  expect(mail?.text).toContain('Beste Jansje Verzonnen,');
  expect(mail?.text).toContain('de afdeling Groen');
  expect(mail?.text).toContain('uiterlijk woensdag 6 april 2016');
  expect(mail?.text).toMatch(/\/volg\/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  expect(mail?.text).toContain('079 123');
  expect(mail?.to.mail).toBe('jansje@voorbeeld.test');
});

it('never carries a word of the signaal, in no message and no channel', async () => {
  const seen: string[] = [];
  for (const { name } of signaalTemplates) {
    for (const channel of ['mail', 'letter', 'phone'] as const) {
      const message = await render(name.replace('signaal.', ''), channel, { planned_on: '2016-03-14' });
      expect(message?.text.length, name).toBeGreaterThan(60);
      expect(message?.text).not.toMatch(/tak|fietspad|\{\w+\}/);
      expect(message?.subject).not.toMatch(/tak|fietspad|\{\w+\}/);
      seen.push(`${name} ${channel}`);
    }
  }
  expect(seen).toHaveLength(24);
});

it('has the lines of an address for a letter, and words to read aloud for a call', async () => {
  expect((await render('receipt', 'letter'))?.to.address).toEqual(['Verzonnenlaan 7', '2711 AA Zoetermeer']);
  expect((await render('receipt', 'phone'))?.text).toMatch(/u spreekt met de gemeente.* van /s);
});

it('says a planned day with its weekday, or that there is none yet', async () => {
  expect((await render('planned', 'mail', { planned_on: '2016-05-12' }))?.text).toContain(
    'donderdag 12 mei 2016',
  );
  const later = await render('planned', 'mail', { planned_on: null, hear_by: '2016-05-12' });
  expect(later?.text).toContain('nog geen dag noemen');
});

it('gives the answer that was written, and 28 days to object on paper', async () => {
  const assignmentId = await one('select id from assignment where signaal_id = $1');
  await execute(tw.world, town.gemeente, worker, completeAssignment, {
    signaalId,
    assignmentId,
    outcome: 'solved',
    executedOn: '2016-03-07',
    answer: 'Wij hebben de weg vrijgemaakt.',
    note: 'intern: <b>geen</b>',
  });
  feedbackId = await one(`select id from feedback where signaal_id = $1 and kind = 'outcome'`);
  const letter = await render('outcome', 'letter', { feedbackId, outcome: 'solved' });
  expect(letter?.text).toContain('Het is opgelost.');
  expect(letter?.text).toContain('Wij hebben de weg vrijgemaakt.');
  expect(letter?.text).toContain('uiterlijk maandag 4 april 2016');
  expect(letter?.text).not.toContain('intern');
});

it('never sends an internal note or words of another signaal, whatever the variables say', async () => {
  const note = await one(`select id from feedback where signaal_id = $1 and kind = 'note'`);
  expect((await render('question', 'mail', { feedbackId: note }))?.text).not.toContain('intern');
});

it('has nobody left to tell once the contact was wiped', async () => {
  await asOwner(tw.urls, town.gemeente, 'update reporter set sealed = null, wiped_at = $2 where id = $1', [
    reporterId,
    tw.clock.now(),
  ]);
  expect(await render('receipt')).toBeNull();
});
