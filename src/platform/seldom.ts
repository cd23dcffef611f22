/** Tells of a kind of thing at most once in `every` milliseconds, with how often it was left unsaid since: for faults that meet everybody at once. */
export const seldom = (every: number): ((kind: string, tell: (unsaid: number) => void) => void) => {
  const told = new Map<string, { at: number; unsaid: number }>();
  return (kind, tell) => {
    const last = told.get(kind);
    const now = performance.now();
    if (last && now - last.at < every) {
      last.unsaid += 1;
      return;
    }
    told.set(kind, { at: now, unsaid: 0 });
    tell(last?.unsaid ?? 0);
  };
};
