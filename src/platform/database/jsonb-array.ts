/**
 * Reads what PostgreSQL writes for an array of jsonb, such as `{"{\"id\": 1}",2,NULL}`, into values. A page asks for
 * its lists in this form, and reading them letter by letter cost more than a tenth of a page. PostgreSQL escapes quotes and
 * backslashes within an element in the way JSON does, and writes jsonb without line breaks or other control characters, so that with other brackets the whole is JSON: a list of texts, each of them JSON. Throws SyntaxError on other text.
 */
export const parseJsonbArray = (text: string): unknown[] => {
  const elements: unknown = JSON.parse(`[${withoutNulls(text.slice(1, -1))}]`);
  if (!Array.isArray(elements)) throw new SyntaxError('Not an array');
  return elements.map((element) => (typeof element === 'string' ? JSON.parse(element) : element));
};

/** Elements that are nothing at all stand there as a bare NULL; the same letters within an element are left alone. */
const withoutNulls = (inner: string): string =>
  inner.includes('NULL')
    ? inner.replace(/"(?:[^"\\]|\\.)*"|NULL/g, (part) => (part === 'NULL' ? 'null' : part))
    : inner;
