import { describe, expect, it } from 'vitest';
import { bothSides, mustBeVersion } from './rows.ts';

describe('both sides of a change', () => {
  it('tell the columns that changed, and never the free text', () => {
    const before = { state: 'offered', answer: 'Wij komen langs', planned_on: null, other: 1 };
    const change = { state: 'accepted', answer: 'Wij komen niet', planned_on: undefined };
    expect(bothSides(before, change, ['answer'])).toEqual({
      before: { state: 'offered', planned_on: null },
      after: { state: 'accepted', planned_on: null },
    });
  });
});

describe('a version', () => {
  it('that is no longer the one that was shown is refused', () => {
    expect(() => mustBeVersion({ version: 2 }, 2)).not.toThrow();
    expect(() => mustBeVersion({ version: 2 }, 1)).toThrow('changed_meanwhile');
    expect(() => mustBeVersion({ version: 2 }, null)).toThrow('changed_meanwhile');
  });
});
