import { describe, expect, it } from 'vitest';
import { aFollowed, aPart, aSaid } from './followed.fixture.ts';
import { nextOf, reactionUntil, verdictOf } from './standing.ts';

const NOW = new Date('2016-03-08T12:00:00Z');
const at = (day: string) => new Date(`2016-03-${day}T16:00:00Z`);

describe('what comes next', () => {
  it.each([
    ['looked_at', aFollowed({}, { moments: [{ kind: 'triage', dueAt: at('09'), own: false }] })],
    [
      'question',
      aFollowed({ kind: 'question' }, { moments: [{ kind: 'question', dueAt: at('09'), own: false }] }),
    ],
    [
      'answer',
      aFollowed(
        { state: 'assigned' },
        { parts: [aPart()], moments: [{ kind: 'assignment', dueAt: at('09'), own: false }] },
      ),
    ],
    [
      'plan_date',
      aFollowed(
        { state: 'assigned' },
        {
          parts: [aPart({ state: 'accepted' })],
          moments: [{ kind: 'plan_date', dueAt: at('09'), own: false }],
        },
      ),
    ],
    [
      'reply',
      aFollowed(
        { state: 'reopened' },
        { parts: [aPart()], moments: [{ kind: 'reopened', dueAt: at('09'), own: false }] },
      ),
    ],
  ])('is %s, before a moment that is kept', (what, whole) => {
    expect(nextOf(whole, NOW)).toEqual({ what, before: at('09'), late: false });
  });

  it('is the planned day, or the day on which one hears more', () => {
    expect(nextOf(aFollowed({ state: 'planned', plannedOn: '2016-03-12' }), NOW)).toMatchObject({
      what: 'planned_on',
    });
    expect(nextOf(aFollowed({ state: 'planned', hearBy: '2016-03-12' }), NOW)).toMatchObject({
      what: 'hear_by',
    });
  });

  it('forgets a planned day of before the reopening', () => {
    expect(nextOf(aFollowed({ state: 'reopened', plannedOn: '2016-03-01' }), NOW).what).toBe('looked_at');
  });

  it('says it when the day has passed, and not on the day itself', () => {
    const planned = aFollowed({ state: 'planned', plannedOn: '2016-03-08' });
    expect(nextOf(planned, new Date('2016-03-08T22:59:59.999Z')).late).toBe(false);
    expect(nextOf(planned, new Date('2016-03-08T23:00:00Z')).late).toBe(true);
  });

  it('promises nothing where no term is kept, and nothing after the end', () => {
    expect(nextOf(aFollowed(), NOW)).toEqual({ what: 'looked_at', before: null, late: false });
    expect(nextOf(aFollowed({ state: 'done', outcome: 'solved' }), NOW).what).toBe('nothing');
  });
});

describe('the reaction of the reporter', () => {
  const ended = aFollowed(
    { state: 'done', outcome: 'solved' },
    { moments: [{ kind: 'objection', dueAt: at('21'), own: false }] },
  );

  it('is asked until the last millisecond of the term', () => {
    expect(reactionUntil(ended, at('21'))).toEqual(at('21'));
    expect(reactionUntil(ended, new Date(at('21').getTime() + 1))).toBeNull();
  });

  it('is not asked while it runs, nor when it was closed', () => {
    expect(reactionUntil(aFollowed({}, { moments: ended.moments }), NOW)).toBeNull();
    expect(reactionUntil(aFollowed({ state: 'closed' }, { moments: ended.moments }), NOW)).toBeNull();
  });

  it('counts only after the last end', () => {
    const solved = aSaid({ kind: 'verdict', verdict: 'solved', at: at('01') });
    expect(verdictOf(aFollowed({ stateSince: at('02') }, { said: [solved] }))).toBeNull();
    expect(verdictOf(aFollowed({ stateSince: at('01') }, { said: [solved] }))).toBe('solved');
  });
});
