import { z } from 'zod';
import { defineSetting } from '#gemeente/index.ts';

const text = (most: number) => z.string().trim().max(most);

export { publicPhone } from '#gemeente/index.ts';

/** The lines of the address that letters name as their sender. */
export const returnAddress = defineSetting({
  key: 'site.return_address',
  schema: z.array(text(80)).max(6),
  standard: [],
  kind: 'list',
});

/** Whom to ask about personal data; free text with a mail address or a number. */
export const privacyContact = defineSetting({
  key: 'site.privacy_contact',
  schema: text(300),
  standard: '',
  kind: 'text',
});

/** The status of the accessibility statement, A (all met) to E (not met), as the national register words it. */
export const accessibilityStatus = defineSetting({
  key: 'site.accessibility_status',
  schema: z.enum(['A', 'B', 'C', 'D', 'E']),
  standard: 'C',
  kind: 'choice',
});

/** The day of the accessibility statement, `YYYY-MM-DD`; empty leaves the sentence out. */
export const accessibilityDate = defineSetting({
  key: 'site.accessibility_date',
  schema: z.union([z.literal(''), z.iso.date()]),
  standard: '',
  kind: 'text',
});

/** Whom to tell that something on the site does not work for them. */
export const accessibilityContact = defineSetting({
  key: 'site.accessibility_contact',
  schema: text(300),
  standard: '',
  kind: 'text',
});

/** Where the source code of the running version can be had. */
export const sourceAddress = defineSetting({
  key: 'site.source_address',
  schema: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  standard: '',
  kind: 'text',
});
