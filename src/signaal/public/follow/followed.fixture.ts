import type { Followed, Part, Said } from './read.ts';
import type { FollowedWhole } from './standing.ts';

const MONDAY = new Date('2016-03-07T09:00:00Z');

/** A holder's part, as the page of a code knows it. */
export const aPart = (change: Partial<Part> = {}): Part => ({
  state: 'offered',
  departmentName: 'Groen',
  offeredAt: MONDAY,
  stateSince: MONDAY,
  executedOn: null,
  ...change,
});

/** Something that was said. */
export const aSaid = (change: Partial<Said> = {}): Said => ({
  id: 'a',
  direction: 'to_reporter',
  kind: 'outcome',
  text: 'De tak is weg.',
  wipedAt: null,
  verdict: null,
  at: MONDAY,
  ...change,
});

/** A signaal that was received on a Monday, and what was changed about it. */
export const aFollowed = (
  change: Partial<Followed> = {},
  rest: Partial<Omit<FollowedWhole, 'signaal'>> = {},
): FollowedWhole => ({
  signaal: {
    id: 's',
    kind: 'report',
    state: 'received',
    queue: 'department',
    outcome: null,
    text: 'Er ligt een tak.',
    textWipedAt: null,
    subject: 'Boom',
    subjectEn: null,
    departmentName: 'Groen',
    departmentContact: null,
    placeKind: 'street',
    buurtName: null,
    street: 'Dorpsstraat',
    placeNote: null,
    lat: null,
    lon: null,
    plannedOn: null,
    hearBy: null,
    receivedAt: MONDAY,
    stateSince: MONDAY,
    answerChannel: 'none',
    photos: [],
    joined: false,
    original: null,
    ...change,
  },
  said: [],
  parts: [],
  moments: [],
  ...rest,
});
