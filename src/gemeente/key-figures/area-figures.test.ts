import { describe, expect, it } from 'vitest';
import { figuresOfArea, type RegionFigure } from './area-figures.ts';

const row = (region: string, figure: string, value: number | null, isWhole = false): RegionFigure => ({
  ...{ region, figure, value, isWhole },
  ...{ measuredOn: '2024-01-01', source: 'CBS', definition: 'Kerncijfers 2024' },
});
const valuesOf = (rows: readonly RegionFigure[], buurten: number) =>
  figuresOfArea(rows, buurten).map(({ figure, value, from }) => [figure, value, from]);

describe('the key figures of an area', () => {
  it('are those published for exactly it', () => {
    const rows = [
      row('WK1', 'residents', 21_690, true),
      row('A', 'residents', 5_100),
      row('B', 'residents', 4_595),
    ];
    expect(valuesOf(rows, 2)).toEqual([['residents', 21_690, 'published']]);
    expect(valuesOf([row('A', 'woz', 347)], 1)).toEqual([['woz', 347, 'published']]);
  });

  it('are the sum of its buurten, which says how many are known', () => {
    const rows = [row('A', 'residents', 5_100), row('B', 'residents', null), row('C', 'residents', 20)];
    expect(valuesOf(rows, 3)).toEqual([['residents', 5_120, { known: 2, all: 3 }]]);
  });

  it('are not known where averages would have to be added up', () => {
    expect(valuesOf([row('A', 'woz', 347), row('B', 'woz', 279)], 2)).toEqual([
      ['woz', null, { known: 0, all: 2 }],
    ]);
    expect(valuesOf([row('A', 'residents', null)], 1)).toEqual([['residents', null, { known: 0, all: 1 }]]);
    expect(valuesOf([], 2)).toEqual([]);
  });

  it('tell no number of fewer than five people', () => {
    expect(valuesOf([row('A', 'residents', 4)], 1)).toEqual([['residents', 'few', 'published']]);
    expect(valuesOf([row('A', 'residents', 0), row('B', 'residents', 5)], 2)).toEqual([
      ['residents', 5, { known: 2, all: 2 }],
    ]);
  });
});
