import { describe, expect, it } from 'vitest';
import { type ConsultFacts, type GoalFacts, gapsIn, isWithoutBaseline, warningsAt } from './readiness.ts';

const whole: GoalFacts = {
  kind: 'figure',
  unit: 'stukken',
  source: 'telling',
  targetValue: 40,
  targetText: null,
  targetOn: '2018-01-01',
  hasOwner: true,
  hasBaseline: true,
};
const facts = (goals: readonly GoalFacts[]) => ({ goals, hasTrekker: true, hasBudget: true, hasPlan: true });
const gaps = (change: Partial<GoalFacts>) => gapsIn(facts([{ ...whole, ...change }]));

describe('what is missing', () => {
  it('is nothing of a whole figure', () => expect(gaps({})).toEqual([]));
  it('is the goal alone when there is none', () => expect(gapsIn(facts([]))).toEqual(['goal']));
  it.each([
    [{ hasBaseline: false }, ['baseline']],
    [{ targetValue: null }, ['target']],
    [{ targetOn: null }, ['end_date']],
    [{ hasOwner: false }, ['owner']],
    [{ kind: 'milestone', hasBaseline: false, targetText: 'De boomgaard staat er' }, []],
    [{ kind: 'judgement', hasBaseline: false, targetText: ' ' }, ['target']],
  ] as const)('of %j is %j', (change, expected) => expect(gaps(change)).toEqual(expected));

  it('asks one whole goal, not all of them', () => {
    expect(gapsIn(facts([{ ...whole, hasBaseline: false }, whole]))).toEqual([]);
  });

  it('names trekker, money and plan', () => {
    const nothing = { goals: [whole], hasTrekker: false, hasBudget: false, hasPlan: false };
    expect(gapsIn(nothing)).toEqual(['trekker', 'budget', 'plan']);
  });

  it('says when the college sets without a baseline: an orchard needs none (D4)', () => {
    expect(isWithoutBaseline(['goal'])).toBe(true);
    expect(isWithoutBaseline(['baseline'])).toBe(true);
    expect(isWithoutBaseline(['target', 'trekker'])).toBe(false);
  });
});

describe('what is warned of', () => {
  const now = new Date('2016-03-14T12:00:00Z');
  const quiet: ConsultFacts = {
    asked: 2,
    answered: 2,
    adviceDueAt: new Date('2016-03-14T11:00:00Z'),
    reactionUntil: new Date('2016-03-14T11:59:59Z'),
    openInArea: 2,
    mostInArea: 4,
  };
  const warned = (change: Partial<ConsultFacts>) => warningsAt(facts([whole]), { ...quiet, ...change }, now);

  it('is nothing when everybody was heard', () => expect(warned({})).toEqual([]));
  it('is a plan never: it is due weeks after the besluit', () => {
    expect(warningsAt({ ...facts([whole]), hasPlan: false }, quiet, now)).toEqual([]);
  });
  it('is nobody asked', () => expect(warned({ asked: 0, answered: 0 })).toEqual(['no_partner_asked']));
  it('is advice that may still come, but not when all answered or the term is over', () => {
    const later = new Date('2016-03-14T12:00:01Z');
    expect(warned({ answered: 1, adviceDueAt: later })).toEqual(['advice_running']);
    expect(warned({ answered: 2, adviceDueAt: later })).toEqual([]);
    expect(warned({ answered: 1 })).toEqual([]);
  });
  it('is a reaction until its last moment', () => {
    expect(warned({ reactionUntil: now })).toEqual(['reaction_running']);
  });
  it('is the fourth in one area, not the third (C2.3)', () => {
    expect(warned({ openInArea: 2 })).toEqual([]);
    expect(warned({ openInArea: 3 })).toEqual(['many_open']);
  });
});
