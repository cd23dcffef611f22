import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { MessageRow } from '#platform/mail/template.ts';
import { joinSignaal } from '#signaal/index.ts';
import { resident } from '#testing/signaal.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { consultFocuspunt } from '../focuspunt/commands/consult.ts';
import { bringToCollege, decideFocuspunt } from '../focuspunt/commands/decide.ts';
import { proposeFocuspunt } from '../focuspunt/commands/propose.ts';
import { aProposal, type FocusTown, focusTown } from '../focuspunt/focus-town.fixture.ts';
import { makeKnelpunt } from '../knelpunt/commands/make.ts';
import { aKnelpunt, aVoice, give, type KnelpuntTown } from '../knelpunt/knelpunt.fixture.ts';
import { newsChain, sendNews } from './advance.ts';
import { makeRelease, releaseNews, signAsMayor, signAsSecretary } from './commands.ts';
import { focuspuntTemplates } from './messages.ts';

let tw: TestWorld;
let town: FocusTown;

beforeAll(async () => {
  tw = await testWorld({ subscriptions: [newsChain] });
  town = await focusTown(tw);
});
afterAll(() => tw.close());

const run = <Input, Output>(
  by: FocusTown['college'],
  command: Parameters<typeof execute<Input, Output>>[3],
  input: Input,
): Promise<Output> => execute(tw.world, town.gemeente, by, command, input);

/** A knelpunt of these signalen, and the focuspunt that the college set about it. */
const decidedAbout = async (signaalIds: readonly string[]): Promise<string> => {
  const [group] = await town.sql('select parent_id as theme from category where id = $1', [town.lamp]);
  const bundled = { ...town, theme: String(group?.theme) } as unknown as KnelpuntTown;
  const { knelpuntId } = await run(
    town.wijkregisseur,
    makeKnelpunt,
    aKnelpunt(bundled, { signaalIds, areaId: town.focusArea }),
  );
  const focuspuntId = await run(town.wijkregisseur, proposeFocuspunt, aProposal(town));
  await town.sql('insert into focuspunt_knelpunt (gemeente, focuspunt_id, knelpunt_id) values ($1, $2, $3)', [
    town.gemeente,
    focuspuntId,
    knelpuntId,
  ]);
  await run(town.wijkregisseur, consultFocuspunt, { focuspuntId });
  await run(town.wijkregisseur, bringToCollege, { focuspuntId });
  await run(town.college, decideFocuspunt, {
    focuspuntId,
    outcome: 'set',
    reason: 'Omdat het past.',
    heldUntil: '2016-04-18',
    withoutBaselineUntil: '2016-06-06',
  });
  return focuspuntId;
};

const SENTENCE = 'Er komen lampen langs het pad.';

const released = async (focuspuntId: string): Promise<void> => {
  const releaseId = await run(town.wijkregisseur, makeRelease, {
    about: { focuspuntId },
    title: 'Focuspunt Oosterheem',
    intro: 'Het college heeft besloten.',
    embargoUntil: new Date('2016-03-07T16:00:00+01:00'),
    sentences: { [focuspuntId]: SENTENCE },
    budget: null,
  });
  await run(town.mayor, signAsMayor, { releaseId });
  await run(town.secretary, signAsSecretary, { releaseId });
  await run(town.mayor, releaseNews, { releaseId });
  await tw.drain();
};

interface Row {
  readonly recipient_id: string;
  readonly object_id: string;
  readonly channel: string;
  readonly [column: string]: unknown;
}

/** The words of a message, as they are made at the moment of sending. */
const wordsOf = (row: Row) =>
  tenantTransaction(tw.world.pool, town.gemeente, async (db) => {
    const template = focuspuntTemplates.find(({ name }) => name === row.template);
    const message = {
      ...row,
      recipientId: row.recipient_id,
      objectId: row.object_id,
      recipientKind: row.recipient_kind,
    } as unknown as MessageRow;
    return template?.render(tw.world, db, message);
  });

it('reaches whoever told it or joined, by mail, telephone and letter, each person once', async () => {
  const byMail = aVoice({ answerChannel: 'mail' });
  const first = await give(tw, town, byMail);
  const second = await give(tw, town, byMail);
  const caller = await give(tw, town, aVoice({ answerChannel: 'phone' }));
  const silent = await give(tw, town, aVoice({ answerChannel: 'none' }));
  const paper = { ...aVoice({ answerChannel: 'letter' }), originalId: caller };
  const { signaalId: letter } = await execute(tw.world, town.gemeente, resident, joinSignaal, paper);
  const focuspuntId = await decidedAbout([first, second, caller, silent]);
  const news = async () =>
    (await town.sql(
      `select * from message where template = 'focuspunt.decided' order by created_at, id`,
    )) as unknown as Row[];
  expect(await news()).toEqual([]);
  await released(focuspuntId);
  const sent = await news();
  expect(sent.map(({ object_id, channel }) => [channel, object_id]).sort()).toEqual([
    ['letter', letter],
    ['mail', first],
    ['phone', caller],
  ]);
  const onPaper = await wordsOf(sent.find(({ channel }) => channel === 'letter') as Row);
  expect(onPaper?.text).toContain(SENTENCE);
  expect(JSON.stringify(onPaper?.to)).toContain('Verzonnenlaan');
  await tw.drain();
  await sendNews(tw.world, town.gemeente);
  expect(await news()).toHaveLength(sent.length);
});
