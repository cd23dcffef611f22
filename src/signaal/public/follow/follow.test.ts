import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newCode } from '#platform/speakable-code/index.ts';
import { smallTown, staffOf } from '#testing/signaal.ts';
import { MONDAY_MORNING } from '#testing/world.ts';
import { completeAssignment, planAssignment } from '../../commands/assignment.ts';
import { markDuplicate } from '../../commands/merge.ts';
import { sweepTenant } from '../../jobs.ts';
import { codeOn, type Filled, type PublicTown, publicTown, report, wordsOn } from '../visit.fixture.ts';

let house: PublicTown;

beforeAll(async () => {
  house = await publicTown();
});
beforeEach(() => house.tw.clock.set(MONDAY_MORNING));
afterAll(() => house.tw.close());

const visitor = () => house.site.client();
const give = async (filled: Filled = {}): Promise<string> => codeOn(await report(visitor(), filled));
const look = (code: string, more = '') => visitor().get(`/volg/${code}${more}`);

/** The last signaal, with its first part. */
const last = async () => {
  const [row] = await house.sql<{ id: string; part: string }>(
    `select s.id, a.id as part from signaal s left join assignment a on a.gemeente = s.gemeente and a.signaal_id = s.id
     where s.gemeente = $1 order by s.number desc, a.sequence limit 1`,
  );
  if (!row) throw new Error('There is no signaal');
  return { signaalId: row.id, assignmentId: row.part };
};

const green = () => staffOf(house.tw, house.town, 'department_worker', { departmentId: house.town.green });

const finish = async () => {
  const input = { outcome: 'solved', executedOn: '2016-03-07', answer: 'De tak is weg.', note: '' } as const;
  const { world } = house.tw;
  await execute(world, house.town.gemeente, await green(), completeAssignment, {
    ...(await last()),
    ...input,
  });
};

describe('a code', () => {
  it('is read as people type it', async () => {
    const code = await give();
    const [a, b, c] = code.toLowerCase().split('-');
    for (const typed of [code, `${a}${b}${c}`, ` ${a} ${b} ${c} `, `${a}.${b}–${c}`]) {
      const answer = await visitor().get(`/volg?code=${encodeURIComponent(typed)}`);
      expect(answer.location).toBe(`/volg/${code}`);
    }
    expect((await look(`${a}${b}${c}`)).status).toBe(200);
  });

  it('with a typing error is told so, with help, and what was typed stays', async () => {
    const code = newCode();
    const wrong = code.slice(0, -1) + (code.endsWith('7') ? '9' : '7');
    for (const answer of [await look(wrong), await visitor().get(`/volg?code=${wrong}`)]) {
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(`value="${wrong}"`);
      expect(wordsOn(answer)).toContain('Kijk goed naar tekens die op elkaar lijken');
    }
    expect((await visitor().get('/volg?code=')).status).toBe(422);
    expect((await visitor().get('/volg')).status).toBe(200);
  });

  it('that is none of ours is unknown, and so is that of another municipality', async () => {
    expect((await look(newCode())).status).toBe(404);
    const code = await give();
    await smallTown(house.tw, 'GM0106');
    expect((await house.site.client('GM0106').get(`/volg/${code}`)).status).toBe(404);
    expect((await look(code)).status).toBe(200);
  });

  it('may be looked at often, but guessed only twenty times an hour', async () => {
    const code = await give();
    const guesser = { 'x-forwarded-for': '203.0.113.9' };
    for (let miss = 0; miss < 20; miss += 1) {
      expect((await visitor().get(`/volg/${newCode()}`, guesser)).status).toBe(404);
    }
    const stopped = await visitor().get(`/volg/${code}`, guesser);
    expect(stopped.status).toBe(429);
    expect(wordsOn(stopped)).toContain('of bel ons');
    expect(
      (await visitor().get(`/volg/${code}/foto/018f0000-0000-7000-8000-000000000000`, guesser)).status,
    ).toBe(429);
    for (let hit = 0; hit < 25; hit += 1) expect((await look(code)).status).toBe(200);
    house.tw.clock.advance(3_600_000);
    expect((await visitor().get(`/volg/${code}`, guesser)).status).toBe(200);
  });

  it('never breaks the page, whatever it is', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), async (text) => {
        const part = encodeURIComponent(text.toWellFormed());
        for (const path of [`/volg/${part}`, `/volg/${part}/aanvullen`, `/volg/${part}/foto/x`]) {
          expect((await visitor().get(path)).status).toBeLessThan(500);
        }
      }),
      { numRuns: 60 },
    ));
});

describe('the page of a code', () => {
  it('stays out of search engines and caches, and asks at most six questions of the database', async () => {
    const answer = await look(await give());
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.statements.length).toBeGreaterThan(3);
    expect(answer.statements.length).toBeLessThanOrEqual(6);
  });

  it('tells in plain words where it lies, what comes next and before when', async () => {
    const words = wordsOn(await look(await give()));
    expect(words).toContain('bekeken');
    expect(words).toContain('Uiterlijk donderdag 10 maart 2016 is bekend of de afdeling Groen het oppakt.');
    expect(words).toContain('Gehoord (voltooid) ma 7 mrt 2016');
    expect(words).toContain('Belegd (hier zijn we nu)');
    expect(words).toContain('Er ligt een grote tak op het fietspad.');
    expect(words).toContain('Dorpsstraat 12');
  });

  it('names no person of the municipality, and nobody who reported', async () => {
    const code = await give({
      contact: { naam: 'Knoffelkees', mail: 'knoffel@voorbeeld.nl', antwoord: 'mail' },
    });
    await finish();
    const { text } = await look(code);
    expect(text).not.toMatch(/knoffel/i);
    expect(text).not.toContain('Jansje Verzonnen');
  });

  it('shows the planned day, and says it when that has passed', async () => {
    const code = await give();
    const plan = { ...(await last()), plannedOn: '2016-03-10', hearBy: null, text: 'Wij komen met de zaag.' };
    await execute(house.tw.world, house.town.gemeente, await green(), planAssignment, plan);
    const words = wordsOn(await look(code));
    expect(words).toContain('Het werk staat gepland op donderdag 10 maart 2016.');
    expect(words).toContain('Wij komen met de zaag.');
    house.tw.clock.set('2016-03-11T09:00:00+01:00');
    expect(wordsOn(await look(code))).toContain(
      'Wij hadden donderdag 10 maart 2016 beloofd. Dat is niet gelukt.',
    );
  });

  it('shows of a joined report how the other stands, and none of its words', async () => {
    await give({ text: { tekst: 'De Wimpelboom is om.' } });
    const original = await last();
    const code = await give({ text: { tekst: 'Er ligt een tak.' } });
    const own = await last();
    const support = await staffOf(house.tw, house.town, 'support_officer');
    const input = { signaalId: own.signaalId, originalId: original.signaalId, text: 'Dit was al gemeld.' };
    await execute(house.tw.world, house.town.gemeente, support, markDuplicate, input);
    const words = wordsOn(await look(code));
    expect(words).toContain(
      'Uw melding hoort bij een eerdere melding over hetzelfde. Zo staat het daarmee: ontvangen',
    );
    expect(words).not.toContain('Wimpelboom');
  });

  it('says on which day words were wiped', async () => {
    const code = await give();
    await house.sql(
      "update signaal set text = null, text_wiped_at = '2016-03-09T10:00:00Z' where gemeente = $1 and id = $2",
      [(await last()).signaalId],
    );
    expect(wordsOn(await look(code))).toContain('Deze tekst is gewist op woensdag 9 maart 2016.');
  });

  it('speaks English to who asks for it', async () => {
    const client = visitor();
    client.cookies.set('taal', 'en');
    expect(wordsOn(await client.get(`/volg/${await give()}`))).toContain(
      'Your report of Monday, 7 March 2016',
    );
  });
});

describe('what the reporter says', () => {
  it('is added once, however often it is sent, and both may read it', async () => {
    const code = await give();
    const client = visitor();
    const form = await client.get(`/volg/${code}/aanvullen`);
    const first = await client.submit(form, { tekst: 'Er ligt nu ook glas.' });
    const second = await client.submit(form, { tekst: 'Er ligt nu ook glas.' });
    expect([first.location, second.location]).toEqual([
      `/volg/${code}?gedaan=aangevuld`,
      `/volg/${code}?gedaan=aangevuld`,
    ]);
    const page = await client.follow(first);
    expect(page.text.match(/Er ligt nu ook glas\./g)).toHaveLength(1);
    expect(wordsOn(page)).toContain('Het is toegevoegd.');
  });

  it('passes the guard first', async () => {
    const code = await give();
    const client = visitor();
    const form = await client.get(`/volg/${code}/aanvullen`);
    const stopped = await client.submit(form, { tekst: 'Bel 06 12345678 maar.' });
    expect(stopped.status).toBe(422);
    const masked = await client.submit(stopped, { zonder: 'ja' });
    expect(wordsOn(masked)).toContain('Bel ••• maar.');
    expect(await house.sql("select 1 from feedback where gemeente = $1 and text like 'Bel %'")).toEqual([]);
  });

  it('takes it back after a question, and then adds nothing more', async () => {
    const code = await give();
    const client = visitor();
    const asked = await client.get(`/volg/${code}/intrekken`);
    expect(wordsOn(asked)).toContain('Wilt u uw melding intrekken?');
    expect(wordsOn(await look(code))).toContain('bekeken');
    const page = await client.follow(await client.submit(asked));
    expect(wordsOn(page)).toContain('ingetrokken door de melder');
    expect((await client.get(`/volg/${code}/intrekken`)).status).toBe(409);
    expect((await client.get(`/volg/${code}/aanvullen`)).status).toBe(409);
  });

  it('may be thanks, and then asks no more', async () => {
    const code = await give();
    await finish();
    const client = visitor();
    const page = await client.follow(
      await client.submit(await client.get(`/volg/${code}`), {}, `/volg/${code}/opgelost`),
    );
    expect(wordsOn(page)).toContain('Wij hebben genoteerd dat het is opgelost.');
    expect(page.text).not.toContain('/opgelost"');
    expect(page.text).toContain('/niet-opgelost"');
  });

  const object = async (code: string) => {
    const client = visitor();
    const form = await client.get(`/volg/${code}/niet-opgelost`);
    return { client, form };
  };
  const dueOf = async (signaalId: string): Promise<Date> => {
    const [row] = await house.sql<{ due_at: Date }>(
      "select due_at from term where gemeente = $1 and object_id = $2 and kind = 'objection'",
      [signaalId],
    );
    if (!row) throw new Error('No term to object');
    return row.due_at;
  };

  it('reopens at the last moment of the term, once', async () => {
    const code = await give();
    await finish();
    const { client, form } = await object(code);
    expect(wordsOn(form)).toContain('U kunt reageren tot en met maandag 21 maart 2016.');
    house.tw.clock.set(await dueOf((await last()).signaalId));
    const words = wordsOn(await client.follow(await client.submit(form, { tekst: 'De tak ligt er nog.' })));
    expect(words).toContain('opnieuw open');
    expect(words).toContain('De tak ligt er nog.');
    expect((await client.submit(form, { tekst: 'De tak ligt er nog.' })).status).toBe(303);
    expect(
      await house.sql("select 1 from feedback where gemeente = $1 and text = 'De tak ligt er nog.'"),
    ).toHaveLength(1);
  });

  it.each([false, true])(
    'is too late one second after (swept: %s), and hears whom to call',
    async (swept) => {
      const code = await give();
      await finish();
      const { client, form } = await object(code);
      house.tw.clock.set(new Date((await dueOf((await last()).signaalId)).getTime() + 1_000));
      if (swept) await sweepTenant(house.tw.world, house.town.gemeente);
      const answer = await client.submit(form, { tekst: 'De tak ligt er toch nog.' });
      expect(answer.status).toBe(409);
      expect(wordsOn(answer)).toContain('Bel ons of kom langs');
      expect((await client.get(`/volg/${code}/niet-opgelost`)).status).toBe(409);
    },
  );

  it('is not taken from another site', async () => {
    const code = await give();
    const forged = await visitor().post(`/volg/${code}/intrekken`, {}, { origin: 'https://elders.example' });
    expect(forged.status).toBe(403);
  });
});

it('offers the form on paper, with where to hand it in', async () => {
  const words = wordsOn(await visitor().get('/melden/papier'));
  for (const part of [
    'Bel 112',
    'Wat is er aan de hand?',
    'Waar is het?',
    'Hoe kunnen wij u bereiken?',
    'Inleveren',
  ]) {
    expect(words).toContain(part);
  }
});
