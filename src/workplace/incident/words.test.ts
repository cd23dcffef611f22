import { expect, it } from 'vitest';
import { translator } from '#platform/texts/catalogue.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Answer } from './answer.ts';
import { answerSentence } from './words.ts';

const rq = {
  lang: 'nl',
  texts: (catalogue: Parameters<typeof translator>[0]) => translator(catalogue, 'nl'),
};
const sentence = (counts: Pick<Answer, 'thisYear' | 'solvedThisYear' | 'unknownThisYear'>): string => {
  const nothingRuns = { belongsTo: null, fitting: 0, focuspunten: [], nextStepOn: null };
  return answerSentence(
    rq as unknown as Rq,
    { leastShown: 5, ...nothingRuns, ...counts } as unknown as Answer,
  );
};

it('tells apart what was over before it came from another system: that is no failure', () => {
  const taken = sentence({ thisYear: 208, solvedThisYear: 0, unknownThisYear: 197 });
  expect(taken).toContain('208 meldingen sinds januari, 0 opgelost volgens melder');
  expect(taken).toContain('Van 197 weten we de afloop niet');
  expect(sentence({ thisYear: 208, solvedThisYear: 9, unknownThisYear: 0 })).not.toContain('afloop');
});

it('gives no number of it from which a small one follows', () => {
  for (const unknownThisYear of [3, 205]) {
    const told = sentence({ thisYear: 208, solvedThisYear: 0, unknownThisYear });
    expect(told).toContain('Van een deel weten we de afloop niet');
    expect(told).not.toContain(String(unknownThisYear));
  }
  expect(sentence({ thisYear: 4, solvedThisYear: 0, unknownThisYear: 4 })).not.toContain('afloop');
});
