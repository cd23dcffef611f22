/** The page of the focuspunten, for everybody. */
export const RAAD = '/raad';
/** Moties, toezeggingen and documents. */
export const REGISTER = '/raad/register';
/** Technical questions through the griffie. */
export const QUESTIONS = '/raad/vragen';

/** An address with those parameters that say something. */
export const address = (path: string, parameters: Readonly<Record<string, string | undefined>>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
};
