import type { ReactNode } from 'react';
import { StatusBadge, type StatusTone } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Knelpunt, Placement } from '../store/load.ts';
import { knelpuntTexts } from '../texts.ts';

const TONES: Record<Knelpunt['state'], StatusTone> = {
  noticed: 'neutral',
  investigated: 'active',
  placed: 'active',
  resolved: 'ok',
  insufficient: 'warning',
  candidate: 'active',
  no_action: 'neutral',
};

/** Where a knelpunt is, in words. */
export const StateBadge = ({ rq, state }: { rq: Rq; state: Knelpunt['state'] }) => (
  <StatusBadge tone={TONES[state]}>{rq.texts(knelpuntTexts).dynamic(`state.${state}`)}</StatusBadge>
);

const PLACEMENT_TONES: Record<Placement['state'], StatusTone> = {
  offered: 'neutral',
  accepted: 'active',
  returned: 'warning',
  done: 'ok',
  withdrawn: 'neutral',
};

/** Where one department's part is, in words. */
export const PlacementBadge = ({ rq, state }: { rq: Rq; state: Placement['state'] }) => (
  <StatusBadge tone={PLACEMENT_TONES[state]}>
    {rq.texts(knelpuntTexts).dynamic(`placement.${state}`)}
  </StatusBadge>
);

/** Less air, for screens that somebody works in all day. */
export const Dense = ({ children }: { children: ReactNode }) => (
  <div className="wr-dense wr-flow">{children}</div>
);

/** Small things on one line. */
export const Strip = ({ children }: { children: ReactNode }) => <div className="wr-strip">{children}</div>;

/** A date that stays on one line. */
export const OneLine = ({ children }: { children: ReactNode }) => (
  <span className="wr-nowrap">{children}</span>
);

/** The address of a knelpunt for staff. */
export const knelpuntHref = (id: string): string => `/knelpunten/${id}`;
