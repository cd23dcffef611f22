import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeOn,
  fillText,
  type PublicTown,
  publicTown,
  report,
  toLastPage,
  wordsOn,
} from '../visit.fixture.ts';

let house: PublicTown;

beforeAll(async () => {
  house = await publicTown();
});
afterAll(() => house.tw.close());

const visitor = () => house.site.client();
const FORM = 'application/x-www-form-urlencoded';

/** Whatever people, telephones and attackers type. */
const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    "'; drop table signaal; --",
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '\u202eomgekeerd',
    '🕳️'.repeat(80),
    '-0',
    '1e999',
    'NaN',
    '999999999999999999999',
    '018f0000-0000-7000-8000-000000000000',
    '__proto__',
    'constructor',
  ),
);
const fieldsOf = (...names: string[]) => fc.record(Object.fromEntries(names.map((name) => [name, anything])));
const well = (status: number): void => {
  expect(status).toBeLessThan(500);
};
const RUNS = { numRuns: 60 };

describe('no input breaks a page', () => {
  it('on the first', () =>
    fc.assert(
      fc.asyncProperty(fieldsOf('tekst', 'vraag', 'gate', 'zonder', 'weg', 'formulier'), async (fields) => {
        well((await visitor().post('/melden', fields)).status);
      }),
      RUNS,
    ));

  it('on the second', async () => {
    const client = visitor();
    const { location } = await fillText(client);
    const fields = fieldsOf('straat', 'toelichting', 'buurt', 'heel', 'lat', 'lon');
    await fc.assert(
      fc.asyncProperty(fields, async (values) => well((await client.post(location ?? '', values)).status)),
      RUNS,
    );
  });

  it('on the third', async () => {
    const fields = fieldsOf(
      ...['antwoord', 'naam', 'mail', 'telefoon', 'straat', 'huisnummer', 'postcode', 'plaats'],
      ...['helper_naam', 'helper_mail', 'helper_telefoon'],
    );
    const client = visitor();
    let last = await toLastPage(client);
    await fc.assert(
      fc.asyncProperty(fields, async (values) => {
        const answer = await client.submit(last, values);
        well(answer.status);
        if (answer.status === 303) last = await toLastPage(client);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('in an address', () =>
    fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const part = encodeURIComponent(text.toWellFormed());
        for (const path of [
          `/melden?formulier=${part}`,
          `/melden/klaar?formulier=${part}`,
          `/volg?code=${part}`,
        ]) {
          well((await visitor().get(path)).status);
        }
      }),
      RUNS,
    ));
});

describe('what cannot be text', () => {
  it.each([
    ['broken UTF-8', 'tekst=%C3%28'],
    ['a NUL', 'tekst=a%00b'],
  ])('is refused plainly: %s', async (_, body) => {
    const answer = await visitor().raw('/melden', body, FORM);
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('broken_text')]);
  });

  it('is refused plainly: bytes that are no UTF-8 at all', async () => {
    const body = new Uint8Array([...new TextEncoder().encode('tekst='), 0xff, 0xfe]);
    expect((await visitor().raw('/melden', body, FORM)).status).toBe(400);
  });

  it('is refused plainly: a form of another kind', async () => {
    expect((await visitor().raw('/melden', '{"tekst":"x"}', 'application/json')).status).toBe(415);
    expect((await visitor().raw('/melden', 'x', 'multipart/form-data; boundary=y')).status).toBe(400);
  });

  it('is refused plainly: a form without a body', async () => {
    expect((await visitor().raw('/melden', '', FORM)).status).toBe(422);
  });
});

describe('what is odd but right', () => {
  const odd = 'Wadd: <script>alert("x")</script> & العربية 🕳️ \u202eachteruit\n\nregel 3';

  it('comes through whole, and shows as text', async () => {
    const receipt = await report(visitor(), { text: { tekst: odd } });
    const page = await visitor().get(`/volg/${codeOn(receipt)}`);
    expect(page.text).not.toContain('<script>alert');
    expect(wordsOn(page)).toContain('Wadd: <script>alert("x")</script> & العربية 🕳️ \u202eachteruit regel 3');
    const [row] = await house.sql<{ text: string }>(
      "select text from signaal where gemeente = $1 and text like 'Wadd%'",
    );
    expect(row?.text).toBe(odd);
  });

  it('takes a name of fifty words, and says so when it is too long to keep', async () => {
    const name = Array.from({ length: 50 }, (_, index) => `d${index % 10}`).join(' ');
    expect((await report(visitor(), { contact: { naam: name, mail: 'a@b.nl' } })).status).toBe(200);
    const client = visitor();
    const tooLong = await client.submit(await toLastPage(client), { naam: 'Adelheid '.repeat(50) });
    expect(tooLong.status).toBe(422);
    expect(tooLong.text).toContain('href="#naam"');
  });

  it('counts characters as people do: 4,000 emoji fit, one more does not', async () => {
    expect((await fillText(visitor(), { tekst: '😀'.repeat(4_000) })).status).toBe(303);
    const more = await fillText(visitor(), { tekst: '😀'.repeat(4_001) });
    expect(more.status).toBe(422);
    expect(wordsOn(more)).toContain('niet meer dan 4.000 tekens');
  });
});
