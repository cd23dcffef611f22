import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import type { Route } from '#platform/web/route.ts';
import { makeHolding, makePerson, makeTenant } from '#testing/people.ts';
import { type SmallTown, smallTown } from '#testing/signaal.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { layThread, type WholeThreadIds } from '#testing/whole-thread.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { threadRoutes } from '../index.ts';
import { pagesOf } from '../links.ts';

let tw: TestWorld;
let town: SmallTown;
let ids: WholeThreadIds;
let hidden: WholeThreadIds;
let site: TestSite;

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  asOwner<Row>(tw.urls, town.gemeente, text, [town.gemeente, ...values]);

/** Copies a signaal so many times, with another number, code and channel. */
const copy = async (from: string, times: number, channel: string): Promise<void> => {
  for (let index = 0; index < times; index += 1) {
    await sql(
      `insert into signaal (gemeente, id, number, kind, source, channel, state, queue, owner_department_id, text, category_id,
         route_reason, place_kind, buurt_id, answer_channel, code_hash, code_sealed, received_at, state_since)
       select gemeente, $3, (select max(number) + 1 from signaal), kind, source, $4, state, queue, owner_department_id, text,
         category_id, route_reason, place_kind, buurt_id, answer_channel, $5, code_sealed, received_at, state_since
       from signaal where gemeente = $1 and id = $2`,
      [from, newId(), channel, newId()],
    );
  }
};

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  ids = await layThread(tw, town, { voices: 14 });
  hidden = await layThread(tw, town, { voices: 1, focuspuntState: 'rejected', isReleased: false });
  await copy(ids.signaal, 3, 'phone');
  await copy(ids.signaal, 8, 'desk');
  await copy(ids.complaint, 7, 'desk');
  const wanda = await makePerson(tw, { name: 'Wanda Wijkregisseur' });
  await makeHolding(tw, wanda, { role: 'wijkregisseur', areaId: town.area, departmentId: town.wijkregie });
  await sql(
    `insert into wijkteam_member (gemeente, id, area_id, department_id, function, public_contact, valid_from)
     values ($1, $2, $3, $4, 'wijkagent', '0900 8844', '2016-01-01')`,
    [newId(), town.area, town.green],
  );
  for (const [text, isPublic] of [
    ['Op de hoek van het plein, om 14 uur', true],
    ['NIET OPENBAAR: bel eerst', false],
  ]) {
    await sql(
      `insert into wijk_memory (gemeente, id, area_id, kind, text, starts_on, public, made_by, created_at)
       values ($1, $2, $3, 'rondgang', $4, '2016-05-12', $5, $6, '2016-03-01T10:00:00Z')`,
      [newId(), town.area, text, isPublic, wanda],
    );
  }
  await sql(
    `update signaal set public_text = 'Er lag een tak.', cleared_at = '2016-04-01T10:00:00Z', cleared_by = $3
     where gemeente = $1 and id = $2`,
    [ids.signalen[1], wanda],
  );
  const routes: Route[] = [...threadRoutes(pagesOf(() => routes))];
  site = testSite(tw, routes);
  tw.clock.set('2016-05-02T10:00:00+02:00');
});
afterAll(() => tw.close());

const page = async (path: string, lang: 'nl' | 'en' = 'nl') => {
  const client = site.client();
  client.cookies.set('taal', lang);
  return client.get(path);
};

describe('the public page of a wijk', () => {
  it('tells in both languages what is heard, done, worked on, and by whom by function', async () => {
    const { status, text } = await page('/wijken/P');
    expect(status).toBe(200);
    for (const words of [
      'Wijk Palenstein',
      'ten minste 25',
      'website 15, balie 5',
      'de rest elk minder dan 5',
      'Openbare ruimte',
      'Een schoon fietspad',
      'We zien dat het fietspad vaak vol takken ligt.',
      'wijkregisseur, <span lang="nl">Samenleving</span>',
      '<span lang="nl">wijkagent</span>, <span lang="nl">Groen</span>, 0900 8844',
      'Er lag een tak.',
      'Op de hoek van het plein',
      'Maatwerk naast de focuspunten',
      'zaterdag 1 april 2017',
      'Dit is de eerste versie van deze tekst.',
      '/wijken/P/rss.xml',
    ]) {
      expect(text).toContain(words);
    }
    expect((await page('/wijken/P', 'en')).text).toContain('at least 25');
  });

  it('shows key figures with their source, and no number of fewer than five people', async () => {
    expect((await page('/wijken/P')).text).not.toContain('De wijk in cijfers');
    for (const [figure, value] of [
      ['residents', 5530],
      ['residents_65', 4],
      ['woz', null],
    ]) {
      await sql(
        `insert into key_figure (gemeente, region_code, figure, measured_on, value, missing_reason, source, definition_version, imported_at)
         values ($1, 'BU1', $2, '2016-01-01', $3::float8, case when $3::float8 is null then 'secret' end, 'CBS',
           'Kerncijfers 2016', '2016-02-01T10:00:00Z')`,
        [figure, value],
      );
    }
    const { text } = await page('/wijken/P');
    for (const words of [
      'De wijk in cijfers',
      '5.530',
      'minder dan 5',
      'niet gemeten',
      'Kerncijfers 2016, bron CBS, peildatum vrijdag 1 januari 2016.',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('asks at most six questions of the database', async () => {
    for (const path of ['/wijken', '/wijken/P', '/wijken/P/kaart.json', '/wijken/P/rss.xml']) {
      expect((await page(path)).statements.length).toBeLessThanOrEqual(6);
    }
  });

  it('says since when the text on what is picked up holds', async () => {
    await sql(
      `insert into text_override (gemeente, key, lang, valid_from, text, set_at)
       values ($1, 'wijk.guidelines.text', 'nl', '2016-04-01', 'Wij pakken alles op.', '2016-03-01T10:00:00Z')`,
    );
    expect((await page('/wijken/P')).text).toContain('Deze tekst geldt sinds vrijdag 1 april 2016.');
  });

  it('is not there for an unknown code, nor in another municipality', async () => {
    await makeTenant(tw, 'GM0106', 'Assen');
    for (const path of ['/wijken/X', '/wijken/X/rss.xml', '/wijken/X/kaart.json', '/wijken/%F0%9F%8C%B3']) {
      expect((await page(path)).status).toBe(404);
    }
    expect((await site.client('GM0106').get('/wijken/P')).status).toBe(404);
    expect((await site.client('GM0106').get('/wijken')).text).toContain('Er zijn nog geen wijken');
  });

  it('stands in the list of wijken, which leads to it', async () => {
    expect((await page('/wijken')).text).toContain('href="/wijken/P"');
  });
});

const PUBLIC_PATHS = () => [
  '/wijken',
  '/wijken/P',
  '/wijken/kaart.json',
  '/wijken/P/kaart.json',
  '/wijken/P/rss.xml',
  ...(['knelpunt', 'focuspunt', 'plan', 'news_release'] as const).map(
    (kind) => `/draad/${kind}/${ids[kind]}`,
  ),
  `/draad/knelpunt/${hidden.knelpunt}`,
];

describe('what is public', () => {
  it('holds no name, no word that nobody cleared, no complaint, no decision before its news', async () => {
    for (const path of PUBLIC_PATHS()) {
      const { text } = await page(path);
      for (const word of [
        'Wanda',
        'grote tak op',
        'onbeleefd',
        'GEHEIM',
        'NIET OPENBAAR',
        'te duur',
        'niet gekozen',
      ]) {
        expect(text, path).not.toContain(word);
      }
      for (const id of ids.signalen) if (id !== ids.signalen[1]) expect(text, path).not.toContain(id);
    }
  });

  it('tells no number from 1 to 4 of what people told, however many there are', async () => {
    const counts = fc.array(fc.constantFrom('web', 'desk', 'phone', 'paper'), { minLength: 0, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(counts, async (channels) => {
        for (const channel of channels) await copy(ids.signaal, 1, channel);
        for (const path of ['/wijken/P', '/wijken/P/kaart.json']) {
          const { text } = await page(path);
          const told = text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/"coordinates":[^}]*/g, '');
          const figures = told.match(/(?:ten minste|website|balie|telefoon|papier) \d+/g) ?? [];
          expect(figures.length).toBeGreaterThan(0);
          for (const figure of figures) expect(Number(/\d+$/.exec(figure)?.[0])).toBeGreaterThanOrEqual(5);
          expect(told).not.toMatch(/\b[1-4] (meldingen|melding|andere)\b/);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('keeps sensitive themes off the map, and unsplit on the page', async () => {
    await sql(`update category set sensitive = true where gemeente = $1 and id = $2`, [town.tree]);
    const { text } = await page('/wijken/P/kaart.json');
    expect(text).toContain('minder dan 5 meldingen');
    expect((await page('/wijken/P')).text).toContain('niet uitgesplitst');
    await sql(`update category set sensitive = false where gemeente = $1 and id = $2`, [town.tree]);
  });
});

describe('the news of a wijk', () => {
  it('is RSS 2.0 with stable guids, and is not sent again to whoever has it', async () => {
    const first = await page('/wijken/P/rss.xml');
    expect(first.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    expect(first.text).toContain(`<guid isPermaLink="false">urn:uuid:${ids.focuspunt}#besluit</guid>`);
    expect(first.text).toContain(`<guid isPermaLink="false">urn:uuid:${ids.knelpunt}#knelpunt</guid>`);
    expect(first.text).toContain('<pubDate>Thu, 07 Apr 2016 12:00:00 GMT</pubDate>');
    expect(first.text).not.toContain(`${hidden.focuspunt}#besluit`);
    const etag = first.headers.get('etag') ?? '';
    const client = site.client();
    client.cookies.set('taal', 'nl');
    expect((await client.get('/wijken/P/rss.xml', { 'if-none-match': etag })).status).toBe(304);
  });

  it('stays well formed whatever a title holds', async () => {
    await sql(`update knelpunt set title = $3 where gemeente = $1 and id = $2`, [
      ids.knelpunt,
      'A & B <script> "x" \u0007 ]]>',
    ]);
    const { text } = await page('/wijken/P/rss.xml');
    expect(text).toContain('A &amp; B &lt;script&gt; &quot;x&quot;  ]]&gt;');
    expect(text).not.toContain('<script>');
  });
});
