import type { ReactNode } from 'react';

/** Fields beside each other where there is room. */
export const Pair = ({ children, wide }: { children: ReactNode; wide?: boolean }) => (
  <div className={wide ? 'wr-pair wr-pair--wide' : 'wr-pair'}>{children}</div>
);

/** Small things on one line. */
export const Strip = ({ children }: { children: ReactNode }) => <div className="wr-strip">{children}</div>;

/** Less air, for screens that somebody works in all day. */
export const Dense = ({ children }: { children: ReactNode }) => (
  <div className="wr-dense wr-flow">{children}</div>
);
