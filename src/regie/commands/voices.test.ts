import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinSignaal } from '#signaal/index.ts';
import { aGift, resident } from '#testing/signaal.ts';
import {
  aDecision,
  complexSignaal,
  giveMandate,
  knottedSignaal,
  type RegieTown,
  regieTown,
  versionOf,
} from '../regie.fixture.ts';
import { decideKnot } from './decide.ts';
import { hearKnot, takeKnot } from './hear.ts';

let regie: RegieTown;
beforeAll(async () => {
  regie = await regieTown();
  await giveMandate(regie);
});
afterAll(() => regie.test.close());

const nobody = { name: '', mail: '', phone: '', street: '', houseNumber: '', postcode: '', town: '' };
const byMail = (name: string) => ({
  contact: { ...nobody, name, mail: `${name.toLowerCase()}@voorbeeld.test` },
  answerChannel: 'mail' as const,
});
const byLetter = (name: string, houseNumber: string) => ({
  contact: {
    ...nobody,
    name,
    street: 'Verzonnenlaan',
    houseNumber,
    postcode: '2711 XX',
    town: 'Zoetermeer',
  },
  answerChannel: 'letter' as const,
});

const join = (originalId: string, who: object) =>
  regie.run(resident, joinSignaal, { ...aGift({ text: '' }), ...who, originalId });

/** What left for whom about a decision: the channel, and the id of the words it carries. */
const told = () =>
  regie.rows<{ object_id: string; channel: string; said: string }>(
    `select object_id, channel, variables ->> 'feedbackId' as said from message
     where template = 'signaal.planned' order by created_at, id`,
  );

/** Heard on both sides, then cut. */
const cut = async (knotId: string): Promise<void> => {
  await regie.run(regie.guard, takeKnot, { knotId, version: await versionOf(regie, knotId) });
  for (const departmentId of [regie.town.green, regie.town.roads]) {
    const said = { how: 'call' as const, departmentId, text: 'De paal is niet van ons.' };
    await regie.run(regie.guard, hearKnot, { knotId, ...said });
  }
  await regie.run(
    regie.guard,
    decideKnot,
    aDecision(knotId, regie.town.roads, await versionOf(regie, knotId)),
  );
};

it('tells a decision to everybody who joined, in the own channel, and to a person who spoke twice once', async () => {
  const { signaalId, knotId } = await knottedSignaal(regie, byMail('Anna'));
  const { signaalId: bep } = await join(signaalId, byLetter('Bep', '7'));
  const { signaalId: neighbour } = await join(signaalId, byLetter('Bep', '9'));
  await join(signaalId, byLetter('Bep', '7'));
  await join(signaalId, byMail('Anna'));
  await join(signaalId, { answerChannel: 'none' });
  await cut(knotId);
  const messages = await told();
  expect(messages.map(({ object_id, channel }) => [object_id, channel])).toEqual([
    [signaalId, 'mail'],
    [bep, 'letter'],
    [neighbour, 'letter'],
  ]);
  const [words] = await regie.rows<{ text: string }>('select text from feedback where id = $1', [
    messages[1]?.said,
  ]);
  expect(words?.text).toContain('Er komt een paal bij het plein.');
});

it('tells everything that a decision lacks at once', async () => {
  const { knotId } = await knottedSignaal(regie);
  await regie.run(regie.guard, takeKnot, { knotId, version: await versionOf(regie, knotId) });
  for (const departmentId of [regie.town.green, regie.town.roads]) {
    await regie.run(regie.guard, hearKnot, { knotId, how: 'call', departmentId, text: 'Niet van ons.' });
  }
  const lacking = { departmentId: '', budgetLine: '', amountEuro: 1.5, dueOn: '', text: '', publicText: '' };
  const decision = aDecision(knotId, regie.town.roads, await versionOf(regie, knotId), lacking);
  await expect(regie.run(regie.guard, decideKnot, decision)).rejects.toMatchObject({
    fields: {
      department: 'department_missing',
      budget: 'budget_missing',
      amount: 'amount_unreadable',
      due: 'date_missing',
      text: 'sentence_missing',
      public: 'sentence_missing',
    },
  });
});

it('decides on what was merged meanwhile: the earlier one is placed, and both reporters hear it once', async () => {
  const { signaalId, knotId } = await knottedSignaal(regie, byMail('Cor'));
  const original = await complexSignaal(regie, byLetter('Dirk', '11'));
  await regie.rows(
    `update signaal set state = 'duplicate', outcome = 'duplicate', duplicate_of = $2, merged_into = $2 where id = $1`,
    [signaalId, original],
  );
  const before = (await told()).length;
  await cut(knotId);
  const heard = (await told()).slice(before).map(({ object_id, channel }) => [object_id, channel]);
  expect(heard).toEqual([
    [original, 'letter'],
    [signaalId, 'mail'],
  ]);
  const states = await regie.rows(
    'select id, state, owner_department_id as owner from signaal where id = any ($1)',
    [[signaalId, original]],
  );
  expect(states).toContainEqual({ id: original, state: 'planned', owner: regie.town.roads });
  expect(states).toContainEqual(expect.objectContaining({ id: signaalId, state: 'duplicate' }));
});
