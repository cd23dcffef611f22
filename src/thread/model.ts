/** The stations of de rode draad, in order (design.md, "The look"). */
export const STATIONS = [
  'heard',
  'assigned',
  'knelpunt',
  'focuspunt',
  'plan',
  'effect',
  'council',
  'told',
] as const;

/** One station. */
export type StationKey = (typeof STATIONS)[number];

/**
 * The objects from which the thread can be walked: the nouns of their tables, and a group of residents by the name that
 * knots give it. A group's thread is its own: it was heard, got a home, or became a knot (0.2 D18).
 */
export const THREAD_KINDS = [
  'signaal',
  'care_pattern',
  'group',
  'knot',
  'knelpunt',
  'focuspunt',
  'plan',
  'goal',
  'measurement',
  'yearly_test',
  'news_release',
  'document',
  'council_item',
] as const;

/** A kind of object from which the thread can be walked. */
export type ThreadKind = (typeof THREAD_KINDS)[number];

/** Whether a text names a kind that has a thread. */
export const isThreadKind = (text: string): text is ThreadKind =>
  (THREAD_KINDS as readonly string[]).includes(text);

/** One object on the thread. */
export interface ThreadRef {
  readonly kind: ThreadKind;
  readonly id: string;
}

/**
 * For whom the thread is read. `public` holds residents and the council: nothing that is a draft, under embargo or told by
 * somebody else. `codeHash` is that of the melding whose code this visitor showed, whose page then counts as his own.
 */
export interface Audience {
  readonly side: 'public' | 'staff';
  readonly codeHash: string | null;
  /** The account of whoever signed in: what he passed on is his own. */
  readonly accountId: string | null;
  readonly now: Date;
}

/** One object that stands at a station, with what the gate must know to say who may open it. */
export interface ThreadItem {
  readonly station: StationKey;
  readonly kind: ThreadKind | 'department';
  readonly id: string;
  readonly number: number | null;
  readonly title: string | null;
  readonly state: string | null;
  readonly day: string | null;
  /** It stands at its station, but the station is not reached by it (a goal, a baseline, a plan in draft). */
  readonly reached: boolean;
  /** The melding of the code that this visitor showed, or the one that the thread begins with. */
  readonly own: boolean;
  readonly buurtIds: readonly string[];
  readonly departmentIds: readonly string[];
  readonly accountIds: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** How the signaal stands with which the thread begins; of a joined voice, how its original stands. */
export interface OwnFacts {
  readonly id: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly receivedAt: Date;
  readonly stateSince: Date;
  readonly liveOfferedAt: Date | null;
  readonly offeredAt: Date | null;
  readonly plannedSince: Date | null;
  readonly planSaidAt: Date | null;
  readonly executedOn: string | null;
  readonly toldAt: Date | null;
}

/** What is known of many signalen together: how many voices, and the first and last days. */
export interface Voices {
  readonly count: number;
  /** More than this are not counted. */
  readonly isMore: boolean;
  readonly departments: number;
  readonly heardOn: string | null;
  readonly assignedOn: string | null;
  readonly toldOn: string | null;
  readonly reopened: number;
}

/** Everything that hangs on one thread, for one audience. */
export interface ThreadFacts {
  readonly start: ThreadRef;
  readonly own: OwnFacts | null;
  readonly voices: Voices;
  readonly items: readonly ThreadItem[];
}

/** Signalen beyond this number are not counted any more: the thread says "more than". */
export const MOST_VOICES = 1_000;
