import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriersOn } from './support/axe.ts';
import { type MovedHouse, movedHouse } from './support/moved-clock.ts';
import { shownCode } from './support/report.ts';
import { send } from './support/send.ts';
import { pictureOf, press, type Visitor } from './support/visitors.ts';

/**
 * The five stories that the demonstration tells (screens.md), walked from its own tour by links and buttons only, as a
 * newcomer does, on a clock that the journey moves: Monday 23 November 2026 and the days after.
 */
let house: MovedHouse;
beforeAll(async () => {
  house = await movedHouse('2026-11-23T10:00:00+01:00');
});
afterAll(async () => {
  expect(house?.complaints).toEqual([]);
  await house?.close();
});

const main = async ({ page }: Visitor): Promise<string> =>
  (await page.locator('main').innerText()).replaceAll('\u00a0', ' ').replaceAll('\u00ad', '');
const pathOf = ({ page }: Visitor): string => new URL(page.url()).pathname;

/** Takes one step of a story on the tour, as whoever it names: in a new window, or in the one that the step before used. */
const step = async (story: string, number: number, view = {}, before?: Visitor): Promise<Visitor> => {
  const visitor = before ?? (await house.enter(undefined, view));
  await visitor.open('/rondleiding');
  const stop = visitor.page.locator(`main section[aria-labelledby=${story}] ol > li`).nth(number - 1);
  await press(stop.locator('a, button').last());
  return visitor;
};

/** Goes to the page behind the first link of the page that says this. */
const go = (visitor: Visitor, name: string | RegExp): Promise<void> =>
  press(visitor.page.locator('main').getByRole('link', { name }).first());

/** Goes to the page behind a station of the red thread. */
const goAlong = (visitor: Visitor, station: string): Promise<void> =>
  press(visitor.page.locator('.wr-thread a').filter({ hasText: station }).first());

const POINT = /Een schoon, heel, veilig/;
const GOAL = {
  title: 'Het centrum van Oosterheem is schoon',
  kind: 'figure',
  definition: 'Rapportcijfer van bezoekers voor schoon, heel en veilig (verzonnen).',
  unit: 'rapportcijfer',
  source: 'Enquête onder bezoekers (verzonnen)',
  measuredOn: '2026-11-20',
  n: '120',
  direction: 'up',
  targetValue: '7',
  targetOn: '2027-10-01',
  ownerFunction: 'wijkregisseur Oosterheem',
};

describe('story 1, twaalf keer rood', () => {
  it('is repaired in one form, and the raad sees eleven red and one green', async () => {
    const raad = await step('red', 1);
    expect(pathOf(raad)).toBe('/raad');
    const before = await main(raad);
    expect(before).toContain('12 rood, 0 groen.');
    expect(before.match(/geen indicator/g)).toHaveLength(12);
    const wout = await step('red', 2);
    expect(pathOf(wout)).toBe('/focuspunten');
    await go(wout, POINT);
    await go(wout, 'Werk aan dit focuspunt');
    await send(wout, '/doel', { ...GOAL, value: 'bijna zes' });
    expect(await main(wout)).toContain('Er is een probleem');
    expect(await wout.page.locator('main [name=title]').first().inputValue()).toBe(GOAL.title);
    await send(wout, '/doel', { value: '5,8' });
    expect(wout.page.url()).toContain('gedaan=');
    expect(await main(wout)).toContain(GOAL.title);
    expect(await barriersOn(wout.page)).toEqual([]);
    const after = await step('red', 3, { width: 320 });
    const page = await main(after);
    expect(page).toContain('11 rood, 1 groen.');
    expect(page.match(/geen indicator/g)).toHaveLength(11);
    expect(await barriersOn(after.page)).toEqual([]);
    await pictureOf(after.page, 'raad-na-herstel');
  });

  it('and the memo of the round shows what was said beside what it adds up to', async () => {
    const sacha = await step('red', 4);
    expect(pathOf(sacha)).toBe('/rondes');
    await go(sacha, /Focuspunten 2016/);
    await go(sacha, /memo/i);
    expect(pathOf(sacha)).toMatch(/^\/raadsmemo\//);
    const memo = await main(sacha);
    expect(memo).toContain('ruim 3 miljoen');
    expect(memo).toContain('€ 2.999.700');
    expect(memo).toContain('Het verschil is € 300.');
    await pictureOf(sacha.page, 'raadsmemo');
    await go(sacha, /Naar de pagina van de raad/);
    expect(pathOf(sacha)).toBe('/raad');
  });
});

const GROUP = /Werkgroep Verkeer en Openbare ruimte/;

describe('story 2, van Verkeer naar de wijkregisseur en terug', () => {
  it('becomes a knot at the second return', async () => {
    const willem = await step('knot', 1);
    expect(pathOf(willem)).toBe('/groepen');
    await go(willem, GROUP);
    await send(willem, '/teruggeven', { reason: '' });
    expect(await main(willem)).toContain('Vul een reden in.');
    await send(willem, '/teruggeven', { reason: 'Dit gaat over de hele wijk.' });
    expect(willem.page.url()).toContain('gedaan=returned');
    await house.settle();
    const wies = await step('knot', 3);
    expect(pathOf(wies)).toBe('/maandag');
    expect(await main(wies)).toMatch(/dag 1 van 5\s+Werkgroep Verkeer/);
  });

  it('both sides are heard, and the process guard decides within five working days', async () => {
    await house.at('2026-11-24T10:00:00+01:00');
    const paula = await step('knot', 2);
    expect(pathOf(paula)).toBe('/knopen');
    await go(paula, GROUP);
    await send(paula, '/pakken');
    const sides = paula.page.locator('main form[action*="/horen"] [name=department] option');
    const names = (await sides.allTextContents()).slice(1);
    expect(names.toSorted()).toEqual(['Samenleving', 'Wegen en verkeer']);
    for (const department of names)
      await send(paula, '/horen', { department, text: 'Gebeld; dit is wat wij vinden (verzonnen).' });
    await house.at('2026-11-26T10:00:00+01:00');
    const later = await step('knot', 2);
    expect(await main(later)).toMatch(/dag 3 van 5\s+Wegen en verkeer \/ Samenleving/);
    await go(later, GROUP);
    await send(later, '/besluit', {
      department: 'Wegen en verkeer',
      budget: 'Wegen, regulier',
      due: '2026-12-15',
      text: 'De werkgroep hoort bij Wegen en verkeer.',
      public: 'Uw groep hoort bij de afdeling Wegen en verkeer.',
    });
    expect(await main(later)).toContain('De werkgroep hoort bij Wegen en verkeer.');
    expect(await barriersOn(later.page)).toEqual([]);
    await house.settle();
  });

  it('and the volunteers get a letter with a department, a date and a function to call', async () => {
    const wies = await step('knot', 4);
    await go(wies, GROUP);
    await go(wies, /Brief aan de groep/);
    const letter = await main(wies);
    expect(letter).toContain('hoort vanaf nu bij de afdeling Wegen en verkeer');
    expect(letter).toMatch(/Uiterlijk \p{L}+ \d{1,2} \p{L}+ \d{4} hoort u/u);
    expect(letter).toContain('het hoofd van de afdeling Wegen en verkeer');
    expect(await barriersOn(wies.page)).toEqual([]);
    await pictureOf(wies.page, 'brief-werkgroep');
  });
});

const LAMPS = /Het is donker op het pad/;
const FLATS = /rondom de hoogbouw in Palenstein/;
let code: string;

/** Lighting says what was done, from the list on the tour. */
const mend = async (answer: string): Promise<void> => {
  const lars = await step('salt', 2);
  expect(pathOf(lars)).toBe('/werk');
  await go(lars, LAMPS);
  await send(lars, '/gedaan', { uitkomst: 'solved', antwoord: answer });
  expect(await main(lars)).toContain('Klaar.');
  await house.settle();
};

/** On a telephone, after the step of the desk in the same window: types the code, and stands on the page of the melding. */
const follow = async (): Promise<Visitor> => {
  const visitor = await step('salt', 4, {}, await step('salt', 3, { width: 320 }));
  expect(pathOf(visitor)).toBe('/volg');
  await visitor.page.locator('main [name=code]').fill(code);
  await press(visitor.page.locator('main form:has([name=code]) button').first());
  expect(pathOf(visitor)).toBe(`/volg/${code}`);
  return visitor;
};

describe('story 3, mevrouw haalt strooizout', () => {
  it('tells of the dark path at the desk, where six neighbours told of it before her', async () => {
    const bea = await step('salt', 1);
    expect(pathOf(bea)).toBe('/balie');
    await press(bea.page.getByRole('button', { name: /Strooizout/ }));
    expect(await main(bea)).toContain('Speelt er nog iets in uw straat?');
    const fields = {
      tekst: 'Het pad achter de flats is donker.',
      naam: 'mevrouw Zoutstra',
      straat: 'Verzonnen laan',
      huisnummer: '9',
      postcode: '2722 ZZ',
      plaats: 'Zoetermeer',
    };
    for (const [name, value] of Object.entries(fields))
      await bea.page.locator(`main [name=${name}]`).fill(value);
    await bea.page.locator('[name=antwoord][value=letter]').check();
    await bea.page.locator('summary', { hasText: 'Iemand helpt mij' }).click();
    await bea.page.locator('[name=helper_naam]').fill('Kleindochter');
    await bea.page.locator('[name=helper_mail]').fill('kleindochter@voorbeeld.test');
    await bea.page.locator('[name=plek_straat]').pressSequentially('Van Doornenplantsoen', { delay: 10 });
    const also = bea.page.getByRole('button', { name: /Ook namens mevrouw/ });
    await also.waitFor();
    expect(await main(bea)).toContain('6 melders');
    await press(also);
    expect(pathOf(bea)).toMatch(/^\/balie\/bewijs\//);
    const slip = await main(bea);
    expect(slip).toMatch(/U hoort uiterlijk \p{L}+ \d{1,2} \p{L}+ \d{4} weer iets/u);
    expect(slip).toContain('079 - 000 00 00');
    expect(await barriersOn(bea.page)).toEqual([]);
    code = await shownCode(bea);
    await house.settle();
    await press(bea.page.getByRole('link', { name: 'Verstuurde berichten bekijken' }));
    expect(await main(bea)).toContain('Ontvangstbewijs voor wie helpt');
  });

  it('reopens by telephone what was not solved, and it is solved', async () => {
    await house.at('2026-11-27T10:00:00+01:00');
    await mend('De kabel is gemaakt; de lampen branden.');
    const bea = await step('salt', 3);
    await bea.page.locator('[name=zoek]').fill(code.toLowerCase());
    await press(bea.page.getByRole('button', { name: 'Zoek' }));
    await press(bea.page.getByRole('button', { name: /^Niet opgelost/ }));
    expect(await main(bea)).toContain('Vul in wat u wilt vertellen.');
    await bea.page.locator('[name=tekst]').fill('Achter de derde flat is het nog donker.');
    await press(bea.page.getByRole('button', { name: /^Niet opgelost/ }));
    expect(await main(bea)).toContain('De melding is weer open.');
    await house.settle();
    expect(await main(await follow())).toContain('opnieuw open');
    await house.at('2026-11-30T10:00:00+01:00');
    await mend('Ook achter de derde flat branden de lampen nu.');
  });

  it('is walked by links from the code of the slip to the page of the raad, and back', async () => {
    const visitor = await follow();
    const thread = (await visitor.page.locator('.wr-thread').first().innerText()).replaceAll('\u00ad', '');
    expect(thread.match(/\(overgeslagen\)/g) ?? []).toHaveLength(1);
    expect(await barriersOn(visitor.page)).toEqual([]);
    await pictureOf(visitor.page, 'volg-320');
    await goAlong(visitor, 'Focuspunt');
    const focuspunt = pathOf(visitor);
    expect(await main(visitor)).toMatch(FLATS);
    await go(visitor, 'Zo staat het op de pagina van de raad');
    expect(pathOf(visitor)).toBe('/raad');
    await go(visitor, FLATS);
    expect(pathOf(visitor)).toBe(focuspunt);
    await goAlong(visitor, 'Gehoord');
    await go(visitor, 'Uw melding');
    expect(pathOf(visitor)).toBe(`/volg/${code}`);
    await goAlong(visitor, 'Raad');
    expect(pathOf(visitor)).toMatch(/^\/raadsmemo\//);
    await go(visitor, /Naar de pagina van de raad/);
    expect(pathOf(visitor)).toBe('/raad');
  });
});

const SENTENCE =
  '14 meldingen sinds januari, 9 opgelost volgens melder, hoort bij focuspunt Innovatie, verbinding en maatschappelijk ondernemen in en rondom het winkelcentrum Meerzicht, volgende stap dinsdag 1 december 2026.';

describe('story 4, troep bij winkelcentrum Meerzicht', () => {
  it.each(['Meerzichtlaan', 'Troep bij winkelcentrum Meerzicht'])(
    'answers “%s” in one sentence, and gives the committee an A4',
    async (typed) => {
      const rik = await step('litter', 1, { width: 320 });
      expect(pathOf(rik)).toBe('/raad/patroon');
      await rik.page.locator('[name=zoek]').fill(typed);
      await press(rik.page.getByRole('button', { name: 'Zoek' }));
      expect(await main(rik)).toContain(SENTENCE);
      expect(await barriersOn(rik.page)).toEqual([]);
      await pictureOf(rik.page, 'patroon-320');
      await go(rik, 'A4 voor de commissie');
      expect(pathOf(rik)).toBe('/raad/patroon/a4');
      expect(await main(rik)).toContain(SENTENCE);
    },
  );

  it('passes on what a resident told, with consent only, and the next asks find it too', async () => {
    const rik = await step('litter', 2, { width: 320 });
    expect(pathOf(rik)).toBe('/doorgeven');
    const told = { tekst: 'Elke zondag ligt er afval.', plek_straat: 'Meerzichtlaan' };
    await send(rik, '/doorgeven', told);
    expect(await main(rik)).toContain('Er is een probleem');
    expect(await rik.page.locator('[name=tekst]').inputValue()).toBe(told.tekst);
    await send(rik, '/doorgeven', { akkoord: 'on' });
    expect(rik.page.url()).toContain('klaar=');
    const resident = await step('litter', 3, { width: 320 });
    expect(pathOf(resident)).toBe('/wijken/meerzicht');
    expect(await main(resident)).toContain('Innovatie, verbinding');
    expect(await barriersOn(resident.page)).toEqual([]);
  });
});

describe('story 5, De Perenboomgaard valt bijna stil', () => {
  it('takes twenty hours, and everybody sees what is dropped and who pays', async () => {
    const wies = await step('orchard', 1);
    expect(await main(wies)).toContain('Pot: 38 van 60 uur gebruikt.');
    await go(wies, /help mee/i);
    expect(pathOf(wies)).toBe('/ruimte');
    const help = {
      title: 'De Perenboomgaard',
      sentence: 'Ik help de aanvraag bij het fonds rond te maken.',
      ends: '2026-12-24',
      dropped: 'de rondgang door Seghwaert',
    };
    await send(wies, '/ruimte', { ...help, hours: 'veel' });
    expect(await main(wies)).toContain('Er is een probleem');
    await send(wies, '/ruimte', { hours: '20' });
    expect(wies.page.url()).toContain('gedaan=');
    expect(await main(wies)).toContain('58 van 60 uur gebruikt');
    const tina = await step('orchard', 2);
    expect(pathOf(tina)).toBe('/ruimte');
    expect(await main(tina)).toContain('de rondgang door Seghwaert');
    expect(await barriersOn(tina.page)).toEqual([]);
    const rik = await step('orchard', 3);
    expect(pathOf(rik)).toBe('/plannen');
    await go(rik, /Perenboomgaard/);
    const plan = await main(rik);
    expect(plan).toContain('€ 9.500 toegezegd, waarvan € 5.500 bevestigd');
    for (const payer of ['Groen', 'Stedelijke Ontwikkeling', 'Fonds voor de buurt'])
      expect(plan).toContain(payer);
    expect(await barriersOn(rik.page)).toEqual([]);
  });
});
