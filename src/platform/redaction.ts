/**
 * Words that mark a field as personal or secret: a field whose name holds one of them is dropped.
 * The name is split at capitals and signs, so `reporterEmail`, `x-csrf-token` and `phone_number` all go,
 * while `encode` and `hostname`, which merely contain the letters, stay readable.
 */
const PRIVATE_WORDS = new Set(
  `address authorization birthday body code codes cookie cookies contact email emails ip key mail name names
   note password phone postcode query recipient remark secret street subject text texts title token tokens url
   adres bericht naam onderwerp opmerking straat tekst telefoon wachtwoord`.split(/\s+/),
);

const EMAIL = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:]+/g;
const DUTCH_PHONE = /(?<![\w.-])(?:\+31|0031|0)[\s-]?(?:\d[\s-]?){8}\d(?![\w-])/g;
const MASK = '***';
const LONGEST_TEXT = 500;
const LONGEST_LIST = 20;
const DEEPEST = 4;

/** Whether a field of this name may not be written. */
const isPrivate = (field: string): boolean =>
  field
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => PRIVATE_WORDS.has(word));

/** The text with e-mail addresses and Dutch phone numbers masked, cut off when very long. */
export const maskText = (text: string): string =>
  text.slice(0, LONGEST_TEXT).replace(EMAIL, MASK).replace(DUTCH_PHONE, MASK);

/** An error's kind, message and frames; its other fields (a database's detail quotes whole rows) stay out. */
const describeError = (error: Error): Record<string, unknown> => ({
  kind: error.name,
  message: maskText(error.message),
  ...('code' in error && typeof error.code === 'string' ? { reason: error.code } : {}),
  at: (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim()),
  ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
});

const cleanValue = (value: unknown, depth: number): unknown => {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Error) return describeError(value);
  if (depth >= DEEPEST) return '…';
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST).map((item) => cleanValue(item, depth + 1));
  return cleanFields(value, depth + 1);
};

const cleanFields = (fields: object, depth: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([field]) => !isPrivate(field))
      .map(([field, value]) => [field, cleanValue(value, depth)]),
  );

/** A copy fit for a log: private fields dropped, addresses and numbers in texts masked, sizes bounded. */
export const withoutPersonalData = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  cleanFields(fields, 0);
