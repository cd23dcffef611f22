/** Where the privacy officer sees what the desk kept in spite of the guard. */
export const OVERRIDES = '/beheer/toch-bewaard';

/** The page of one of them. */
export const overridePath = (id: string): string => `${OVERRIDES}/${id}`;

/** The kind of notice by which the privacy officer hears of one. */
export const OVERRIDE_MADE = 'guard_override';

/** The kind of notice by which whoever kept a text hears what the privacy officer made of it. */
export const OVERRIDE_REVIEWED = 'guard_override_reviewed';
