import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { NO_CONTACT } from '../store/contact.ts';
import { giveSignaal } from './give.ts';
import type { GiveSignaal } from './give-input.ts';

let tw: TestWorld;
let town: SmallTown;

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
});
afterAll(() => tw.close());

const give = (change: Partial<GiveSignaal> = {}) =>
  execute(tw.world, town.gemeente, resident, giveSignaal, aGift(change));

const look = async (id: string) => {
  const [row] = await asOwner<Record<string, unknown>>(
    tw.urls,
    town.gemeente,
    `select s.*, (select count(*)::int from assignment a where a.gemeente = s.gemeente and a.signaal_id = s.id) as parts,
      (select array_agg(t.kind order by t.kind) from term t where t.gemeente = s.gemeente
        and t.object_id in (select s.id union select a.id from assignment a where a.gemeente = s.gemeente and a.signaal_id = s.id)) as terms
     from signaal s where gemeente = $1 and id = $2`,
    [town.gemeente, id],
  );
  return row ?? {};
};

it('goes straight to the department of its category when a word tells the category', async () => {
  const { signaalId } = await give();
  expect(await look(signaalId)).toMatchObject({
    state: 'assigned',
    queue: 'department',
    owner_department_id: town.green,
    category_id: town.tree,
    route_reason: 'category_department',
    buurt_id: town.buurt,
    parts: 1,
    terms: ['assignment', 'assignment_late', 'status'],
  });
});

it('waits at the desk when no word tells the category, and is never without an owner', async () => {
  const { signaalId } = await give({ text: 'Het ziet er hier niet uit.' });
  expect(await look(signaalId)).toMatchObject({
    state: 'received',
    queue: 'desk',
    owner_department_id: town.desk,
    terms: ['status', 'triage', 'triage_late'],
  });
});

it('goes to the wijkregisseur when the category is complex or it is an idea', async () => {
  const complex = await give({ categoryId: town.complex });
  const idea = await give({ kind: 'idea', text: 'Een boomgaard met de buurt.' });
  expect(await look(complex.signaalId)).toMatchObject({ queue: 'wijkregisseur', complex: true });
  expect(await look(idea.signaalId)).toMatchObject({ queue: 'wijkregisseur', route_reason: 'idea' });
});

it('brings a complaint to the complaints coordinator, not to the department it is about', async () => {
  const { signaalId } = await give({ kind: 'complaint', text: 'De medewerker van de bomen was onbeleefd.' });
  expect(await look(signaalId)).toMatchObject({ owner_department_id: town.complaints, parts: 1 });
});

it('counts a point just over the border for the nearest buurt, and keeps that it did', async () => {
  const near = { lat: 52.06, lon: 4.47995, street: '', note: '', buurtId: null };
  const { signaalId } = await give({ place: near });
  expect(await look(signaalId)).toMatchObject({
    place_kind: 'point',
    buurt_id: town.buurt,
    place_snapped: true,
  });
  const inside = await give({ place: { ...near, lon: 4.49 } });
  expect(await look(inside.signaalId)).toMatchObject({ place_kind: 'point', place_snapped: false });
});

it('keeps a point outside all buurten as outside the municipality, with the desk as owner', async () => {
  const { signaalId } = await give({ place: { lat: 51, lon: 5, street: '', note: '', buurtId: null } });
  expect(await look(signaalId)).toMatchObject({ place_kind: 'outside', buurt_id: null, queue: 'desk' });
});

it('refuses a text that identifies a person, and stores nothing of it', async () => {
  await expect(give({ text: 'Bel mij op 06 12345678 over de tak' })).rejects.toMatchObject({
    code: 'text_has_person',
  });
  const rows = await asOwner(tw.urls, town.gemeente, `select 1 from signaal where text like '%12345678%'`);
  expect(rows).toHaveLength(0);
});

it('lets the desk keep such a text once, with a reason that the privacy officer sees', async () => {
  const desk = await staffOf(tw, town, 'desk_worker', { departmentId: town.desk });
  const gift = aGift({
    channel: 'desk',
    text: 'Tak op auto 12-ABC-3',
    override: 'het kenteken is van de gemeente',
  });
  const { signaalId } = await execute(tw.world, town.gemeente, desk, giveSignaal, gift);
  const rows = await asOwner(
    tw.urls,
    town.gemeente,
    'select reason from guard_override where signaal_id = $1',
    [signaalId],
  );
  expect(rows).toEqual([{ reason: 'het kenteken is van de gemeente' }]);
  await expect(give({ text: gift.text, override: 'mag van mij' })).rejects.toMatchObject({
    code: 'text_has_person',
  });
});

it('stores the contact encrypted and apart, with one receipt in the outbox that holds no address', async () => {
  const contact = { ...NO_CONTACT, name: 'Jansje Verzonnen', mail: 'jansje@voorbeeld.test' };
  const { signaalId } = await give({ contact, answerChannel: 'mail' });
  const [reporter] = await asOwner<{ id: string; sealed: Buffer; all: string }>(
    tw.urls,
    town.gemeente,
    'select id, sealed, row_to_json(reporter)::text as all from reporter where signaal_id = $1',
    [signaalId],
  );
  expect(reporter?.sealed).toBeInstanceOf(Buffer);
  expect(reporter?.all).not.toMatch(/jansje|verzonnen/i);
  const messages = await asOwner<{ template: string; all: string }>(
    tw.urls,
    town.gemeente,
    'select template, row_to_json(message)::text as all from message where object_id = $1',
    [signaalId],
  );
  expect(messages.map(({ template }) => template)).toEqual(['signaal.receipt']);
  expect(messages[0]?.all).not.toMatch(/jansje|voorbeeld/i);
});

it('asks for what an answer needs before it stores anything', async () => {
  await expect(give({ answerChannel: 'letter' })).rejects.toMatchObject({
    code: 'contact_missing_for_channel',
  });
});

it('gives one signaal for one form, however often and at once it is sent', async () => {
  const gift = aGift();
  const sent = await Promise.all(
    Array.from({ length: 8 }, () => execute(tw.world, town.gemeente, resident, giveSignaal, gift)),
  );
  expect(new Set(sent.map(({ signaalId }) => signaalId)).size).toBe(1);
  expect(sent.filter(({ repeated }) => !repeated)).toHaveLength(1);
});

it('numbers fifty at once without a gap or a double', async () => {
  const before = await asOwner<{ next: number }>(
    tw.urls,
    town.gemeente,
    'select next::int from signaal_number',
  );
  const sent = await Promise.all(Array.from({ length: 50 }, () => give()));
  const rows = await asOwner<{ number: number }>(
    tw.urls,
    town.gemeente,
    'select number::int from signaal where id = any ($1) order by number',
    [sent.map(({ signaalId }) => signaalId)],
  );
  const first = before[0]?.next ?? 1;
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, i) => first + i));
});

it('writes one history that tells what happened without the words', async () => {
  const { signaalId } = await give({ text: 'Een tak bij de geheime vijver.' });
  const rows = await asOwner<{ action: string; all: string }>(
    tw.urls,
    town.gemeente,
    'select action, row_to_json(history)::text as all from history where object_id = $1',
    [signaalId],
  );
  expect(rows.map(({ action }) => action)).toEqual(['given']);
  expect(rows[0]?.all).not.toContain('geheime');
  expect(rows[0]?.all).toContain('hash:');
});
