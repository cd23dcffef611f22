import type { Rq } from '#platform/web/request.ts';

const COUNCIL = ['councillor', 'raad', 'council_clerk'];

/** Whether somebody works inside on decisions of the college, and knows them at any moment. */
export const isInside = (rq: Pick<Rq, 'may'>): boolean => rq.may('focuspunt.read');

/**
 * Whether somebody hears what the college decided as soon as the raad was told: the raad itself, and who works on it.
 * Everybody else hears it with the last step of the news (0.2 D15).
 */
export const hearsWithCouncil = (rq: Pick<Rq, 'may' | 'principal'>): boolean =>
  isInside(rq) || rq.principal.holdings.some(({ role }) => COUNCIL.includes(role));
