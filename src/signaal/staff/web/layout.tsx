import type { ReactNode } from 'react';

/** Fields beside each other where there is room: two alike, a wide and a narrow one, or three. */
export const Pair = ({ children, shape }: { children: ReactNode; shape?: 'wide' | 'three' }) => (
  <div className={shape === undefined ? 'wr-pair' : `wr-pair wr-pair--${shape}`}>{children}</div>
);

/** A date that stays on one line. */
export const OneLine = ({ children }: { children: ReactNode }) => (
  <span className="wr-nowrap">{children}</span>
);

/** Small things on one line. */
export const Strip = ({ children }: { children: ReactNode }) => <div className="wr-strip">{children}</div>;

/** Less air, for screens that somebody works in all day. */
export const Dense = ({ children }: { children: ReactNode }) => (
  <div className="wr-dense wr-flow">{children}</div>
);
