import { describe, expect, it } from 'vitest';
import type { OwnFacts, ThreadFacts, ThreadItem, Voices } from './model.ts';
import { stationsOf } from './rules.ts';

const at = (day: string): Date => new Date(`${day}T10:00:00Z`);

const anOwn = (change: Partial<OwnFacts> = {}): OwnFacts => ({
  id: 's',
  state: 'received',
  outcome: null,
  receivedAt: at('2016-03-07'),
  stateSince: at('2016-03-07'),
  liveOfferedAt: null,
  offeredAt: null,
  plannedSince: null,
  planSaidAt: null,
  executedOn: null,
  toldAt: null,
  ...change,
});

const noVoices: Voices = {
  count: 1,
  isMore: false,
  departments: 0,
  heardOn: '2016-03-07',
  assignedOn: null,
  toldOn: null,
  reopened: 0,
};

const anItem = (
  station: ThreadItem['station'],
  kind: ThreadItem['kind'],
  day: string,
  change: Partial<ThreadItem> = {},
): ThreadItem => ({
  station,
  kind,
  id: kind,
  number: 1,
  title: null,
  state: null,
  day,
  reached: true,
  own: false,
  buurtIds: [],
  departmentIds: [],
  accountIds: [],
  facts: {},
  ...change,
});

const facts = (
  own: OwnFacts | null,
  items: ThreadItem[] = [],
  voices: Partial<Voices> = {},
): ThreadFacts => ({
  start: { kind: own ? 'signaal' : 'focuspunt', id: 's' },
  own,
  voices: { ...noVoices, ...voices },
  items,
});

const shown = (thread: ThreadFacts) =>
  stationsOf(thread).map(({ key, state, day }) => `${key} ${state}${day ? ` ${day}` : ''}`);

describe('the thread of one signaal', () => {
  it('begins where it is heard, and leaves the rest ahead', () => {
    expect(shown(facts(anOwn()))).toEqual([
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
    const offered = { offeredAt: at('2016-03-08'), liveOfferedAt: at('2016-03-08') };
    expect(shown(facts(anOwn({ state: 'assigned', ...offered }))).slice(0, 3)).toEqual([
      'heard done 2016-03-07',
      'assigned current 2016-03-08',
      'knelpunt ahead',
    ]);
    const planned = anOwn({ state: 'planned', ...offered, plannedSince: at('2016-03-09') });
    expect(shown(facts(planned)).slice(1, 6)).toEqual([
      'assigned done 2016-03-08',
      'knelpunt skipped',
      'focuspunt skipped',
      'plan current 2016-03-09',
      'effect ahead',
    ]);
  });

  it('dates the effect by the day of the work, and waits for the reporter at the end', () => {
    const ended = {
      outcome: 'solved',
      offeredAt: at('2016-03-08'),
      executedOn: '2016-03-10',
      toldAt: at('2016-03-11'),
    };
    expect(shown(facts(anOwn({ state: 'done', ...ended }))).slice(4)).toEqual([
      'plan skipped',
      'effect done 2016-03-10',
      'council skipped',
      'told current 2016-03-11',
    ]);
    expect(shown(facts(anOwn({ state: 'closed', ...ended }))).at(-1)).toBe('told done 2016-03-11');
  });

  it('claims no effect where nothing was done', () => {
    const answered = anOwn({ state: 'answered', outcome: 'answered', toldAt: at('2016-03-08') });
    expect(shown(facts(answered))).toContain('effect skipped');
  });

  it('goes back to the department when the reporter says it is not solved', () => {
    const reopened = anOwn({
      state: 'reopened',
      offeredAt: at('2016-03-08'),
      liveOfferedAt: at('2016-03-14'),
      executedOn: '2016-03-10',
      toldAt: at('2016-03-11'),
    });
    expect(shown(facts(reopened))).toContain('assigned current 2016-03-14');
    expect(shown(facts(reopened))).toContain('told ahead');
  });
});

describe('the thread of something larger', () => {
  const knelpunt = anItem('knelpunt', 'knelpunt', '2016-03-10', { state: 'candidate' });
  const focuspunt = anItem('focuspunt', 'focuspunt', '2016-04-06', { state: 'council_informed' });
  const memo = anItem('council', 'news_release', '2016-04-07');

  it('tells no voice of news from before it was heard', () => {
    const own = anOwn({ state: 'assigned', liveOfferedAt: at('2016-03-08') });
    const toldOn = (day: string) => shown(facts(own, [knelpunt, focuspunt], { toldOn: day })).at(-1);
    expect(toldOn('2016-03-06')).toBe('told ahead');
    expect(toldOn('2016-04-08')).toBe('told current 2016-04-08');
  });

  it('is told of before there is a plan, and has skipped nothing that may still come', () => {
    const thread = facts(null, [knelpunt, focuspunt, memo], {
      assignedOn: '2016-03-08',
      toldOn: '2016-04-08',
    });
    expect(shown(thread)).toEqual([
      'heard done 2016-03-07',
      'assigned done 2016-03-08',
      'knelpunt done 2016-03-10',
      'focuspunt done 2016-04-06',
      'plan ahead',
      'effect ahead',
      'council done 2016-04-07',
      'told current 2016-04-08',
    ]);
  });

  it('goes on where the last thing happened', () => {
    const plan = anItem('plan', 'plan', '2016-05-20', { state: 'agreed' });
    const thread = facts(null, [focuspunt, memo, plan], { toldOn: '2016-04-08' });
    expect(shown(thread).slice(2)).toEqual([
      'knelpunt skipped',
      'focuspunt done 2016-04-06',
      'plan current 2016-05-20',
      'effect ahead',
      'council done 2016-04-07',
      'told done 2016-04-08',
    ]);
  });

  it('is not reached by a draft, a baseline or a goal', () => {
    const unreached = [
      anItem('plan', 'plan', '2016-05-01', { reached: false }),
      anItem('effect', 'goal', '2016-05-01', { reached: false }),
    ];
    expect(shown(facts(null, [focuspunt, ...unreached])).slice(4, 6)).toEqual(['plan ahead', 'effect ahead']);
  });

  it('is over when it has reached its goal and the melding is closed', () => {
    const reached = { ...focuspunt, state: 'reached' };
    const test = anItem('effect', 'yearly_test', '2017-03-01');
    const thread = facts(null, [knelpunt, reached, test, memo], { toldOn: '2017-03-03' });
    expect(shown(thread).filter((line) => line.includes('current'))).toEqual([]);
    expect(shown(thread)).toContain('plan skipped');
    const open = { ...thread, own: anOwn({ state: 'assigned', liveOfferedAt: at('2016-03-08') }) };
    expect(shown(open).filter((line) => line.includes('current'))).toHaveLength(1);
  });
});
