import { isoDate } from '#platform/calendar/index.ts';
import type { Station } from '#platform/web/components/index.ts';
import type { Followed, Part, Said } from './read.ts';
import { isEnded } from './standing.ts';

/** The stations of de rode draad, in order (design.md, "The look"). */
const STATIONS = ['heard', 'assigned', 'knelpunt', 'focuspunt', 'plan', 'effect', 'council', 'told'] as const;

/** A station as the rule sees it: its state, and its day when it lies behind us. */
export interface ThreadStation {
  readonly key: (typeof STATIONS)[number];
  readonly state: Station['state'];
  readonly day: string | null;
}

/** What the thread is drawn from; the resident's page and the staff's know it both. */
export interface ThreadFacts {
  readonly signaal: Pick<Followed, 'state' | 'outcome' | 'receivedAt' | 'stateSince'>;
  readonly said: readonly Pick<Said, 'kind' | 'at'>[];
  readonly parts: readonly Pick<Part, 'state' | 'offeredAt' | 'stateSince' | 'executedOn'>[];
}

/**
 * Where a signaal is on the thread. What it reached is dated; the last of those is where we are, unless it is closed.
 * What it passed without stopping was skipped; what comes after is ahead, and knelpunt, focuspunt and raad stay honest:
 * a single signaal reaches them only when it becomes part of something larger.
 */
export const threadOf = (whole: ThreadFacts): ThreadStation[] => {
  const { state } = whole.signaal;
  const days = reachedDays(whole);
  const here = STATIONS.findLastIndex((key) => days[key] !== undefined);
  const isOver = state === 'closed' || state === 'withdrawn';
  return STATIONS.map((key, index) => {
    const day = days[key] ?? null;
    if (day === null) return { key, day, state: index < here ? 'skipped' : 'ahead' };
    return { key, day, state: index === here && !isOver ? 'current' : 'done' };
  });
};

type Days = Partial<Record<(typeof STATIONS)[number], string>>;

const reachedDays = ({ signaal, said, parts }: ThreadFacts): Days => {
  const ended = isEnded(signaal.state);
  const live = ended ? parts : parts.filter(({ state }) => state !== 'done' && state !== 'returned');
  const assigned = live[0];
  const planned =
    signaal.state === 'planned' ? parts.findLast(({ state }) => state === 'planned') : undefined;
  const plan = ended ? said.findLast(({ kind }) => kind === 'plan')?.at : planned?.stateSince;
  const worked = signaal.outcome === 'solved' || signaal.outcome === 'partly';
  const executed = parts.findLast(({ executedOn }) => executedOn !== null)?.executedOn;
  const told = said.findLast(({ kind }) => kind === 'outcome' || kind === 'withdrawal')?.at;
  return {
    heard: isoDate(signaal.receivedAt),
    ...(assigned ? { assigned: isoDate(assigned.offeredAt) } : {}),
    ...(plan ? { plan: isoDate(plan) } : {}),
    ...(ended && worked ? { effect: executed ?? isoDate(signaal.stateSince) } : {}),
    ...(ended ? { told: isoDate(told ?? signaal.stateSince) } : {}),
  };
};
