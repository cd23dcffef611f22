import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { openConnections } from '#testing/at-once.ts';
import { staffOf } from '#testing/signaal.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { consultFocuspunt } from '../focuspunt/commands/consult.ts';
import { bringToCollege, decideFocuspunt } from '../focuspunt/commands/decide.ts';
import { proposeFocuspunt } from '../focuspunt/commands/propose.ts';
import { aProposal, type FocusTown, focusTown } from '../focuspunt/focus-town.fixture.ts';
import { moveToRound, openRound, proposeRound } from '../round/commands.ts';
import { advanceRelease, newsChain, sendNews } from './advance.ts';
import { makeRelease, releaseNews, signAsMayor, signAsSecretary } from './commands.ts';

let tw: TestWorld;
let town: FocusTown;
let councillor: string;

beforeAll(async () => {
  tw = await testWorld({ start: '2016-03-07T10:00:00+01:00', subscriptions: [newsChain] });
  town = await focusTown(tw);
  councillor = (await staffOf(tw, town, 'councillor')).id;
});
afterAll(() => tw.close());

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
const run = <Input, Output>(
  by: FocusTown['college'],
  command: Parameters<typeof execute<Input, Output>>[3],
  input: Input,
): Promise<Output> => execute(tw.world, town.gemeente, by, command, input);

const decided = async (outcome: 'set' | 'rejected' | 'held' = 'set'): Promise<string> => {
  const focuspuntId = await run(town.wijkregisseur, proposeFocuspunt, aProposal(town));
  await run(town.wijkregisseur, consultFocuspunt, { focuspuntId });
  await run(town.wijkregisseur, bringToCollege, { focuspuntId });
  await run(town.college, decideFocuspunt, {
    focuspuntId,
    outcome,
    reason: 'Omdat het past.',
    heldUntil: '2016-04-18',
    withoutBaselineUntil: '2016-06-06',
  });
  return focuspuntId;
};

const release = (focuspuntId: string, embargoUntil = '2016-03-07T16:00:00+01:00') =>
  run(town.wijkregisseur, makeRelease, {
    about: { focuspuntId },
    title: 'Focuspunt Oosterheem',
    intro: 'Het college heeft besloten.',
    embargoUntil: new Date(embargoUntil),
    sentences: {},
    budget: null,
  });

const state = async (id: string) =>
  (await town.sql('select state, public_state, outcome_public_at from focuspunt where id = $1', [id]))[0];
const moments = async (id: string) =>
  (await town.sql('select * from news_release where id = $1', [id]))[0] as Record<string, Date | null>;
const noticed = async (releaseId: string) =>
  (
    await town.sql(`select account_id from notice where kind = 'focus_memo' and object_id = $1`, [releaseId])
  ).map(({ account_id }) => account_id);
const mails = (id: string) =>
  town.sql(`select recipient_id from message where template = 'focuspunt.news' and object_id = $1`, [id]);

describe('the order of the news (D15)', () => {
  it('waits for both signatures and for the end of the embargo; until then nobody is told anything', async () => {
    const id = await decided();
    const memo = await release(id);
    await run(town.mayor, signAsMayor, { releaseId: memo });
    expect(await refused(run(town.mayor, signAsMayor, { releaseId: memo }))).toBe('signed_already');
    expect(await refused(run(town.mayor, releaseNews, { releaseId: memo }))).toBe('not_signed_yet');
    await sendNews(tw.world, town.gemeente);
    await run(town.secretary, signAsSecretary, { releaseId: memo });
    await tw.drain();
    tw.clock.set('2016-03-07T15:59:59+01:00');
    await sendNews(tw.world, town.gemeente);
    expect(await noticed(memo)).toEqual([]);
    expect(await mails(id)).toEqual([]);
    expect(await state(id)).toMatchObject({ state: 'set', public_state: 'with_college' });

    tw.clock.set('2016-03-07T16:00:00+01:00');
    await sendNews(tw.world, town.gemeente);
    expect(await noticed(memo)).toEqual([councillor]);
    expect(await mails(id)).toHaveLength(1);
    expect(await state(id)).toMatchObject({ state: 'running', public_state: 'running' });
    tw.clock.set('2016-03-07T10:00:00+01:00');
  });

  it('tells one group after another: the page opens last', async () => {
    const id = await decided();
    const memo = await release(id);
    await run(town.mayor, signAsMayor, { releaseId: memo });
    await run(town.secretary, signAsSecretary, { releaseId: memo });
    tw.clock.set('2016-03-07T16:30:00+01:00');
    const step = () => run(systemPrincipal as FocusTown['college'], advanceRelease, { releaseId: memo });
    const steps = [
      'released_at',
      'council_told_at',
      'partners_told_at',
      'reporters_told_at',
      'followers_told_at',
    ];
    for (const [index, column] of steps.entries()) {
      expect((await step()).more).toBe(true);
      const row = await moments(memo);
      expect(row[column]).not.toBeNull();
      for (const later of [...steps.slice(index + 1), 'press_told_at']) expect(row[later]).toBeNull();
      expect((await mails(id)).length).toBe(index >= 2 ? 1 : 0);
      expect(await state(id)).toMatchObject({ public_state: 'with_college' });
    }
    await step();
    expect(await state(id)).toMatchObject({ state: 'running', public_state: 'running' });
    expect((await step()).more).toBe(false);
    tw.clock.set('2016-03-07T10:00:00+01:00');
  });

  it('is held by the database itself', async () => {
    const memo = await release(await decided());
    const early = (column: string) =>
      refused(town.sql(`update news_release set ${column} = now() where id = $1`, [memo]));
    for (const column of [
      'released_at',
      'council_told_at',
      'partners_told_at',
      'reporters_told_at',
      'press_told_at',
    ]) {
      expect(await early(column)).toBe('23514');
    }
  });

  it('sends each message once, however many ask at the same moment', async () => {
    const id = await decided();
    const memo = await release(id);
    await run(town.mayor, signAsMayor, { releaseId: memo });
    await run(town.secretary, signAsSecretary, { releaseId: memo });
    await openConnections(tw);
    const clicks = await Promise.all(
      Array.from({ length: 10 }, () => refused(run(town.secretary, releaseNews, { releaseId: memo }))),
    );
    expect(clicks.filter((one) => one === 'done')).toHaveLength(1);
    await Promise.all(Array.from({ length: 6 }, () => sendNews(tw.world, town.gemeente)));
    await tw.drain();
    expect(await mails(id)).toHaveLength(1);
    expect(await noticed(memo)).toEqual([councillor]);
    expect((await moments(memo)).press_told_at).not.toBeNull();
  });

  it('tells a refusal and a delay too, with the reason', async () => {
    for (const outcome of ['rejected', 'held'] as const) {
      const id = await decided(outcome);
      const memo = await release(id);
      await run(town.mayor, signAsMayor, { releaseId: memo });
      await run(town.secretary, signAsSecretary, { releaseId: memo });
      await run(town.mayor, releaseNews, { releaseId: memo });
      expect(await state(id)).toMatchObject({ public_state: 'with_college' });
      await tw.drain();
      expect(await state(id)).toMatchObject({ state: outcome, public_state: outcome });
      expect(await mails(id)).toHaveLength(1);
    }
  });

  it('reaches whoever spoke, once, and followers', async () => {
    const id = await decided();
    const [knelpunt, signaal, follower] = [newId(), newId(), newId()];
    await town.sql(
      `insert into knelpunt (gemeente, id, number, title, origin, area_id, state, owner_account_id, public_sentence,
        made_by, created_at, state_since) values ($1, $2, 900, 'x', 'problem', $3, 'candidate', $4, 'x', $4, now(), now())`,
      [town.gemeente, knelpunt, town.focusArea, town.wijkregisseur.id],
    );
    await town.sql(
      'insert into focuspunt_knelpunt (gemeente, focuspunt_id, knelpunt_id) values ($1, $2, $3)',
      [town.gemeente, id, knelpunt],
    );
    await town.sql(
      `insert into follow (gemeente, id, object_kind, object_id, account_id, rhythm, created_at)
       values ($1, $2, 'focuspunt', $3, $4, 'news', now()), ($1, $5, 'area', $6, $4, 'quarter', now())`,
      [town.gemeente, follower, id, councillor, newId(), town.focusArea],
    );
    expect(signaal).not.toBe(knelpunt);
    const memo = await release(id);
    await run(town.mayor, signAsMayor, { releaseId: memo });
    await run(town.secretary, signAsSecretary, { releaseId: memo });
    await run(town.mayor, releaseNews, { releaseId: memo });
    await tw.drain();
    const seen = await town.sql(
      `select 1 from notice where kind = 'focus_news' and object_id = $1 and account_id = $2`,
      [id, councillor],
    );
    expect(seen).toHaveLength(1);
  });
});

describe('a memo', () => {
  it('keeps the facts as they were, whatever changes later', async () => {
    const id = await decided();
    const memo = await release(id);
    await town.sql(`update focuspunt set title = 'Anders' where id = $1`, [id]);
    const [row] = await town.sql('select memo_content from news_release where id = $1', [memo]);
    expect(row?.memo_content).toMatchObject({
      points: [{ title: 'Schoon, heel en veilig in het centrum', outcome: 'set', advice: { silent: 2 } }],
    });
  });

  it('is made once of one decision, by whoever may, about what was decided, for a moment that comes', async () => {
    const id = await decided();
    expect(await refused(release(id, '2016-03-07T09:00:00+01:00'))).toBe('embargo_in_past');
    await openConnections(tw);
    const made = await Promise.all(Array.from({ length: 5 }, () => refused(release(id))));
    expect(made.sort()).toEqual(['done', ...Array(4).fill('release_exists')]);
    const open = await run(town.wijkregisseur, proposeFocuspunt, aProposal(town));
    expect(await refused(release(open))).toBe('nothing_decided');
    const [memo] = await town.sql('select id from news_release where focuspunt_id = $1', [id]);
    const releaseId = String(memo?.id);
    expect(await refused(run(town.college, signAsMayor, { releaseId }))).toBe('forbidden');
    expect(await refused(run(town.mayor, signAsSecretary, { releaseId }))).toBe('forbidden');
    expect(await refused(run(town.wijkregisseur, releaseNews, { releaseId }))).toBe('forbidden');
  });
});

describe('a round (D3)', () => {
  const gathered = async (count: number): Promise<{ roundId: string; ids: string[] }> => {
    const roundId = await run(town.wijkregisseur, openRound, {
      title: 'Ronde 2016',
      startsOn: '2016-03-07',
      decisionOn: null,
    });
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const focuspuntId = await run(town.wijkregisseur, proposeFocuspunt, aProposal(town));
      await run(town.wijkregisseur, moveToRound, { focuspuntId, roundId });
      ids.push(focuspuntId);
    }
    return { roundId, ids };
  };

  it('is one proposal with a point each, decided when the last point is, released as one', async () => {
    const { roundId, ids } = await gathered(3);
    const propose = () =>
      refused(run(town.wijkregisseur, proposeRound, { roundId, proposalText: 'Wij stellen voor.' }));
    expect(await propose()).toBe('round_point_not_asked');
    for (const focuspuntId of ids) await run(town.wijkregisseur, consultFocuspunt, { focuspuntId });
    expect(await propose()).toBe('done');
    await openConnections(tw);
    const decisions = await Promise.all(
      [...ids, ...ids, ...ids].map((focuspuntId, index) =>
        refused(
          run(town.college, decideFocuspunt, {
            focuspuntId,
            outcome: index % 3 === 2 ? 'held' : 'set',
            reason: '',
            heldUntil: '2016-04-18',
            withoutBaselineUntil: '2016-06-06',
          }),
        ),
      ),
    );
    expect(decisions.filter((one) => one === 'done')).toHaveLength(3);
    expect(await town.sql('select state from focus_round where id = $1', [roundId])).toEqual([
      { state: 'decided' },
    ]);
    const memo = await run(town.secretary, makeRelease, {
      about: { roundId },
      title: 'Ronde 2016',
      intro: '',
      embargoUntil: new Date('2016-03-07T16:00:00+01:00'),
      sentences: {},
      budget: {
        lines: [{ label: 'Wijkposten', euro: 349_190 }],
        printedTotal: 'ruim 3 miljoen',
        printedEuro: 3_000_000,
      },
    });
    await run(town.mayor, signAsMayor, { releaseId: memo });
    await run(town.secretary, signAsSecretary, { releaseId: memo });
    await run(town.mayor, releaseNews, { releaseId: memo });
    await tw.drain();
    expect(await town.sql('select state from focus_round where id = $1', [roundId])).toEqual([
      { state: 'released' },
    ]);
  });

  it('refuses an empty proposal, and another focuspunt once it is proposed', async () => {
    const { roundId } = await gathered(0);
    const propose = (proposalText: string) =>
      refused(run(town.wijkregisseur, proposeRound, { roundId, proposalText }));
    expect(await propose('Tekst')).toBe('round_empty');
    expect(await propose(' ')).toBe('round_text_missing');
    const focuspuntId = await run(town.wijkregisseur, proposeFocuspunt, aProposal(town));
    await run(town.wijkregisseur, consultFocuspunt, { focuspuntId });
    await run(town.wijkregisseur, moveToRound, { focuspuntId, roundId });
    expect(await propose('Tekst')).toBe('done');
    const late = await run(town.wijkregisseur, proposeFocuspunt, aProposal(town));
    expect(await refused(run(town.wijkregisseur, moveToRound, { focuspuntId: late, roundId }))).toBe(
      'round_closed',
    );
    expect(await refused(run(town.college, moveToRound, { focuspuntId: late, roundId: null }))).toBe(
      'forbidden',
    );
  });
});
