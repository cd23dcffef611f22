import { expect, it } from 'vitest';
import { type Catalogue, type Texts, translator } from '#platform/texts/catalogue.ts';
import type { Rq } from '#platform/web/request.ts';
import { pointRows } from './point-rows.ts';
import type { RoundPoint } from './read.ts';

const rq: Pick<Rq, 'lang' | 'texts'> = {
  lang: 'nl',
  texts: <Source extends Texts>(catalogue: Catalogue<Source>) => translator(catalogue, 'nl'),
};

const point = {
  problem: 'Troep.',
  effort: 'Elke week vegen.',
  effortBy: 'Stadsbeheer',
  effortSince: '2015-09-01',
  advice: {},
  reactions: {},
};

it('writes effort, by whom and since when as one line, without a full stop inside', () => {
  const rows = pointRows(rq as Rq, point as unknown as RoundPoint);
  const effort = rows.find(({ key }) => key === 'effort');
  expect(effort?.value).toBe('Elke week vegen, Stadsbeheer, dinsdag 1 september 2015');
});
