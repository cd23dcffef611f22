import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '#platform/secrets/index.ts';
import { sidewaysOverflow } from '../browser.ts';
import { anyObjectOf } from '../promises/support/objects.ts';
import { barriersOn } from './support/axe.ts';
import { type MovedHouse, movedHouse } from './support/moved-clock.ts';
import { goOn } from './support/report.ts';
import { press, type Visitor } from './support/visitors.ts';

/** Pages that the demonstration has nothing for yet: they are looked at here, at two widths, after it was made. */
const TOKEN = 'verzonnen-sleutel-van-een-partner-die-nergens-werkt';
let house: MovedHouse;

beforeAll(async () => {
  house = await movedHouse('2026-11-23T12:00:00+01:00');
  await anyObjectOf(house);
  for (const text of BEFORE) await house.sql(text);
  for (const table of ['partner_link', 'focuspunt_advice']) {
    await house.sql(`update ${table} set token_hash = $1, expires_at = '2026-12-24'`, [hashToken(TOKEN)]);
  }
});
afterAll(() => house?.close());

const BEFORE: readonly string[] = [
  'update document set release_id = null',
  'delete from news_release',
  `update focus_round set state = 'decided'`,
  `update focuspunt set outcome_public_at = null, state = 'set' where id <> (select focuspunt_id from focuspunt_reaction limit 1)`,
  `update focuspunt set state = 'consulting', reaction_until = '2026-12-20', advice_due_at = '2026-12-01'
     where id = (select focuspunt_id from focuspunt_reaction limit 1)`,
  `update focuspunt_advice set focuspunt_id = (select focuspunt_id from focuspunt_reaction limit 1), due_at = '2026-12-01'`,
  `update signaal set source = 'councillor', registered_by = (select id from account where email like 'rik.raadslid@%')
     where id = (select id from signaal where channel = 'web' order by id desc limit 1)`,
];

const LIST = 'select id from destruction_list limit 1';
const FOCUS = 'select focuspunt_id as id from focuspunt_reaction limit 1';
const GOAL = `select id from goal where object_kind = 'focuspunt' order by id limit 1`;

/** Who looks at which page, and which object it is about. */
const PAGES: readonly (readonly [who: string | undefined, path: string, find: string])[] = [
  [
    'Rik Raadslid',
    '/doorgeven/$id',
    `select id from signaal where source = 'councillor' and registered_by is not null limit 1`,
  ],
  [undefined, `/partner/${TOKEN}`, 'select id from partner_link limit 1'],
  [undefined, `/advies/${TOKEN}`, 'select id from focuspunt_advice limit 1'],
  ['Fatima Privacy', '/beheer/vernietiging/$id', LIST],
  [
    'Fatima Privacy',
    '/beheer/vernietiging/$id',
    `select list_id || '/bewaren/' || id as id from destruction_item limit 1`,
  ],
  [
    'Fatima Privacy',
    '/beheer/vernietiging/$id/verklaring',
    `update destruction_list set state = 'executed', executed_at = drawn_at, digest = repeat('0123456789abcdef', 4),
       first_approved_by = drawn_by, first_approved_at = drawn_at, approved_at = drawn_at,
       approved_by = (select id from account where email like 'fatima.privacy@%') returning id`,
  ],
  [undefined, '/nieuws/gevraagd', LIST],
  [undefined, '/nieuws/gestopt', LIST],
  ['Wout Regie', '/zorgpatronen/$id', 'select id from care_pattern limit 1'],
  ['Wout Regie', '/doelen/$id', GOAL],
  ['Wout Regie', '/doelen/$id/wijzigen', GOAL],
  ['Wout Regie', '/doelen/$id/meten', GOAL],
  [undefined, '/focuspunten/$id/papier', FOCUS],
  ['Bea Balie', '/focuspunten/$id/invoeren', FOCUS],
  ['Sacha Secretaris', '/raadsmemo/nieuw?ronde=$id', 'select id from focus_round limit 1'],
  ['Greet Griffie', '/raad/vragen/$id', 'select id from technical_question limit 1'],
  [
    'Rik Raadslid',
    '/raad/patroon/a4?gebied=$id',
    `select a.id from area a join division d on d.id = a.division_id where d.kind = 'focus_area' and a.code = 'meerzicht'`,
  ],
];

const flawsOf = async ({ page }: Visitor): Promise<string[]> => {
  const flaws: string[] = [];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await sidewaysOverflow(page);
    if (wide !== 0) flaws.push(`${wide} pixels too wide at ${width}`);
    flaws.push(...(await barriersOn(page)));
  }
  return flaws;
};

describe('a page behind what has not happened yet', () => {
  it.each(PAGES)('as %s: %s', async (who, path, find) => {
    const visitor = await house.enter(who);
    const [row] = await house.sql<{ id: string }>(find);
    await visitor.open(path.replace('$id', row?.id ?? ''));
    expect(await visitor.page.locator('h1').count()).toBe(1);
    expect(await flawsOf(visitor)).toEqual([]);
  });

  it('as a resident: /melden/ook, where others told the same', async () => {
    const visitor = await house.enter();
    await visitor.open('/melden');
    await visitor.page.locator('[name=tekst]').fill('Het is donker op het pad, de lantaarn is kapot.');
    await goOn(visitor);
    await visitor.page.locator('[name=straat]').fill('Van Doornenplantsoen');
    await goOn(visitor);
    expect(new URL(visitor.page.url()).pathname).toBe('/melden/ook');
    expect(await flawsOf(visitor)).toEqual([]);
  });

  it('as a resident: news by mail, from the wijk to the link of the first mail and the yes', async () => {
    const visitor = await house.enter();
    const { page } = visitor;
    await visitor.open('/wijken/meerzicht');
    await page.locator('form[action^="/nieuws/aanvragen/"] [name=mail]').fill('geen adres');
    await press(page.locator('form[action^="/nieuws/aanvragen/"] button'));
    expect(new URL(page.url()).pathname).toMatch(/^\/nieuws\/aanvragen\//);
    expect(await flawsOf(visitor)).toEqual([]);
    await page.locator('[name=mail]').fill('wijk@voorbeeld.test');
    await press(page.locator('form[action^="/nieuws/aanvragen/"] button'));
    await house.settle();
    const [mail] = await house.sql<{ id: string }>(
      `select id from message where template = 'follow.confirm' order by created_at desc limit 1`,
    );
    await visitor.open(`/demo/post/${mail?.id}`);
    const link = /\/nieuws\/[\w-]{20,}\?bij=[\w.-]+/.exec(await page.locator('main').innerText())?.[0];
    await visitor.open(link ?? '/nieuws');
    expect(await flawsOf(visitor)).toEqual([]);
    await press(page.locator('form[action$="/volgen"] button'));
    expect(await flawsOf(visitor)).toEqual([]);
  });

  it.each([
    ['/beheer/overnemen', 'meldingen.csv', 'id;datum;status;onderwerp\n1;1-2-2016;open;Verzonnen\n'],
    ['/beheer/gebieden/inlezen', 'cijfers-2020.csv', 'code;inwoners;anders\nBU06370003;5000;1\n'],
  ])('as the administrator: %s with a file', async (path, name, text) => {
    const visitor = await house.enter('Femke Beheer');
    const { page } = visitor;
    await visitor.open(path);
    const form = page.locator(`form[action="${path}"]`);
    const system = form.locator('[name=system]');
    if ((await system.count()) > 0) await system.fill('Verzonnen');
    const kind = form.locator('[name=soort][value=key_figures]');
    if ((await kind.count()) > 0) await kind.check();
    await form
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await press(form.getByRole('button').last());
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${path}/[0-9a-f-]{36}$`));
    expect(await flawsOf(visitor)).toEqual([]);
  });
});
