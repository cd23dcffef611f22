import { describe, expect, it } from 'vitest';
import { barriersOn } from './support/axe.ts';
import { goOn, shownCode } from './support/report.ts';
import { send } from './support/send.ts';
import { pictureOf, press, receiveVisitors, type Visitor } from './support/visitors.ts';

/** The five stories that the demonstration tells (screens.md), walked from its own tour. */
const visitors = receiveVisitors();

const main = ({ page }: Visitor): Promise<string> => page.locator('main').innerText();
const pathOf = ({ page }: Visitor): string => new URL(page.url()).pathname;

/** Takes one step of a story on the tour, as whoever it names. */
const step = async (visitor: Visitor, story: string, number: number): Promise<void> => {
  await visitor.open('/rondleiding');
  const stop = visitor.page.locator(`main section[aria-labelledby=${story}] ol > li`).nth(number - 1);
  await press(stop.locator('a, button').last());
};

/** Goes to the page behind the first link of the page that says this. */
const go = async (visitor: Visitor, name: string | RegExp): Promise<void> => {
  await press(visitor.page.locator('main').getByRole('link', { name }).first());
};

/** The day so many days from now, `YYYY-MM-DD`. */
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const POINT = /Een schoon, heel, veilig/;

describe('story 1, twaalf keer rood', () => {
  it('is repaired once, and the raad sees eleven red and one green', async () => {
    const raad = await visitors.enter();
    await step(raad, 'red', 1);
    expect(pathOf(raad)).toBe('/raad');
    expect(await main(raad)).toContain('12 rood, 0 groen.');
    const wout = await visitors.enter();
    await step(wout, 'red', 2);
    expect(pathOf(wout)).toBe('/focuspunten');
    await go(wout, POINT);
    await wout.open(`${pathOf(wout)}/werk`);
    expect(await barriersOn(wout.page)).toEqual([]);
    await send(wout, '/doel', {
      title: 'Het centrum van Oosterheem is schoon',
      kind: 'figure',
      definition: 'Rapportcijfer van bezoekers voor schoon, heel en veilig (verzonnen).',
      unit: 'rapportcijfer',
      source: 'Enquête onder bezoekers (verzonnen)',
      value: '5,8',
      measuredOn: dayIn(-3),
      n: '120',
      direction: 'up',
      targetValue: '7',
      targetOn: dayIn(300),
      ownerFunction: 'wijkregisseur Oosterheem',
    });
    expect(wout.page.url()).toContain('gedaan=');
    expect(await main(wout)).toContain('Het centrum van Oosterheem is schoon');
    await step(raad, 'red', 3);
    expect(await main(raad)).toContain('11 rood, 1 groen.');
    await pictureOf(raad.page, 'raad-na-herstel');
  });

  it('and the memo of the round shows what was said beside what it adds up to', async () => {
    const sacha = await visitors.enter();
    await step(sacha, 'red', 4);
    expect(pathOf(sacha)).toBe('/rondes');
    await go(sacha, /Focuspunten 2016/);
    await go(sacha, /memo/i);
    expect(pathOf(sacha)).toMatch(/^\/raadsmemo\//);
    const memo = await main(sacha);
    expect(memo).toContain('ruim 3 miljoen');
    expect(memo.replaceAll('\u00a0', ' ')).toContain('€ 2.999.700');
    await pictureOf(sacha.page, 'raadsmemo');
  });
});

const GROUP = /Werkgroep Verkeer en Openbare ruimte/;

describe('story 2, van Verkeer naar de wijkregisseur en terug', () => {
  it('becomes a knot at the second return; it is heard, decided, and told in a letter', async () => {
    const willem = await visitors.enter();
    await step(willem, 'knot', 1);
    expect(pathOf(willem)).toBe('/groepen');
    await go(willem, GROUP);
    const group = pathOf(willem);
    await send(willem, '/teruggeven', { reason: 'Dit is niet van ons alleen.' });
    const paula = await visitors.enter();
    await step(paula, 'knot', 2);
    expect(pathOf(paula)).toBe('/knopen');
    await go(paula, GROUP);
    const knot = pathOf(paula);
    expect(knot).toMatch(/^\/knopen\//);
    await send(paula, '/pakken');
    const sides = paula.page.locator('main form[action*="/horen"] [name=department] option');
    const names = (await sides.allTextContents()).slice(1);
    expect(names.length).toBeGreaterThanOrEqual(1);
    for (const department of names) {
      await send(paula, '/horen', { department, text: 'Gebeld met beide kanten (verzonnen).' });
    }
    await send(paula, '/besluit', {
      department: 'Wegen en verkeer',
      budget: 'Wegen, regulier',
      due: dayIn(20),
      text: 'De werkgroep hoort bij Wegen en verkeer.',
      public: 'Uw groep hoort bij de afdeling Wegen en verkeer.',
    });
    expect(pathOf(paula)).toBe(knot);
    expect(await main(paula)).toContain('De werkgroep hoort bij Wegen en verkeer.');
    expect(await barriersOn(paula.page)).toEqual([]);
    const wies = await visitors.enter();
    await step(wies, 'knot', 3);
    expect(pathOf(wies)).toBe('/maandag');
    await wies.open(`${group}/brief`);
    const letter = await main(wies);
    expect(letter).toContain('hoort vanaf nu bij de afdeling Wegen en verkeer');
    expect(letter).toMatch(/Uiterlijk \p{L}+ \d{1,2} \p{L}+ \d{4} hoort u/u);
    expect(letter).toContain('het hoofd van de afdeling Wegen en verkeer');
    await pictureOf(wies.page, 'brief-werkgroep');
  });
});

/** A neighbour joins what lies in a knelpunt that a focuspunt took, for only that has a thread to the raad. */
const joinAtMeerzicht = async (visitor: Visitor): Promise<string> => {
  const { page, open } = visitor;
  await open('/melden');
  await page.locator('[name=tekst]').fill('Er ligt zwerfafval naast de bakken.');
  await goOn(visitor);
  await page.locator('[name=straat]').fill('Meerzichtlaan');
  await goOn(visitor);
  expect(pathOf(visitor)).toBe('/melden/ook');
  await press(page.getByRole('button', { name: /Ik ook/ }).first());
  await goOn(visitor);
  return shownCode(visitor);
};

describe('story 3, mevrouw haalt strooizout', () => {
  it('walks from the code of the slip to the raad and back', async () => {
    const bea = await visitors.enter();
    await step(bea, 'salt', 1);
    expect(pathOf(bea)).toBe('/balie');
    const mevrouw = await visitors.enter({ width: 320 });
    const code = await joinAtMeerzicht(mevrouw);
    await step(mevrouw, 'salt', 3);
    expect(pathOf(mevrouw)).toBe('/volg');
    await mevrouw.page.locator('main [name=code]').fill(code);
    await press(mevrouw.page.locator('main form:has([name=code]) button').first());
    expect(pathOf(mevrouw)).toBe(`/volg/${code}`);
    const thread = mevrouw.page.locator('.wr-thread').first();
    expect(await barriersOn(mevrouw.page)).toEqual([]);
    await press(thread.locator('a[href^="/focuspunten/"]').first());
    const focuspunt = pathOf(mevrouw);
    await mevrouw.open('/raad');
    await press(mevrouw.page.locator(`main a[href="${focuspunt}"]`).first());
    expect(pathOf(mevrouw)).toBe(focuspunt);
    await mevrouw.open(`/volg/${code}`);
    expect(await main(mevrouw)).toContain('zwerfafval');
  });
});

describe('story 4, troep bij winkelcentrum Meerzicht', () => {
  it('answers in one sentence, and gives the committee an A4', async () => {
    const rik = await visitors.enter({ width: 320 });
    await step(rik, 'litter', 1);
    expect(pathOf(rik)).toBe('/raad/patroon');
    await rik.page.locator('[name=zoek]').fill('Meerzichtlaan');
    await press(rik.page.getByRole('button', { name: 'Zoek' }));
    // The street runs through two buurten.
    await go(rik, 'Meerzichtlaan (Meerzicht-West)');
    const page = await main(rik);
    expect(page).toMatch(/1\d meldingen sinds januari/);
    expect(page).toContain('hoort bij focuspunt Innovatie, verbinding');
    expect(page).toMatch(/volgende stap \p{L}+ \d{1,2} /u);
    expect(await barriersOn(rik.page)).toEqual([]);
    await pictureOf(rik.page, 'patroon-320');
    await go(rik, 'A4 voor de commissie');
    expect(pathOf(rik)).toBe('/raad/patroon/a4');
    expect(await main(rik)).toMatch(/1\d meldingen sinds januari/);
    await step(rik, 'litter', 2);
    expect(pathOf(rik)).toBe('/doorgeven');
    await step(rik, 'litter', 3);
    expect(await main(rik)).toContain('Meerzicht');
  });
});

describe('story 5, De Perenboomgaard valt bijna stil', () => {
  it('takes twenty hours, and everybody sees what is dropped and who pays', async () => {
    const wies = await visitors.enter();
    await step(wies, 'orchard', 1);
    expect(await main(wies)).toMatch(/38 van (de )?60/);
    await go(wies, /help mee/i);
    expect(pathOf(wies)).toBe('/ruimte');
    await send(wies, '/ruimte', {
      title: 'De Perenboomgaard',
      sentence: 'Ik help de aanvraag bij het fonds rond te maken.',
      hours: '20',
      ends: dayIn(28),
      dropped: 'de rondgang door Seghwaert',
    });
    expect(wies.page.url()).toContain('gedaan=');
    await wies.open('/maandag');
    expect(await main(wies)).toMatch(/58 van (de )?60/);
    const tina = await visitors.enter();
    await step(tina, 'orchard', 2);
    expect(pathOf(tina)).toBe('/ruimte');
    expect(await main(tina)).toContain('de rondgang door Seghwaert');
    expect(await barriersOn(tina.page)).toEqual([]);
    await wies.open('/plannen');
    await go(wies, /Perenboomgaard/);
    const plan = await main(wies);
    for (const payer of ['Groen', 'Stedelijke Ontwikkeling', 'Fonds voor de buurt'])
      expect(plan).toContain(payer);
    const raad = await visitors.enter();
    await step(raad, 'orchard', 3);
    expect(await main(raad)).toContain('Perenboomgaard');
  });
});
