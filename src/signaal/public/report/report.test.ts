import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  A_TEXT,
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

const stored = async (code: string) => {
  const page = await visitor().get(`/volg/${code}`);
  expect(page.status).toBe(200);
  const [row] = await house.sql<Record<string, unknown>>(
    `select s.id, s.text, s.state, s.answer_channel, s.channel, s.street, s.place_kind, s.kind,
       (select array_agg(r.part || ' ' || r.channel order by r.part) from reporter r where r.signaal_id = s.id) as people,
       (select array_agg(m.template || ' ' || m.channel order by m.template) from message m where m.object_id = s.id) as messages
     from signaal s where s.gemeente = $1 order by s.number desc limit 1`,
  );
  return row ?? {};
};

describe('reporting in three pages without script', () => {
  const address = {
    naam: 'Jansje Verzonnen',
    straat: 'Kerkstraat 7 a',
    postcode: ' 2711ab ',
    plaats: 'Zoetermeer',
  };

  it.each([
    ['mail', { antwoord: 'mail', mail: 'jansje+buurt@voorbeeld.nl' }],
    ['phone', { antwoord: 'phone', telefoon: '+31 (0)6-1234 5678' }],
    ['letter', { antwoord: 'letter', ...address }],
  ])('answers by %s when that is asked', async (channel, contact) => {
    const receipt = await report(visitor(), { contact });
    expect(receipt.status).toBe(200);
    expect(await stored(codeOn(receipt))).toMatchObject({
      text: A_TEXT,
      channel: 'web',
      answer_channel: channel,
      people: [`reporter ${channel}`],
      messages: [`signaal.receipt ${channel}`],
    });
  });

  it('needs nothing of the reporter: the code is enough', async () => {
    const receipt = await report(visitor());
    expect(wordsOn(receipt)).toContain('U krijgt geen bericht');
    expect(await stored(codeOn(receipt))).toMatchObject({
      answer_channel: 'none',
      people: null,
      messages: null,
    });
  });

  it('finds the channel itself when contact was left and none was chosen', async () => {
    const receipt = await report(visitor(), { contact: { telefoon: '079 1234567' } });
    expect(await stored(codeOn(receipt))).toMatchObject({ answer_channel: 'phone' });
  });

  it('writes to the helper too', async () => {
    const helper = { helper_naam: 'Samira', helper_mail: 'samira@voorbeeld.nl' };
    const receipt = await report(visitor(), { contact: { antwoord: 'none', ...helper } });
    expect(await stored(codeOn(receipt))).toMatchObject({
      people: ['helper mail'],
      messages: ['signaal.receipt_helper mail'],
    });
  });

  it('says on the receipt who has it and before which day it was looked at', async () => {
    const words = wordsOn(await report(visitor()));
    expect(words).toContain('de afdeling Groen');
    expect(words).toContain('Uiterlijk donderdag 10 maart 2016');
    expect(words).toContain('meestal 5 werkdagen');
  });

  it('sends a question to the desk, with the day of the answer', async () => {
    const receipt = await report(visitor(), { text: { vraag: 'on' } });
    expect(wordsOn(receipt)).toContain('Uiterlijk woensdag 9 maart 2016 is er een antwoord');
    expect(await stored(codeOn(receipt))).toMatchObject({ kind: 'question' });
  });

  it('says how long contact data are kept, as the municipality set it', async () => {
    expect(wordsOn(await toLastPage(visitor()))).toContain('90 dagen nadat die is afgesloten, wissen wij ze');
    await house.sql(
      `insert into setting (gemeente, key, valid_from, value, set_at)
       values ($1, 'term.contact_wipe', '2016-01-01', '"6 week"', now())`,
    );
    expect(wordsOn(await toLastPage(visitor()))).toContain('6 weken nadat die is afgesloten, wissen wij ze');
    await house.sql(`delete from setting where gemeente = $1 and key = 'term.contact_wipe'`);
  });

  it('shows what will be sent, with the way back to each answer', async () => {
    const client = visitor();
    const last = await toLastPage(client, { place: { toelichting: 'naast de glasbak' } });
    expect(wordsOn(last)).toContain(A_TEXT);
    expect(wordsOn(last)).toContain('Dorpsstraat 12 naast de glasbak');
    const [, back = ''] = /href="(\/melden\?formulier=[^"]+)"/.exec(last.text) ?? [];
    const first = await client.get(back);
    const offered = await client.follow(await client.submit(first, { tekst: 'Het zijn twee takken.' }));
    const again = await client.follow(await client.submit(offered, { aansluiten: '' }));
    expect(wordsOn(again)).toContain('Het zijn twee takken.');
    expect(wordsOn(again)).toContain('Dorpsstraat 12');
  });
});

describe('mistakes', () => {
  it('come back with everything that was typed, a summary and a title that begins with the mistake', async () => {
    const client = visitor();
    const typed = {
      antwoord: 'letter',
      naam: 'Jansje',
      mail: 'jan',
      telefoon: '12',
      postcode: 'x',
      helper_naam: 'Samira',
    };
    const answer = await client.submit(await toLastPage(client), typed);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Fout: ');
    for (const field of ['mail', 'telefoon', 'straat', 'huisnummer', 'postcode', 'helper_mail'])
      expect(answer.text).toContain(`href="#${field}"`);
    for (const value of ['Jansje', 'jan', '12', 'x', 'Samira'])
      expect(answer.text).toContain(`value="${value}"`);
  });

  it('name each field that a letter needs', async () => {
    const client = visitor();
    const answer = await client.submit(await toLastPage(client), { antwoord: 'letter' });
    for (const field of ['straat', 'huisnummer', 'postcode'])
      expect(answer.text).toContain(`href="#${field}"`);
  });

  it('ask for a place, and for the buurt of "de hele buurt"', async () => {
    const client = visitor();
    const second = await client.follow(await fillText(client));
    expect((await client.submit(second, {})).text).toContain('href="#straat"');
    expect((await client.submit(second, { heel: 'on' })).text).toContain('href="#buurt"');
    expect((await client.submit(second, { lat: '95', lon: '4,49' })).text).toContain('href="#lat"');
    expect((await client.submit(second, { lat: '52,06' })).text).toContain('href="#lon"');
    const foreign = '018f0000-0000-7000-8000-000000000000';
    expect((await client.submit(second, { buurt: foreign })).text).toContain('kennen wij niet');
  });

  it('take a point with a comma, and the whole buurt', async () => {
    const point = await report(visitor(), { place: { straat: '', lat: '52,06', lon: ' 4.49 ' } });
    expect(await stored(codeOn(point))).toMatchObject({ place_kind: 'point' });
    const whole = await report(visitor(), { place: { straat: '', buurt: house.town.buurt, heel: 'on' } });
    expect(await stored(codeOn(whole))).toMatchObject({ place_kind: 'buurt' });
  });
});
