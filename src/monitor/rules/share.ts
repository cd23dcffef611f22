const SHARES = new Set(['%', 'procent', 'percent', 'percentage']);

/** Whether a unit says that values are percentages of those who answered, from which a margin follows. */
export const isShare = (unit: string | null): boolean => SHARES.has(unit?.trim().toLowerCase() ?? '');
