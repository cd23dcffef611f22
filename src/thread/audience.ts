import { roles } from '#people/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { shownCode } from '#signaal/index.ts';
import type { Audience } from './model.ts';

/** The sides of the town that work with what is not public yet; raad, partners and residents read what is (0.2 D15). */
const INSIDE = ['organisation', 'college', 'control'];

/** Whether this visitor works inside the municipality's organisation today. */
const worksInside = ({ principal }: Rq): boolean =>
  principal.holdings.some(({ role }) => roles.some(({ id, side }) => id === role && INSIDE.includes(side)));

/** As whom a visitor reads the thread. */
export const audienceOf = (rq: Rq): Audience => ({
  side: worksInside(rq) ? 'staff' : 'public',
  codeHash: shownCode(rq)?.hash ?? null,
  accountId: rq.principal.id,
  now: rq.now,
});
