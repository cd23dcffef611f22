import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { MessageRow } from '#platform/mail/template.ts';
import { openConnections } from '#testing/at-once.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { addSignalen, removeSignaal } from './commands/bundle.ts';
import { makeKnelpunt } from './commands/make.ts';
import { sayWord } from './commands/word.ts';
import { aKnelpunt, aVoice, give, type KnelpuntTown, knelpuntTown, rowsOf } from './knelpunt.fixture.ts';
import { knelpuntTemplates } from './messages.ts';

let test: TestWorld;
let town: KnelpuntTown;

beforeAll(async () => {
  test = await testWorld();
  town = await knelpuntTown(test);
});
afterAll(() => test.close());
beforeEach(() =>
  rowsOf(test, `update message set state = 'sent', settled_at = created_at where state = 'queued'`),
);

const make = (signaalIds: readonly string[], change = {}) =>
  execute(
    test.world,
    town.gemeente,
    town.regisseur,
    makeKnelpunt,
    aKnelpunt(town, { signaalIds, ...change }),
  );

/** Who was told what about a knelpunt, by reporter. */
const told = (knelpuntId: string) =>
  rowsOf<{ recipient_id: string; channel: string; signaal: string }>(
    test,
    `select recipient_id, channel, object_id as signaal from message
     where template = 'focuspunt.knelpunt' and variables->>'knelpuntId' = $1`,
    [knelpuntId],
  );

const joinTo = async (original: string, gift = aVoice()): Promise<string> => {
  const id = await give(test, town, gift);
  await rowsOf(
    test,
    `update signaal set state = 'duplicate', outcome = 'duplicate', duplicate_of = $2, joined = true where id = $1`,
    [id, original],
  );
  return id;
};

const render = async (knelpuntId: string): Promise<string[]> => {
  const rows = await rowsOf<Record<string, unknown>>(
    test,
    `select * from message where template = 'focuspunt.knelpunt' and variables->>'knelpuntId' = $1 order by id`,
    [knelpuntId],
  );
  const [template] = knelpuntTemplates;
  return tenantTransaction(test.world.pool, town.gemeente, async (db) => {
    const texts: string[] = [];
    for (const row of rows) {
      const message = {
        ...row,
        recipientId: row.recipient_id,
        objectId: row.object_id,
        recipientKind: row.recipient_kind,
      } as unknown as MessageRow;
      texts.push((await template?.render(test.world, db, message))?.text ?? '');
    }
    return texts;
  });
};

describe('the reporters of a knelpunt', () => {
  it('nine of them, by mail, letter, telephone and not at all, hear one sentence once', async () => {
    const channels = ['mail', 'mail', 'letter', 'letter', 'phone', 'phone', 'none'] as const;
    const ids = [];
    for (const answerChannel of channels) ids.push(await give(test, town, aVoice({ answerChannel })));
    await joinTo(ids[0] ?? '', aVoice());
    await joinTo(ids[6] ?? '', aVoice({ answerChannel: 'letter' }));
    const { knelpuntId, told: count } = await make(ids);
    const messages = await told(knelpuntId);
    expect(count).toBe(8);
    expect(messages).toHaveLength(8);
    expect(new Set(messages.map(({ recipient_id }) => recipient_id)).size).toBe(8);
    const by = Object.groupBy(messages, ({ channel }) => channel);
    expect([by.mail?.length, by.letter?.length, by.phone?.length]).toEqual([3, 3, 2]);
    for (const text of await render(knelpuntId)) {
      expect(text).toContain('u hoort in april wat wij doen');
      expect(text).toContain('Donker pad bij de flats');
      expect(text).not.toMatch(/pad is hier donker|\{\w+\}/);
    }
  });

  it('who reported three times hears it once', async () => {
    const contact = aVoice().contact;
    const ids = [];
    for (let turn = 0; turn < 3; turn += 1) ids.push(await give(test, town, aVoice({ contact })));
    const { knelpuntId } = await make(ids);
    expect(await told(knelpuntId)).toHaveLength(1);
    const again = await give(test, town, aVoice({ contact }));
    await execute(test.world, town.gemeente, town.regisseur, addSignalen, {
      knelpuntId,
      signaalIds: [again],
      carePatternIds: [],
    });
    expect(await told(knelpuntId)).toHaveLength(1);
  });

  it('none hears it twice when more come, also when two people add them at once', async () => {
    const first = await give(test, town, aVoice());
    const { knelpuntId } = await make([first]);
    const more = [await give(test, town, aVoice()), await give(test, town, aVoice())];
    await openConnections(test);
    const adding = () =>
      execute(test.world, town.gemeente, town.regisseur, addSignalen, {
        knelpuntId,
        signaalIds: more,
        carePatternIds: [],
      });
    await Promise.all([adding(), adding()]);
    expect(await told(knelpuntId)).toHaveLength(3);
  });

  it('hear a new sentence once each, and the old one not any more', async () => {
    const ids = [await give(test, town, aVoice()), await give(test, town, aVoice())];
    const { knelpuntId } = await make(ids, { sentence: '' });
    expect(await told(knelpuntId)).toHaveLength(0);
    const terms = await rowsOf(
      test,
      `select kind from term where object_id = $1 and kind = 'knelpunt_word'`,
      [knelpuntId],
    );
    expect(terms).toHaveLength(1);
    const say = (sentence: string) =>
      execute(test.world, town.gemeente, town.regisseur, sayWord, { knelpuntId, sentence });
    expect(await say('Wij komen kijken.')).toEqual({ told: 2 });
    expect(await say('Wij komen kijken.')).toEqual({ told: 0 });
    expect(await say('Wij kwamen kijken en plaatsen lampen.')).toEqual({ told: 2 });
    const texts = await render(knelpuntId);
    expect(texts.filter((text) => text === '')).toHaveLength(2);
    expect(texts.filter((text) => text.includes('plaatsen lampen'))).toHaveLength(2);
    const open = await rowsOf(
      test,
      `select kind from term where object_id = $1 and kind = 'knelpunt_word' and state = 'open'`,
      [knelpuntId],
    );
    expect(open).toEqual([]);
  });

  it('are not told any more once their signaal was taken out, which stays a signaal', async () => {
    const ids = [await give(test, town, aVoice()), await give(test, town, aVoice())];
    const { knelpuntId } = await make(ids);
    const [out = ''] = ids;
    const remove = (reason: string) =>
      execute(test.world, town.gemeente, town.regisseur, removeSignaal, {
        knelpuntId,
        signaalId: out,
        reason,
      });
    await expect(remove(' ')).rejects.toThrow('knelpunt_reason_missing');
    await remove('Ander pad.');
    await expect(remove('Ander pad.')).rejects.toThrow('signaal_not_in_knelpunt');
    await execute(test.world, town.gemeente, town.regisseur, sayWord, { knelpuntId, sentence: 'Nieuws.' });
    expect((await told(knelpuntId)).filter(({ signaal }) => signaal === out)).toHaveLength(1);
    const [signaal] = await rowsOf(test, 'select state, text from signaal where id = $1', [out]);
    expect(signaal).toEqual({ state: 'assigned', text: 'Het pad is hier donker.' });
  });
});

describe('one knelpunt at a time', () => {
  it('the conflict says which, also when two make one at the same moment', async () => {
    const ids = [await give(test, town, aVoice()), await give(test, town, aVoice())];
    await openConnections(test);
    const both = await Promise.allSettled([make(ids), make(ids.toReversed())]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({
      reason: { code: 'signaal_in_other_knelpunt', values: { title: 'Donker pad bij de flats' } },
    });
    const bundled = await rowsOf(
      test,
      'select 1 from knelpunt_signaal where signaal_id = any ($1::uuid[]) and removed_at is null',
      [ids],
    );
    expect(bundled).toHaveLength(2);
    const messages = await rowsOf(
      test,
      `select 1 from message where template = 'focuspunt.knelpunt' and object_id = any ($1::uuid[])`,
      [ids],
    );
    expect(messages).toHaveLength(2);
  });
});
