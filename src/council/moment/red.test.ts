import { describe, expect, it } from 'vitest';
import { monthsBefore } from './read.ts';
import { redReasons, type Standing } from './red.ts';

const TODAY = '2016-03-07';
const standing = (change: Partial<Standing> = {}): Standing => ({
  goals: [{ reds: [] }],
  withoutBaselineUntil: null,
  nextTestOn: '2017-03-01',
  planDueOn: '2016-04-26',
  hasPlan: false,
  ...change,
});
const reds = (change: Partial<Standing>) => redReasons(standing(change), TODAY);

describe('a focuspunt', () => {
  it('is green with a complete goal, a test to come and a plan in time', () => {
    expect(reds({})).toEqual([]);
  });

  it('as printed in the report lacks everything', () => {
    expect(reds({ goals: [] })).toEqual(['no_goal', 'no_indicator', 'no_baseline', 'no_end_date']);
  });

  it('set without a baseline is red before and after its day', () => {
    const goals = [{ reds: ['no_baseline', 'not_measured'] as const }];
    expect(reds({ goals, withoutBaselineUntil: '2016-03-07' })).toEqual(['baseline_promised']);
    expect(reds({ goals, withoutBaselineUntil: '2016-03-06' })).toEqual(['baseline_late']);
    expect(reds({ goals })).toEqual(['no_baseline']);
  });

  it('keeps the other gaps of its goals, each once', () => {
    const goals = [
      { reds: ['no_target', 'no_date'] as const },
      { reds: ['no_date', 'not_measured', 'overdue'] as const },
    ];
    expect(reds({ goals })).toEqual(['no_target', 'no_end_date', 'not_measured', 'measurement_late']);
  });

  it('is red the day after its test or its plan was due, not on the day', () => {
    expect(reds({ nextTestOn: TODAY, planDueOn: TODAY })).toEqual([]);
    expect(reds({ nextTestOn: '2016-03-06' })).toEqual(['not_tested']);
    expect(reds({ planDueOn: '2016-03-06' })).toEqual(['plan_late']);
    expect(reds({ planDueOn: '2016-03-06', hasPlan: true })).toEqual([]);
  });
});

it('counts months back to a day that exists', () => {
  expect(monthsBefore('2016-03-07', 12)).toBe('2015-03-07');
  expect(monthsBefore('2016-03-31', 1)).toBe('2016-02-29');
  expect(monthsBefore('2016-01-15', 1)).toBe('2015-12-15');
});
