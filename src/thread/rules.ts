import { isoDate } from '#platform/calendar/index.ts';
import { type OwnFacts, STATIONS, type StationKey, type ThreadFacts, type ThreadItem } from './model.ts';

/** A station as the rule sees it: its state, and its day when it lies behind us. */
export interface ThreadStation {
  readonly key: StationKey;
  readonly state: 'done' | 'current' | 'ahead' | 'skipped';
  readonly day: string | null;
}

type Days = Partial<Record<StationKey, string>>;

/** Ended: there is an outcome, whatever it is (the states of docs/states.md). */
const ENDED = ['answered', 'duplicate', 'referred', 'done', 'closed', 'withdrawn'];
const OVER = {
  signaal: ['closed', 'withdrawn'],
  knelpunt: ['resolved', 'no_action'],
  focuspunt: ['reached', 'stopped', 'transferred', 'rejected'],
};

/**
 * Where a thread stands. What it reached is dated, and we are where the last thing happened, unless all is over.
 * A single signaal skips what it passed without stopping; what comes after is ahead. Once it is part of something larger,
 * the raad and the news to the reporters may come before the plan (0.2 D15), so then only the work that lies before the
 * furthest work was skipped, and nothing that may still come.
 */
export const stationsOf = (facts: ThreadFacts): ThreadStation[] => {
  const days = daysOf(facts);
  const isOver = isThreadOver(facts);
  const here = hereOf(days);
  const furthest = isLarger(facts)
    ? STATIONS.findLastIndex((key) => days[key] !== undefined && key !== 'council' && key !== 'told')
    : STATIONS.findLastIndex((key) => days[key] !== undefined);
  return STATIONS.map((key, index) => {
    const day = days[key] ?? null;
    if (day !== null) return { key, day, state: key === here && !isOver ? 'current' : 'done' };
    const isPassed = index < furthest || (isOver && isLarger(facts));
    return { key, day, state: isPassed ? 'skipped' : 'ahead' };
  });
};

/** The signaal was taken up in a knelpunt or focuspunt, or the walk began at one. */
export const isLarger = ({ items, own }: ThreadFacts): boolean =>
  own === null || items.some(({ station }) => station === 'knelpunt' || station === 'focuspunt');

/** Where the last thing happened; on one day the later station counts. */
const hereOf = (days: Days): StationKey | undefined =>
  STATIONS.filter((key) => days[key] !== undefined).reduce<StationKey | undefined>(
    (latest, key) => (latest === undefined || (days[key] ?? '') >= (days[latest] ?? '') ? key : latest),
    undefined,
  );

const isThreadOver = (facts: ThreadFacts): boolean => {
  const states = (station: StationKey): readonly (string | null)[] =>
    facts.items.filter((item) => item.station === station).map(({ state }) => state);
  const all = (kind: 'knelpunt' | 'focuspunt'): boolean =>
    states(kind).every((state) => state !== null && OVER[kind].includes(state));
  const isOwnOver = facts.own === null || OVER.signaal.includes(facts.own.state);
  if (!isLarger(facts)) return isOwnOver;
  if (states('focuspunt').length > 0) return isOwnOver && all('focuspunt');
  return isOwnOver && states('knelpunt').length > 0 && all('knelpunt');
};

const daysOf = (facts: ThreadFacts): Days => {
  const own = facts.own ? ownDays(facts.own) : {};
  const { voices } = facts;
  const late = (station: StationKey): string | undefined => latestOf(facts.items, station);
  const days: Readonly<Record<StationKey, string | null | undefined>> = {
    heard: own.heard ?? voices.heardOn ?? earliestOf(facts.items, 'heard'),
    assigned: own.assigned ?? (facts.own === null ? voices.assignedOn : undefined),
    knelpunt: earliestOf(facts.items, 'knelpunt'),
    focuspunt: earliestOf(facts.items, 'focuspunt'),
    plan: earliestOf(facts.items, 'plan') ?? own.plan,
    effect: late('effect') ?? own.effect,
    council: late('council'),
    told: laterOf(own.told, toldSince(own.heard, voices.toldOn)),
  };
  return Object.fromEntries(Object.entries(days).filter(([, day]) => day)) as Days;
};

/** News from before this voice was heard did not tell it anything. */
const toldSince = (heard: string | undefined, told: string | null): string | null =>
  heard !== undefined && told !== null && told < heard ? null : told;

const reachedDays = (items: readonly ThreadItem[], station: StationKey): string[] =>
  items.flatMap((item) => (item.station === station && item.reached && item.day ? [item.day] : [])).sort();

const earliestOf = (items: readonly ThreadItem[], station: StationKey) => reachedDays(items, station)[0];
const latestOf = (items: readonly ThreadItem[], station: StationKey) => reachedDays(items, station).at(-1);
const laterOf = (one: string | undefined, other: string | null): string | null =>
  one !== undefined && (other === null || one > other) ? one : other;

/** What one signaal reached by itself. Reopened, it goes back to the department, and its end is no end any more. */
const ownDays = (own: OwnFacts): Days => {
  const ended = ENDED.includes(own.state);
  const assigned = ended ? own.offeredAt : own.liveOfferedAt;
  const plan = ended ? own.planSaidAt : own.state === 'planned' ? own.plannedSince : null;
  const worked = own.outcome === 'solved' || own.outcome === 'partly';
  return {
    heard: isoDate(own.receivedAt),
    ...(assigned ? { assigned: isoDate(assigned) } : {}),
    ...(plan ? { plan: isoDate(plan) } : {}),
    ...(ended && worked ? { effect: own.executedOn ?? isoDate(own.stateSince) } : {}),
    ...(ended ? { told: isoDate(own.toldAt ?? own.stateSince) } : {}),
  };
};
