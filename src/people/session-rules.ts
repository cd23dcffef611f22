const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Milliseconds a session lasts at most, used or not. */
export const SESSION_LASTS = 12 * HOUR;
/** Milliseconds after which a session that nobody uses has ended. */
const IDLE_LASTS = 60 * MINUTE;
/** Milliseconds between two notes that a session is in use. */
export const SEEN_EVERY = MINUTE;
/** Milliseconds in which a link from a mail can be used. */
export const LINK_LASTS = 30 * MINUTE;
/** Wrong codes of the second factor that one account may give in {@link TRY_WINDOW}. */
export const TRIES = 5;
/** Milliseconds over which wrong codes are counted. */
export const TRY_WINDOW = 15 * MINUTE;
/** Mails with a link that one address can get an hour, whoever asks for them. */
export const LINKS_PER_HOUR = 5;

/** A session last used at or before this moment has ended. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - IDLE_LASTS);

/** The moment, moved by milliseconds. */
export const plus = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds);
