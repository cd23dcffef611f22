import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { openConnections } from '#testing/at-once.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { completeAssignment, planAssignment } from '../commands/assignment.ts';
import { giveSignaal } from '../commands/give.ts';
import { markDuplicate, unmergeSignaal } from '../commands/merge.ts';
import { addToSignaal, confirmSolved, objectToClosing, withdrawSignaal } from '../commands/reporter-voice.ts';
import { sweepTenant } from '../jobs.ts';
import { NO_CONTACT } from '../store/contact.ts';
import { joinSignaal } from './join.ts';

let tw: TestWorld;
let town: SmallTown;
let worker: Principal;

beforeEach(async () => {
  await tw?.close();
  tw = await testWorld();
  town = await smallTown(tw);
  worker = await staffOf(tw, town, 'department_worker', { departmentId: town.green });
});
afterAll(() => tw.close());

const run = <Input, Output>(
  who: Principal,
  command: Parameters<typeof execute<Input, Output>>[3],
  input: Input,
) => execute(tw.world, town.gemeente, who, command, input);
const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  asOwner<Row>(tw.urls, town.gemeente, sql, values);

type Change = Parameters<typeof aGift>[0];
const give = async (change: Change = {}) => (await run(resident, giveSignaal, aGift(change))).signaalId;
const join = (originalId: string, change: Change = {}, who: Principal = resident) =>
  run(who, joinSignaal, { ...aGift({ text: 'Hier ook last van.', ...change }), originalId });
const mailOf = (name: string) => ({
  contact: { ...NO_CONTACT, name, mail: `${name}@voorbeeld.test` },
  answerChannel: 'mail' as const,
});

const look = async (id: string) => {
  const [row] = await rows('select * from signaal where id = $1', [id]);
  return row ?? {};
};
const partOf = async (signaalId: string) => {
  const [row] = await rows<{ id: string }>(
    'select id from assignment where signaal_id = $1 order by sequence desc limit 1',
    [signaalId],
  );
  return { signaalId, assignmentId: row?.id ?? '' };
};
const finish = async (signaalId: string) =>
  run(worker, completeAssignment, {
    ...(await partOf(signaalId)),
    outcome: 'solved',
    executedOn: '2016-03-07',
    answer: 'De tak is weg.',
    note: '',
  });
const templates = async (signaalId: string): Promise<string[]> => {
  const found = await rows<{ template: string }>(
    'select template from message where object_id = $1 order by created_at, id',
    [signaalId],
  );
  return found.map(({ template }) => template.replace('signaal.', ''));
};
const byCode = (signaalId: string, text = 'Nog niet opgelost.') => ({
  signaalId,
  text,
  hasCode: true,
  channel: 'code' as const,
});

describe('"ik ook"', () => {
  it('is an own row with an own code, in the state of a duplicate, and its words reach the root', async () => {
    const root = await give();
    const { signaalId, joined } = await join(root, mailOf('noor'));
    expect(joined).toBe(true);
    const [first, voice] = [await look(root), await look(signaalId)];
    expect(voice).toMatchObject({
      state: 'duplicate',
      joined: true,
      duplicate_of: root,
      outcome: 'duplicate',
      category_id: town.tree,
      owner_department_id: town.green,
    });
    expect(voice.code_hash).not.toBe(first.code_hash);
    expect(await templates(signaalId)).toEqual(['receipt']);
    const said = await rows('select signaal_id, voice_id, text, kind from feedback');
    expect(said).toEqual([
      { signaal_id: root, voice_id: signaalId, text: 'Hier ook last van.', kind: 'addition' },
    ]);
    expect((await look(root)).version).toBe(first.version);
  });

  it('may come without words, and then means the place of the other', async () => {
    const root = await give();
    const { signaalId } = await join(root, {
      text: '',
      place: { lat: null, lon: null, street: '', note: '', buurtId: null },
    });
    expect(await look(signaalId)).toMatchObject({ text: '', lat: 52.06, buurt_id: town.buurt });
    expect(await rows('select id from feedback')).toEqual([]);
  });

  it('gives one signaal for one form, however often it is sent', async () => {
    const root = await give();
    const form = { ...aGift({ text: 'Ik ook.' }), originalId: root };
    await openConnections(tw);
    const sent = await Promise.all(Array.from({ length: 8 }, () => run(resident, joinSignaal, form)));
    expect(new Set(sent.map(({ signaalId }) => signaalId)).size).toBe(1);
    expect(await rows('select id from signaal where duplicate_of = $1', [root])).toHaveLength(1);
  });

  it('joins the root of what was merged, and makes a new signaal of what ended', async () => {
    const [root, merged] = [await give(), await give()];
    const support = await staffOf(tw, town, 'support_officer');
    await run(support, markDuplicate, { signaalId: merged, originalId: root, text: 'Al gemeld.' });
    const { signaalId } = await join(merged);
    expect(await look(signaalId)).toMatchObject({ duplicate_of: root });
    await finish(root);
    const anew = await join(root, { text: 'Er ligt weer een tak.' });
    expect(anew.joined).toBe(false);
    expect(await look(anew.signaalId)).toMatchObject({
      state: 'assigned',
      joined: false,
      duplicate_of: null,
    });
    await expect(join(root, { text: '' })).rejects.toMatchObject({ code: 'original_ended' });
  });

  it('refuses a complaint, a stranger, another municipality, and words about a person', async () => {
    const complaint = await give({ kind: 'complaint' });
    await expect(join(complaint)).rejects.toMatchObject({ status: 404 });
    await expect(join(town.tree)).rejects.toMatchObject({ status: 404 });
    await expect(join('niets')).rejects.toMatchObject({ status: 404 });
    const root = await give();
    const other = await smallTown(tw, 'GM0106');
    const abroad = execute(tw.world, other.gemeente, resident, joinSignaal, { ...aGift(), originalId: root });
    await expect(abroad).rejects.toMatchObject({ status: 404 });
    await expect(join(root, { text: 'Bel 06 12345678 maar.' })).rejects.toMatchObject({
      code: 'text_has_person',
    });
    expect(await rows('select id from signaal where joined')).toEqual([]);
  });
});

describe('whoever joined', () => {
  it('gets the planned day and the outcome of the root in the own channel, each once', async () => {
    const root = await give(mailOf('first'));
    const voices = [await join(root, mailOf('noor')), await join(root, mailOf('anna'))];
    const plan = { ...(await partOf(root)), plannedOn: '2016-03-10', hearBy: null, text: 'Wij komen.' };
    await run(worker, planAssignment, plan);
    await finish(root);
    for (const { signaalId } of voices) {
      expect(await templates(signaalId)).toEqual(['receipt', 'planned', 'outcome']);
    }
    expect(await templates(root)).toEqual(['receipt', 'planned', 'outcome']);
  });

  it('says "opgelost" or adds on the root, as himself', async () => {
    const root = await give();
    const { signaalId } = await join(root, { text: '' });
    await run(resident, addToSignaal, { ...byCode(signaalId, 'Er ligt ook glas.'), draftId: null });
    await finish(root);
    await run(resident, confirmSolved, byCode(signaalId, ''));
    const said = await rows(
      `select kind, verdict, signaal_id, voice_id from feedback where direction = 'from_reporter' order by created_at, id`,
    );
    expect(said).toEqual([
      { kind: 'addition', verdict: null, signaal_id: root, voice_id: signaalId },
      { kind: 'verdict', verdict: 'solved', signaal_id: root, voice_id: signaalId },
    ]);
  });

  it('keeps the matter open when the first reporter leaves', async () => {
    const root = await give(mailOf('first'));
    const { signaalId } = await join(root, mailOf('noor'));
    await run(resident, withdrawSignaal, byCode(root, ''));
    expect(await look(root)).toMatchObject({ state: 'assigned' });
    await finish(root);
    expect(await templates(signaalId)).toEqual(['receipt', 'outcome']);
    expect(await templates(root)).toEqual(['receipt']);
  });

  it('closes with the root, keeps contact till then, and is wiped ninety days after', async () => {
    const root = await give(mailOf('first'));
    const { signaalId } = await join(root, mailOf('noor'));
    tw.clock.set('2016-04-01T10:00:00+02:00');
    await sweepTenant(tw.world, town.gemeente);
    await finish(root);
    tw.clock.set('2016-04-16T10:00:00+02:00');
    await sweepTenant(tw.world, town.gemeente);
    expect(await look(signaalId)).toMatchObject({ state: 'closed' });
    expect(await look(root)).toMatchObject({ state: 'closed' });
    tw.clock.set('2016-07-20T10:00:00+02:00');
    await sweepTenant(tw.world, town.gemeente);
    expect(await rows('select id from reporter where wiped_at is null')).toEqual([]);
  });
});

describe('fifty at once', () => {
  it('join with exact counts, object with one reopening, and decide once', async () => {
    const root = await give(mailOf('first'));
    await openConnections(tw);
    const voices = await Promise.all(
      Array.from({ length: 50 }, (_, turn) => join(root, { text: `Ik ook ${turn}`, ...mailOf(`n${turn}`) })),
    );
    expect(new Set(voices.map(({ signaalId }) => signaalId)).size).toBe(50);
    expect(await rows('select id from signaal where duplicate_of = $1', [root])).toHaveLength(50);
    const numbers = await rows<{ number: number }>('select number from signaal');
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(51);
    await finish(root);
    const outcomes = await rows(`select recipient_id from message where template = 'signaal.outcome'`);
    expect(outcomes).toHaveLength(51);
    expect(new Set(outcomes.map(({ recipient_id }) => recipient_id)).size).toBe(51);
    const objectors = [root, ...voices.slice(0, 49).map(({ signaalId }) => signaalId)];
    await Promise.all(objectors.map((signaalId) => run(resident, objectToClosing, byCode(signaalId))));
    expect(await look(root)).toMatchObject({ state: 'reopened', reopenings: 1 });
    const objections = await rows(
      `select voice_id from feedback where kind = 'objection' and signaal_id = $1`,
      [root],
    );
    expect(objections).toHaveLength(50);
    const reopened = await rows(`select id from assignment where offered_by = 'reopening'`);
    expect(reopened).toHaveLength(1);
    const told = await rows(`select recipient_id from message where template = 'signaal.reopened'`);
    expect(told).toHaveLength(51);
    const [own] = await rows<{ count: number }>(
      `select count(*)::int as count from signaal where state = 'duplicate' and joined`,
    );
    expect(own?.count).toBe(50);
  }, 60_000);
});

describe('a merge', () => {
  it('takes along who had joined, tells the new root to all, and gives them back when it is undone', async () => {
    const support = await staffOf(tw, town, 'support_officer');
    const [older, root] = [await give(mailOf('older')), await give(mailOf('first'))];
    const { signaalId } = await join(root, mailOf('noor'));
    const merge = (from: string, to: string) =>
      run(support, markDuplicate, { signaalId: from, originalId: to, text: 'Al gemeld.' });
    await merge(root, older);
    expect(await look(signaalId)).toMatchObject({ duplicate_of: older, merged_into: root });
    await expect(merge(older, root)).rejects.toMatchObject({ code: 'duplicate_circle' });
    const eldest = await give();
    await merge(older, eldest);
    expect(await look(signaalId)).toMatchObject({ duplicate_of: eldest });
    expect(await look(root)).toMatchObject({ duplicate_of: eldest, merged_into: older });
    await run(support, unmergeSignaal, { signaalId: older });
    expect(await look(older)).toMatchObject({ state: 'reopened', duplicate_of: null, reopenings: 0 });
    expect(await look(root)).toMatchObject({ duplicate_of: older });
    expect(await look(signaalId)).toMatchObject({ duplicate_of: older });
    await finish(older);
    expect((await templates(signaalId)).at(-1)).toBe('outcome');
    await expect(run(support, unmergeSignaal, { signaalId })).rejects.toMatchObject({
      code: 'step_not_allowed',
    });
  });

  it('is contradicted by its own reporter while it runs, and is his root when it ended', async () => {
    const support = await staffOf(tw, town, 'support_officer');
    const [root, merged, second] = [await give(), await give(), await give()];
    const merge = (signaalId: string) =>
      run(support, markDuplicate, { signaalId, originalId: root, text: 'Al gemeld.' });
    await merge(merged);
    await merge(second);
    await run(resident, objectToClosing, byCode(merged, 'Dit is een andere tak.'));
    expect(await look(merged)).toMatchObject({ state: 'reopened', duplicate_of: null });
    expect(await look(root)).toMatchObject({ state: 'assigned' });
    await finish(root);
    await run(resident, objectToClosing, byCode(second));
    expect(await look(root)).toMatchObject({ state: 'reopened', reopenings: 1 });
    expect(await look(second)).toMatchObject({ state: 'duplicate', duplicate_of: root });
  });
});
