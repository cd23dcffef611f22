import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { regieRoutes } from '#regie/index.ts';
import { staffOf } from '#testing/signaal.ts';
import { testSite } from '#testing/web.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { focuspuntRoutes } from '../../index.ts';
import { aProposal, type FocusTown, focusTown } from '../focus-town.fixture.ts';
import { takeKnelpunt } from './link.ts';
import { proposeFocuspunt } from './propose.ts';

let tw: TestWorld;
let town: FocusTown;
let focuspuntId: string;

beforeAll(async () => {
  tw = await testWorld();
  town = await focusTown(tw);
  focuspuntId = await execute(tw.world, town.gemeente, town.wijkregisseur, proposeFocuspunt, aProposal(town));
});
afterAll(() => tw.close());

const makeKnelpunt = async (state: string, areaId = town.focusArea, reason: string | null = null) => {
  const id = newId();
  await town.sql(
    `insert into knelpunt (gemeente, id, number, title, origin, area_id, state, owner_account_id, public_sentence, public_reason,
       made_by, created_at, state_since)
     values ($1, $2, (select count(*) + 1 from knelpunt), 'Afval op het plein', 'problem', $3, $4, $5, 'Wij zoeken het uit.', $6, $5, $7, $7)`,
    [town.gemeente, id, areaId, state, town.wijkregisseur.id, reason, tw.clock.now()],
  );
  return id;
};

const take = (knelpuntId: string, by = town.wijkregisseur) =>
  execute(tw.world, town.gemeente, by, takeKnelpunt, { focuspuntId, knelpuntId }).then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

const taken = async () =>
  (await town.sql('select knelpunt_id from focuspunt_knelpunt where focuspunt_id = $1', [focuspuntId])).map(
    ({ knelpunt_id }) => knelpunt_id,
  );

it('takes in an open knelpunt of its own area, once', async () => {
  const placed = await makeKnelpunt('placed');
  expect([await take(placed), await take(placed)]).toEqual(['done', 'done']);
  expect(await taken()).toEqual([placed]);
  const history = await town.sql(`select 1 from history where action = 'took_knelpunt'`);
  expect(history).toHaveLength(1);
});

it('refuses what nobody looked at yet, what is settled, what lies elsewhere and what is not there', async () => {
  const before = await taken();
  const elsewhere = await makeKnelpunt('placed', town.area);
  const settled = await makeKnelpunt('no_action', town.focusArea, 'Dit doen wij niet.');
  for (const id of [await makeKnelpunt('noticed'), settled, elsewhere, newId(), 'x']) {
    expect(await take(id)).toBe('knelpunt_not_open');
  }
  const far = await staffOf(tw, town, 'wijkregisseur', { areaId: town.area, buurtIds: [town.lonelyBuurt] });
  expect(await take(await makeKnelpunt('candidate'), far)).toBe('forbidden');
  expect(await taken()).toEqual(before);
});

it('has a form on the working page, which comes back with words after a mistake', async () => {
  const candidate = await makeKnelpunt('candidate');
  const client = await testSite(tw, focuspuntRoutes).client().signInAs(town.wijkregisseur.id);
  const page = await client.get(`/focuspunten/${focuspuntId}/werk`);
  expect(page.text).toContain('Neem een knelpunt op');
  const action = `/focuspunten/${focuspuntId}/knelpunt`;
  const wrong = await client.submit(page, { knelpunt: newId() }, action);
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('nog open staat');
  expect((await client.submit(page, { knelpunt: candidate }, action)).status).toBe(303);
  expect(await taken()).toContain(candidate);
});

it('goes on the agenda of the wijkwethouder in one sentence, once', async () => {
  const client = await testSite(tw, [...focuspuntRoutes, ...regieRoutes])
    .client()
    .signInAs(town.wijkregisseur.id);
  const page = await client.get(`/focuspunten/${focuspuntId}/werk`);
  const put = await client.submit(page, { sentence: 'Graag bespreken in maart.' }, '/agenda-wethouder/zet');
  expect(put.status).toBe(303);
  expect(await town.sql('select object_kind from alderman_agenda')).toEqual([{ object_kind: 'focuspunt' }]);
});
