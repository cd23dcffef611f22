/** The public list of focuspunten. */
export const FOCUSPUNTEN = '/focuspunten';
/** Rounds, and what staff have in hand. */
export const ROUNDS = '/rondes';
/** Requests for advice. */
export const ADVICE = '/advies';

export const focuspuntHref = (id: string): string => `${FOCUSPUNTEN}/${id}`;
export const workHref = (id: string): string => `${FOCUSPUNTEN}/${id}/werk`;
export const reactHref = (id: string): string => `${FOCUSPUNTEN}/${id}/reageren`;
export const paperHref = (id: string): string => `${FOCUSPUNTEN}/${id}/papier`;
export const enterHref = (id: string): string => `${FOCUSPUNTEN}/${id}/invoeren`;
export const roundHref = (id: string): string => `${ROUNDS}/${id}`;
export const memoHref = (id: string): string => `/raadsmemo/${id}`;
