import { formatDate } from '#platform/calendar/index.ts';
import { StatusBadge, type StatusTone } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { FocuspuntState } from './states.ts';
import { focuspuntTexts } from './texts.ts';

const TONES: Record<FocuspuntState, StatusTone> = {
  proposed: 'neutral',
  consulting: 'active',
  with_college: 'active',
  set: 'ok',
  rejected: 'neutral',
  held: 'warning',
  council_informed: 'ok',
  running: 'active',
  yearly_test: 'warning',
  reached: 'ok',
  stopped: 'neutral',
  transferred: 'neutral',
};

/** Where a focuspunt is, in words. */
export const StateBadge = ({ rq, state }: { rq: Rq; state: FocuspuntState }) => (
  <StatusBadge tone={TONES[state]}>{rq.texts(focuspuntTexts)(`state.${state}`)}</StatusBadge>
);

/** A day in words, or the words that there is none. */
export const dayOr = (rq: Rq, day: string | null, none: string): string =>
  day === null ? none : formatDate(day, rq.lang);
