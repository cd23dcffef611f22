import { endOfDay } from '#platform/calendar/index.ts';
import type { SignaalState } from '../../rules/signaal-states.ts';
import type { Followed, Moment, Part, Said } from './read.ts';

/** All that the page of a code knows. */
export interface FollowedWhole {
  readonly signaal: Followed;
  readonly said: readonly Said[];
  readonly parts: readonly Part[];
  readonly moments: readonly Moment[];
}

/** Ended: there is an outcome, whatever it is. */
const ENDED: readonly SignaalState[] = ['answered', 'duplicate', 'referred', 'done', 'closed', 'withdrawn'];
/** Ended in a way to which the reporter may react. */
const OBJECTABLE: readonly SignaalState[] = ['answered', 'duplicate', 'referred', 'done'];
const WITHDRAWABLE: readonly SignaalState[] = ['received', 'reopened', 'assigned', 'planned'];

export const isEnded = (state: SignaalState): boolean => ENDED.includes(state);
/** Whoever follows another has nothing of his own that runs. */
export const mayWithdraw = ({ state, original }: Pick<Followed, 'state' | 'original'>): boolean =>
  original === null && WITHDRAWABLE.includes(state);
export const mayAdd = (state: SignaalState): boolean => state !== 'closed' && state !== 'withdrawn';

/** Whether it has taken so long that the reporter may say so (C3); `from` is the end of the term of the settings. */
export const mayPress = ({ state }: Pick<Followed, 'state'>, from: Date, now: Date): boolean =>
  !ENDED.includes(state) && now > from;

/** Until when the reporter may say "niet opgelost"; null when it is not asked, or no longer. */
export const reactionUntil = ({ signaal, moments }: FollowedWhole, now: Date): Date | null => {
  if (!OBJECTABLE.includes(signaal.state)) return null;
  const until = moments.find(({ kind, own }) => kind === 'objection' && !own)?.dueAt;
  return until && now <= until ? until : null;
};

/** Until when the reporter of what a colleague merged may say that it is about something else; null when it is not asked. */
export const otherMatterUntil = ({ signaal, moments }: FollowedWhole, now: Date): Date | null => {
  if (!signaal.original || signaal.joined || isEnded(signaal.state)) return null;
  const until = moments.find(({ kind, own }) => kind === 'objection' && own)?.dueAt;
  return until && now <= until ? until : null;
};

/** The reporter's last verdict on how it ended, if he gave one after that. */
export const verdictOf = ({ signaal, said }: FollowedWhole): 'solved' | 'not_solved' | null =>
  said.findLast(({ verdict, at }) => verdict !== null && at >= signaal.stateSince)?.verdict ?? null;

/** The next thing the reporter may count on, with the moment before which it happens. */
export interface Next {
  readonly what:
    | 'planned_on'
    | 'hear_by'
    | 'looked_at'
    | 'question'
    | 'answer'
    | 'plan_date'
    | 'reply'
    | 'nothing';
  readonly before: Date | null;
  /** That moment has passed: said plainly, never hidden. */
  readonly late: boolean;
}

/** What comes now (0.2 D13: a day, or "u hoort uiterlijk"; never more than is really kept). */
export const nextOf = ({ signaal, parts, moments }: FollowedWhole, now: Date): Next => {
  const make = (what: Next['what'], before: Date | null): Next => ({
    what,
    before,
    late: before !== null && now > before,
  });
  const term = (...kinds: string[]): Date | null =>
    moments.find(({ kind, own }) => kinds.includes(kind) && !own)?.dueAt ?? null;
  if (isEnded(signaal.state)) return make('nothing', null);
  if (signaal.state === 'planned') {
    if (signaal.plannedOn) return make('planned_on', endOfDay(signaal.plannedOn));
    if (signaal.hearBy) return make('hear_by', endOfDay(signaal.hearBy));
  }
  const reopened = term('reopened');
  if (reopened && parts.some(({ state }) => state === 'offered')) return make('reply', reopened);
  if (parts.some(({ state }) => state === 'accepted')) return make('plan_date', term('plan_date'));
  if (parts.some(({ state }) => state === 'offered')) return make('answer', term('assignment'));
  const question = signaal.kind === 'question' ? term('question') : null;
  return question ? make('question', question) : make('looked_at', term('triage'));
};
