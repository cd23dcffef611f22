import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fillText,
  type PublicTown,
  publicTown,
  tablesHolding,
  toLastPage,
  wordsOn,
} from '../visit.fixture.ts';

let house: PublicTown;

beforeAll(async () => {
  house = await publicTown();
  await house.sql(
    `insert into referral_partner (gemeente, id, name, phone, explanation, position, valid_from)
     values ($1, '018f0000-0000-7000-8000-000000000001', 'Welzijn De Plataan', '079 000 00 12', 'Voor hulp thuis.', 1, '2014-01-01')`,
  );
});
afterAll(() => house.tw.close());

const visitor = () => house.site.client();
const nothingOf = async (marker: string) => expect(await tablesHolding(house, marker)).toEqual([]);
const drafts = () => house.sql('select 1 from draft where gemeente = $1');

describe('data of persons', () => {
  const TEXT = 'De Kwakzalvertak ligt er nog. Bel mij op 06 87654321 of mail kwakzalver@voorbeeld.nl.';

  it('are named one by one, beside the kept text, and nothing is stored', async () => {
    const answer = await fillText(visitor(), { tekst: TEXT });
    expect(answer.status).toBe(422);
    const words = wordsOn(answer);
    expect(words).toContain('Bel mij op 06 •••••••• of mail •••.”');
    expect(words).toContain('Een e-mailadres');
    expect(words).toContain(TEXT);
    expect(words).toContain('Een telefoonnummer');
    await nothingOf('Kwakzalver');
    expect(await drafts()).toHaveLength(0);
  });

  it('go only when the visitor read the text with dots and sent that', async () => {
    const client = visitor();
    const stopped = await fillText(client, { tekst: TEXT });
    const masked = await client.submit(stopped, { zonder: 'ja' });
    expect(masked.status).toBe(422);
    expect(wordsOn(masked)).toContain('De Kwakzalvertak ligt er nog. Bel mij op ••• of mail •••.');
    await nothingOf('Kwakzalver');
    expect((await client.submit(masked)).status).toBe(303);
  });

  it('are stopped on the page of the place too', async () => {
    const client = visitor();
    const second = await client.follow(await fillText(client));
    const note = { straat: 'Dorpsstraat', toelichting: 'bij mevrouw Kwastelorum op nummer 14' };
    const answer = await client.submit(second, note);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#toelichting"');
    const masked = await client.submit(answer, { zonder: 'ja' });
    expect(wordsOn(masked)).not.toContain('Kwastelorum');
    await nothingOf('Kwastelorum');
    expect((await client.submit(masked)).status).toBe(303);
  });
});

describe('the gate', () => {
  const HINT = 'Bij de flat met de Zwabberdeur wordt gedeald en staat de politie elke dag.';

  it('is not there for an ordinary text', async () => {
    const client = visitor();
    expect((await client.get('/melden')).text).not.toContain('name="gate"');
    expect((await fillText(client)).status).toBe(303);
  });

  it('asks, with the words that made it ask, and stores nothing until it is answered', async () => {
    const answer = await fillText(visitor(), { tekst: HINT });
    expect(answer.status).toBe(422);
    expect(wordsOn(answer)).toContain('in uw tekst staat: “gedeald”, “politie”');
    await nothingOf('Zwabberdeur');
  });

  it.each(['plek', 'groep'])('lets the answer "%s" go on', async (gate) => {
    const client = visitor();
    const asked = await fillText(client, { tekst: HINT });
    expect((await client.submit(asked, { gate })).location).toMatch(/^\/melden\/plek/);
  });

  it('leads "een persoon of gezin" to the card, leaves a count and nothing else', async () => {
    const client = visitor();
    const text = 'Mijn buurman Joop de Knarrewiel, Dorpsstraat 12, is verslaafd.';
    const asked = await fillText(client, { tekst: text });
    const away = await client.submit(asked, { gate: 'persoon' });
    expect(away.location).toBe('/melden/hulp');
    const card = wordsOn(await client.follow(away));
    expect(card).toContain('Welzijn De Plataan');
    expect(card).toContain('079 000 00 12');
    await nothingOf('Knarrewiel');
    const counts = await house.sql<{ used: number }>('select used from gate_count where gemeente = $1');
    expect(counts).toEqual([{ used: 1 }]);
  });

  it('throws away what was kept before, photos too', async () => {
    const client = visitor();
    await toLastPage(client, { text: { tekst: 'De Snorrebot ligt los.' } });
    const [draft] = await house.sql<{ id: string }>(
      'select id from draft where gemeente = $1 order by id desc limit 1',
    );
    const again = await client.get(`/melden?formulier=${draft?.id}`);
    await client.submit(again, { tekst: 'Het gaat om een gezin, zij zijn ziek.', gate: 'persoon' });
    expect(await house.sql('select 1 from draft where gemeente = $1 and id = $2', [draft?.id])).toEqual([]);
  });

  it.each(['plek', 'groep'])('does not let "%s" carry data of persons past the guard', async (gate) => {
    const answer = await fillText(visitor(), {
      tekst: 'Joop Flierefluit, Dorpsstraat 12, BSN 123456782 is ziek',
      gate,
    });
    expect(answer.status).toBe(422);
    await nothingOf('Flierefluit');
  });
});
