/** How often something was changed in each municipality by this process: whoever keeps something read compares. */
const turns = new Map<string, number>();

/** The count of changes of a municipality so far, in this process; other processes count for themselves. */
export const changesOf = (gemeente: string): number => turns.get(gemeente) ?? 0;

/** Tells that something was changed and committed. */
export const noteChange = (gemeente: string): void => {
  turns.set(gemeente, changesOf(gemeente) + 1);
};
