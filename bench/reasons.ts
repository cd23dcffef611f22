/** Why a figure falls short, found by profiling the program and by EXPLAIN; the first that fits the name. */
const REASONS: readonly (readonly [name: RegExp, reason: string])[] = [
  [
    /with filters/,
    'the open parts of the department are joined with the open signalen of the buurt before the oldest fifty are known; that number grows with the municipality, and no index holds both. Repeating the buurt on each part would mend it',
  ],
  [
    /^detail/,
    'within the five hundred metres of a neighbour lie more open signalen of the same theme, and each is weighed',
  ],
  [/^staff list/, 'drawing fifty rows takes the program some five milliseconds, and four ask at once'],
  [/^search in text/, 'the words of a search are read by the thousand to find the rarest'],
  [
    /^final POST/,
    'the receipt is drawn, and once a second the patterns of the theme are sought, by the same process; loader, program and PostgreSQL share two cores',
  ],
  [
    /^import of signalen/,
    'PostgreSQL is busy for some 0.4 ms of each row, most of it with the words by which a signaal is found: two foreign keys are checked for each word',
  ],
  [/^first start/, 'initdb, the migrations and the invented municipality, one after the other'],
  [/^memory|memory at most/, 'V8 keeps what is no longer needed until half as much again has come'],
];

/** The reason why the figure of this name falls short; empty when none is known. */
export const reasonOf = (name: string): string => REASONS.find(([pattern]) => pattern.test(name))?.[1] ?? '';
