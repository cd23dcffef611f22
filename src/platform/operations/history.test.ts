import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Command, execute } from '#platform/command/command.ts';
import { type HistoryValues, secret } from '#platform/command/history.ts';
import { newId } from '#platform/database/ids.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { historyRoutes } from './history-pages.tsx';

const HISTORY = '/beheer/geschiedenis';
let test: TestWorld;
let site: TestSite;
let auditor: TestClient;

beforeAll(async () => {
  test = await testWorld();
  await makeTenant(test);
  await makeTenant(test, 'GM0106', 'Assen');
  site = testSite(
    test,
    historyRoutes(async () => new Map()),
  );
});
afterAll(() => test.close());

beforeEach(async () => {
  auditor = await site.client().signInAs(await makePerson(test, { holdings: [{ role: 'auditor' }] }));
});

const change = async (
  objectId: string,
  before: HistoryValues | undefined,
  after: HistoryValues,
  gemeente = 'GM0637',
): Promise<void> => {
  const command: Command<null, void> = {
    name: 'test.change',
    action: 'term.sweep',
    run: async (context) => {
      context.allow();
      context.record({
        noun: 'lamp',
        objectId,
        action: 'lamp.changed',
        ...(before ? { before } : {}),
        after,
      });
    },
  };
  await execute(test.world, gemeente, systemPrincipal, command, null);
};

describe('the history on the screen', () => {
  it('shows before and after, and of texts only that they changed', async () => {
    const lamp = newId();
    await change(
      lamp,
      { colour: 'rood', note: secret('oud geheim') },
      { colour: 'groen', note: secret('nieuw geheim') },
    );
    const page = await auditor.get(`${HISTORY}?wat=lamp&kenmerk=${lamp}`);
    expect(page.text).toContain('colour: van rood naar groen');
    expect(page.text).toContain('note: tekst gewijzigd');
    expect(page.text).not.toContain('geheim');
    expect(page.text).not.toContain('hash:');
  });

  it('tells a text that was filled in from one that was wiped', async () => {
    const lamp = newId();
    await change(lamp, undefined, { note: secret('eerste') });
    await change(lamp, { note: secret('eerste') }, { note: null });
    const page = await auditor.get(`${HISTORY}?wat=lamp&kenmerk=${lamp}`);
    expect(page.text).toContain('note: tekst ingevuld');
    expect(page.text).toContain('note: tekst gewist');
  });

  it('shows only the own municipality', async () => {
    const elsewhere = newId();
    await change(elsewhere, undefined, { colour: 'paars' }, 'GM0106');
    expect((await auditor.get(HISTORY)).text).not.toContain(elsewhere);
    expect((await auditor.get(`${HISTORY}?wat=lamp&kenmerk=${elsewhere}`)).text).toContain('Niets gevonden.');
  });

  it('shows every change exactly once, page after page', async () => {
    const lamp = newId();
    for (let count = 0; count < 120; count += 1) await change(lamp, undefined, { count });
    const seen: number[] = [];
    let next: string | undefined = `${HISTORY}?wat=lamp&kenmerk=${lamp}`;
    while (next) {
      const page = await auditor.get(next);
      seen.push(...[...page.text.matchAll(/count: (\d+)/g)].map((match) => Number(match[1])));
      next = /href="([^"]+)" rel="next"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
    }
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, count) => count));
  });

  it('shows a period, last month unless told otherwise', async () => {
    const lamp = newId();
    const moment = test.clock.now();
    test.clock.set('2015-11-02T12:00:00Z');
    await change(lamp, undefined, { colour: 'wit' });
    test.clock.set(moment);
    expect((await auditor.get(`${HISTORY}?wat=lamp&kenmerk=${lamp}`)).text).toContain('Niets gevonden.');
    const found = await auditor.get(`${HISTORY}?wat=lamp&kenmerk=${lamp}&van=2015-11-01&tot=2015-11-30`);
    expect(found.text).toContain('colour: wit');
  });

  it.each([
    ['van=2016-02-30', 'Vul een datum in'],
    ['van=gisteren', 'Vul een datum in'],
    ['van=2016-03-02&tot=2016-03-01', 'De eerste dag moet voor de laatste dag liggen.'],
    ['kenmerk=abc', 'Vul bij een kenmerk ook in wat het is'],
    ['wie=wim', 'Dit filter kan niet worden gelezen.'],
    ['wat=%27%20or%201%3D1', 'Dit filter kan niet worden gelezen.'],
  ])('says what is wrong with ?%s', async (query, sentence) => {
    const page = await auditor.get(`${HISTORY}?${query}`);
    expect(page.status).toBe(422);
    expect(page.text).toContain(sentence);
  });

  it('is for those who control: others are refused', async () => {
    expect((await site.client().get(HISTORY)).text).toContain('sign_in_needed');
    const desk = await makePerson(test, { holdings: [{ role: 'desk_worker' }] });
    expect((await (await site.client().signInAs(desk)).get(HISTORY)).text).toContain('forbidden');
  });
});

describe('the history as a file', () => {
  it('holds every change of the selection as one line of JSON, in several pages', async () => {
    const lamp = newId();
    await asOwner(
      test.urls,
      'GM0637',
      `insert into history (gemeente, id, at, actor_kind, noun, object_id, action, after)
       select 'GM0637', gen_random_uuid(), $2::timestamptz + n * interval '1 ms', 'system', 'lamp', $1, 'lamp.counted',
         jsonb_build_object('n', n) from generate_series(1, 1203) as n`,
      [lamp, test.clock.now()],
    );
    const file = await auditor.get(`${HISTORY}.jsonl?wat=lamp&kenmerk=${lamp}`);
    expect(file.headers.get('content-disposition')).toContain('geschiedenis-GM0637-');
    const lines = file.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { after: { n: number } });
    expect(lines).toHaveLength(1203);
    expect(new Set(lines.map(({ after }) => after.n)).size).toBe(1203);
  });

  it('refuses a filter that it cannot read', async () => {
    expect((await auditor.get(`${HISTORY}.jsonl?van=morgen`)).status).toBe(422);
  });
});
