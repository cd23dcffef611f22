import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { obeyKnot } from './commands/cut.ts';
import { dropKnelpunt, investigateKnelpunt } from './commands/decide.ts';
import { makeKnelpunt } from './commands/make.ts';
import { placeKnelpunt } from './commands/place.ts';
import { aKnelpunt, aVoice, give, type KnelpuntTown, knelpuntTown, rowsOf } from './knelpunt.fixture.ts';

let test: TestWorld;
let town: KnelpuntTown;
beforeAll(async () => {
  test = await testWorld();
  town = await knelpuntTown(test);
});
afterAll(() => test.close());

/** A knot about a knelpunt on which it was decided that Wegen does it. */
const decidedKnot = async (knelpuntId: string): Promise<string> => {
  const id = newId();
  await rowsOf(
    test,
    `insert into knot (gemeente, id, number, object_kind, object_id, title, cause, state, reported_at, state_since, decide_by)
     select 'GM0637', $1, coalesce(max(number), 0) + 1, 'knelpunt', $2, 'Pad', 'returned_twice', 'decided', $3, $3, $3
     from knot`,
    [id, knelpuntId, test.clock.now()],
  );
  await rowsOf(
    test,
    `insert into knot_decision (gemeente, id, knot_id, level, owner_department_id, budget_line, due_on, text, public_text,
       decided_by, decided_at)
     values ('GM0637', $1, $2, 'guard', $3, 'Verlichting', '2016-05-12', 'Wegen doet het.', 'Wegen doet het.', $4, $5)`,
    [newId(), id, town.roads, town.regisseur.id, test.clock.now()],
  );
  return id;
};

const obey = (knotId: string) => execute(test.world, town.gemeente, systemPrincipal, obeyKnot, { knotId });
const run = <Input, Output>(command: Parameters<typeof execute<Input, Output>>[3], input: Input) =>
  execute(test.world, town.gemeente, town.regisseur, command, input);

it('a decision on a knot puts the knelpunt with its department, accepted, until its day; one that was settled stays so', async () => {
  const { knelpuntId } = await run(makeKnelpunt, aKnelpunt(town));
  await run(investigateKnelpunt, { knelpuntId, hypothesis: 'Te donker.' });
  const advice = { promising: 2, useful: 2, sentence: 'Doen.' };
  await run(placeKnelpunt, { knelpuntId, departmentIds: [town.green], advice });
  const knotId = await decidedKnot(knelpuntId);
  await obey(knotId);
  const held = await rowsOf(
    test,
    `select department_id as department, state, planned_on::text as day from knelpunt_placement
     where knelpunt_id = $1 order by state`,
    [knelpuntId],
  );
  expect(held).toEqual([
    { department: town.roads, state: 'accepted', day: '2016-05-12' },
    { department: town.green, state: 'withdrawn', day: null },
  ]);
  await obey(newId());
  const { knelpuntId: settled } = await run(makeKnelpunt, aKnelpunt(town));
  await run(investigateKnelpunt, { knelpuntId: settled, hypothesis: 'Toch niet.' });
  await run(dropKnelpunt, { knelpuntId: settled, reason: 'De lampen zijn goed.' });
  await obey(await decidedKnot(settled));
  expect(await rowsOf(test, 'select 1 from knelpunt_placement where knelpunt_id = $1', [settled])).toEqual(
    [],
  );
});

it('tells the decision to everybody who spoke, on paper too, once', async () => {
  const mailed = await give(test, town, aVoice());
  const written = await give(test, town, aVoice({ answerChannel: 'letter' }));
  const { knelpuntId } = await run(makeKnelpunt, aKnelpunt(town, { signaalIds: [mailed, written] }));
  await run(investigateKnelpunt, { knelpuntId, hypothesis: 'Te donker.' });
  const knotId = await decidedKnot(knelpuntId);
  await obey(knotId);
  const told = await rowsOf<{ channel: string; word: number }>(
    test,
    `select channel, (variables->>'word')::int as word from message
     where template = 'focuspunt.knelpunt' and variables->>'knelpuntId' = $1 order by word, channel`,
    [knelpuntId],
  );
  expect(told.map(({ channel, word }) => `${word} ${channel}`)).toEqual([
    '1 letter',
    '1 mail',
    '2 letter',
    '2 mail',
  ]);
  const [now] = await rowsOf(test, 'select public_sentence, word from knelpunt where id = $1', [knelpuntId]);
  expect(now).toEqual({ public_sentence: 'Wegen doet het.', word: 2 });
});
