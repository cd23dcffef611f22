import { describe, expect, it } from 'vitest';
import { type DemoFacts, decideDemo } from './demo-choice.ts';
import { StartProblem } from './stop-sentence.ts';

const fresh: DemoFacts = {
  embedded: true,
  loopback: true,
  asked: undefined,
  fresh: true,
  remembered: undefined,
  present: false,
};
const decide = (facts: Partial<DemoFacts>): boolean | 'refused' => {
  try {
    return decideDemo({ ...fresh, ...facts }, '0.0.0.0');
  } catch (error) {
    if (error instanceof StartProblem) return 'refused';
    throw error;
  }
};

describe('whether this is a demonstration', () => {
  it.each([
    ['a fresh folder that only this machine reaches', {}, true],
    ['a fresh folder that others reach', { loopback: false }, false],
    ['a fresh folder, and DEMO=0', { asked: false }, false],
    ['a fresh folder that others reach, and DEMO=1', { loopback: false, asked: true }, true],
    ['a folder with data of an earlier start', { fresh: false, remembered: false }, false],
    ['a folder of before this was noted', { fresh: false }, false],
    ['a folder with data, and DEMO=1', { fresh: false, remembered: false, asked: true }, true],
    ['a folder that was a demonstration', { fresh: false, remembered: true, present: true }, true],
    ['one whose first start was cut short', { fresh: false, remembered: true }, true],
    ['one that was, and DEMO=0', { fresh: false, remembered: true, present: true, asked: false }, 'refused'],
    [
      'one that was, and others reach it',
      { fresh: false, remembered: true, present: true, loopback: false },
      'refused',
    ],
    ['one that was, others reach it, and DEMO=1', { present: true, loopback: false, asked: true }, true],
    ['an own database', { embedded: false }, false],
    ['an own database, and DEMO=1', { embedded: false, asked: true }, true],
    [
      'an own database with a demonstration in it',
      { embedded: false, fresh: false, present: true },
      'refused',
    ],
  ] as const)('%s', (_words, facts, outcome) => {
    expect(decide(facts)).toBe(outcome);
  });
});
