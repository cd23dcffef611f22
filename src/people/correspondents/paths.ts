/** Everything about news by mail. */
export const NEWS = '/nieuws';

/** The own page of whoever follows by mail; its address is the key, and stands in each mail. */
export const followerHref = (token: string): string => `${NEWS}/${token}`;
