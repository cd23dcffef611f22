/** Rows on one page of this room's lists. */
export const PAGE_SIZE = 50;

/** An address with those parameters that say something. */
export const address = (path: string, parameters: Readonly<Record<string, string | undefined>>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
};
