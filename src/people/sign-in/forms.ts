import { z } from 'zod';

const LONGEST_ADDRESS = 254;
// One @, a dot after it, no spaces: whether the address exists, only a mail can tell.
const ADDRESS = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/;

/** An e-mail address in lower case; codes `email_needed` and `email_unreadable`. */
export const emailField = z
  .string('email_needed')
  .trim()
  .toLowerCase()
  .min(1, 'email_needed')
  .max(LONGEST_ADDRESS, 'email_unreadable')
  .regex(ADDRESS, 'email_unreadable');

/** The form that asks for a link. */
export const askForm = z.object({ email: emailField });

/** The code of an authenticator app; people type it with a space in the middle. */
export const codeForm = z.object({
  code: z
    .string('code_format')
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'code_format')),
});
