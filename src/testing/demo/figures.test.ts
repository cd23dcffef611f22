import { describe, expect, it } from 'vitest';
import { startOfDay } from '#platform/calendar/index.ts';
import { demoDocuments, demoItems } from './council.ts';
import { figurePapers } from './figures.ts';
import { printedBudget, printedFocuspunten } from './focuspunten.ts';
import { paceOfMeerzicht } from './load-meerzicht.ts';
import { demoPeople } from './people.ts';
import { meerzichtSignalen } from './story-signalen.ts';
import { focusAreas, portfolios } from './town-areas.ts';
import { townLocations } from './town-services.ts';

/** Product.md A5, figure by figure: what is printed, and what we reckon from it. */
const sum = (figures: readonly number[]): number => figures.reduce((total, one) => total + one, 0);
const euroOf = (has: (label: string) => boolean): number =>
  sum(printedBudget.lines.filter(({ label }) => has(label.toLowerCase())).map(({ euro }) => euro));
const inDutch = (value: number, digits = 0): string =>
  value.toLocaleString('nl-NL', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const [omnibus = '', budgets = '', organisation = ''] = figurePapers.map(({ summary }) => summary);

describe('the money', () => {
  it('is printed by line, and adds up to both printed totals', () => {
    expect(printedBudget.lines.map(({ euro }) => euro)).toEqual([
      349_190, 548_603, 203_000, 98_587, 494_072, 345_855, 100_000, 106_581, 665_401, 47_179, 41_232,
    ]);
    const staff = euroOf((label) => label.startsWith('personeel'));
    const activities = euroOf((label) => label.startsWith('activiteiten'));
    expect([staff, activities, staff + activities]).toEqual([1_693_452, 1_306_248, 2_999_700]);
    for (const total of [staff, activities, staff + activities]) expect(budgets).toContain(inDutch(total));
    expect(budgets).toContain(printedBudget.printedTotal);
  });

  it('gives the derived figures, reckoned again here', () => {
    const posts = euroOf((label) => label.endsWith('wijkposten'));
    const care = euroOf((label) => label.endsWith('wijkzorgnetwerken'));
    expect([posts, care]).toEqual([695_045, 648_603]);
    const grants = euroOf((label) => label.endsWith('inwonerbudgetten'));
    const residents = sum(portfolios.map(({ printedResidents }) => printedResidents));
    expect(residents).toBe(123_300);
    const derived = [
      inDutch(posts),
      inDutch(care),
      inDutch(2_999_700 / residents, 2),
      inDutch(grants / residents, 2),
      `hoogstens ${Math.floor(grants / 1_000)} toekenningen`,
      'drie ton naar één ton',
    ];
    for (const figure of derived) expect(budgets).toContain(figure);
    expect(derived.slice(2, 5)).toEqual(['24,33', '0,86', 'hoogstens 106 toekenningen']);
  });
});

it('tells what the omnibus survey of 2015 found', () => {
  expect(omnibus.match(/\d+%/g)).toEqual(['87%', '57%', '29%', '16%']);
});

describe('the organisation', () => {
  it('has three wijkregisseurs with two areas each, and five, three and four focuspunten', () => {
    const staff = demoPeople.filter(({ role }) => role === 'wijkregisseur');
    expect(staff.map(({ portfolio }) => portfolio)).toEqual(['A', 'B', 'C']);
    expect(portfolios.map(({ printedResidents }) => printedResidents)).toEqual([44_600, 42_700, 36_000]);
    const load = portfolios.map(({ buurten }) => {
      const own = focusAreas.filter((area) => area.buurten.every((buurt) => buurten.includes(buurt)));
      const points = printedFocuspunten.filter(({ area }) => own.some(({ name }) => name === area));
      return [own.length, points.length];
    });
    expect(load).toEqual([
      [2, 5],
      [2, 3],
      [2, 4],
    ]);
    for (const figure of ['44.600, 42.700 en 36.000', '5, 3 en 4 focuspunten', '80 tot 100 partners'])
      expect(organisation).toContain(figure);
  });

  it('has six wijkposten, open four or five days a week, and the GIP in Centrum from December 2015', () => {
    const posts = townLocations.filter(({ name }) => name.startsWith('Wijkpost'));
    expect(posts).toHaveLength(6);
    const days = posts.map(({ openingHours }) => (openingHours.includes('donderdag') ? 4 : 5));
    expect(days.toSorted()).toEqual([4, 4, 5, 5, 5, 5]);
    expect(townLocations.find(({ name }) => name === 'GIP Centrum')?.validFrom).toBe('2015-12-01');
  });
});

it('has the twelve focuspunten of March 2016 by area, each with its lines in the report', () => {
  const byArea = Map.groupBy(printedFocuspunten, ({ area }) => area);
  expect([...byArea].map(([area, points]) => [area, points.map(({ name }) => name)])).toEqual([
    ['Oosterheem', ['Jeugd in Oosterheem', 'Schoon, heel en veilig Oosterheem']],
    ['Rokkeveen', ['Ouderen in Rokkeveen']],
    ['Meerzicht', ['Winkelcentrum Meerzicht']],
    ['Centrum', ['Scholencluster Van Doornenplantsoen', 'Hoogbouw Palenstein', 'Dorpsstraat']],
    ['Buytenwegh De Leyens', ['Cesar Franckrode', 'De kracht van Groen', 'Cohesie en imago Buytenwegh']],
    [
      'Noordhove Seghwaert',
      ['De Uitdaging en De Perenboomgaard', 'Sociale problematiek Noordhove en Seghwaert'],
    ],
  ]);
  for (const { lines } of printedFocuspunten) expect(lines).toMatch(/^L5[345]\d/);
});

it('has the dates of the report: moties, toezegging, papers, and the four fractions that were against', () => {
  const dated = (title: RegExp): string | undefined => {
    const found = demoDocuments.find((one) => title.test(one.title))?.dated;
    return found && (found.precision === 'year' ? found.on.slice(0, 4) : found.on.slice(0, 7));
  };
  expect(
    [
      /^Netwerken/,
      /^Doorontwikkeling/,
      /^Samenspraakverordening/,
      /wijkpost Centrum/,
      /^Focuspunten/,
      /^Start van/,
      /^Samen zorgen/,
      /^Raadsmemo Stadsmarshall/,
      /^Collegebesluit Stadsmarshall/,
    ].map(dated),
  ).toEqual(['2014', '2015-04', '2015-10', '2015-12', '2016-03', '2016-04', '2016-10', '2013', '2015']);
  const motions = demoItems.filter(({ kind }) => kind === 'motion');
  expect(motions.map(({ given }) => given.on.slice(0, 4))).toEqual(['2011', '2012', '2014']);
  const settled = demoItems.flatMap((one) => (one.settled ? [one.settled.on.on.slice(0, 7)] : []));
  expect(settled).toEqual(['2015-06']);
  expect(demoDocuments.flatMap(({ against }) => against?.parties ?? [])).toHaveLength(4);
});

it.each(['2027-01-01T10:00:00+01:00', '2027-01-20T10:00:00+01:00', '2028-02-29T23:30:00+01:00'])(
  'lets all fourteen of Meerzicht fall in the year of %s, and in their order',
  (moment) => {
    const now = new Date(moment);
    const pace = paceOfMeerzicht(now);
    expect(pace).toBeLessThan(1);
    const days = meerzichtSignalen.map(
      ({ daysAgo }) => now.getTime() - (daysAgo * 24 + 1) * 3_600_000 * pace,
    );
    expect(days).toHaveLength(14);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(startOfDay(`${moment.slice(0, 4)}-01-01`).getTime());
    expect(days.toSorted((one, other) => one - other)).toEqual(days);
  },
);

it('tells the story of Meerzicht at its own pace once the year is old enough', () => {
  expect(paceOfMeerzicht(new Date('2026-11-23T12:00:00+01:00'))).toBe(1);
});
