import { describe, expect, it } from 'vitest';
import { aFollowed, aPart, aSaid } from './followed.fixture.ts';
import { threadOf } from './thread.ts';

const shown = (...change: Parameters<typeof aFollowed>) =>
  threadOf(aFollowed(...change)).map(({ key, state, day }) => `${key} ${state}${day ? ` ${day}` : ''}`);

describe('the thread of one signaal', () => {
  it('begins where it is heard, and leaves the rest ahead', () => {
    expect(shown({ state: 'received' })).toEqual([
      'heard current 2016-03-07',
      'assigned ahead',
      'knelpunt ahead',
      'focuspunt ahead',
      'plan ahead',
      'effect ahead',
      'council ahead',
      'told ahead',
    ]);
  });

  it('is at a department, then at a plan; what it passed by was skipped', () => {
    const part = aPart({ state: 'accepted', offeredAt: new Date('2016-03-08T10:00:00Z') });
    expect(shown({ state: 'assigned' }, { parts: [part] }).slice(0, 3)).toEqual([
      'heard done 2016-03-07',
      'assigned current 2016-03-08',
      'knelpunt ahead',
    ]);
    const planned = { ...part, state: 'planned' as const, stateSince: new Date('2016-03-09T10:00:00Z') };
    expect(shown({ state: 'planned' }, { parts: [planned] }).slice(1, 6)).toEqual([
      'assigned done 2016-03-08',
      'knelpunt skipped',
      'focuspunt skipped',
      'plan current 2016-03-09',
      'effect ahead',
    ]);
  });

  it('dates the effect by the day of the work, and waits for the reporter at the end', () => {
    const part = aPart({ state: 'done', executedOn: '2016-03-10' });
    const said = [aSaid({ kind: 'outcome', at: new Date('2016-03-11T10:00:00Z') })];
    const ended = shown({ state: 'done', outcome: 'solved' }, { parts: [part], said });
    expect(ended.slice(4)).toEqual([
      'plan skipped',
      'effect done 2016-03-10',
      'council skipped',
      'told current 2016-03-11',
    ]);
    expect(shown({ state: 'closed', outcome: 'solved' }, { parts: [part], said }).at(-1)).toBe(
      'told done 2016-03-11',
    );
  });

  it('claims no effect where nothing was done', () => {
    const said = [aSaid({ kind: 'outcome' })];
    expect(shown({ state: 'answered', outcome: 'answered' }, { said })).toContain('effect skipped');
  });

  it('goes back to the department when the reporter says it is not solved', () => {
    const parts = [
      aPart({ state: 'done', executedOn: '2016-03-10' }),
      aPart({ state: 'offered', offeredAt: new Date('2016-03-14T10:00:00Z') }),
    ];
    const said = [aSaid({ kind: 'outcome' })];
    const stations = shown({ state: 'reopened', outcome: null }, { parts, said });
    expect(stations).toContain('assigned current 2016-03-14');
    expect(stations).toContain('told ahead');
  });
});
