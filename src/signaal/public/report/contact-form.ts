import { z } from 'zod';
import type { FieldErrors } from '#platform/errors.ts';
import { normalise } from '#platform/secrets/normalise.ts';
import type { AnswerChannel, Contact } from '../../store/contact.ts';
import { lineField } from '../parts/fields.ts';

const MAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/u;
const LONGEST_MAIL = 254;
const PHONE_CHARACTERS = /^[\d\s()+\-./\p{Pd}]+$/u;
const POSTCODE = /^([1-9]\d{3})\s?([A-Za-z]{2})$/;
/** "Dorpsstraat 12 a": a street with its number behind it. */
const WITH_NUMBER = /^(.*\S)\s+(\d{1,5}(?:\s?-?\s?[\p{L}\d]{1,6})?)$/u;

/** Whether this can be dialled: a Dutch number in any spelling, or a foreign one with its country. */
export const isPhone = (typed: string): boolean => {
  const text = typed.normalize('NFKC');
  if (!PHONE_CHARACTERS.test(text)) return false;
  const plain = normalise('phone', text);
  return /^\+31\d{9}$/.test(plain) || (/^\+\d{8,15}$/.test(plain) && !plain.startsWith('+31'));
};

const mailField = lineField
  .transform((text) => text.replaceAll(' ', '').replace(/^mailto:/i, ''))
  .refine((text) => text === '' || (text.length <= LONGEST_MAIL && MAIL.test(text)), 'mail_unreadable');
const phoneField = lineField.refine((text) => text === '' || isPhone(text), 'phone_unreadable');
const postcodeField = lineField
  .refine((text) => text === '' || POSTCODE.test(text.normalize('NFKC')), 'postcode_unreadable')
  .transform((text) =>
    text.normalize('NFKC').replace(POSTCODE, (_, digits, letters) => `${digits} ${letters.toUpperCase()}`),
  );

const channel = z.enum(['mail', 'letter', 'phone', 'none']).optional().catch(undefined);

const contactFields = {
  antwoord: channel,
  naam: lineField,
  mail: mailField,
  telefoon: phoneField,
  straat: lineField,
  huisnummer: lineField,
  postcode: postcodeField,
  plaats: lineField,
  helper_naam: lineField,
  helper_mail: mailField,
  helper_telefoon: phoneField,
} as const;

/** The third page: how the reporter can be reached, if at all. */
export const contactForm = z
  .object(contactFields)
  .transform(splitNumber)
  .superRefine((form, context) => {
    for (const [field, message] of Object.entries(missingFrom((name) => form[name] ?? ''))) {
      context.addIssue({ code: 'custom', message, path: [field] });
    }
  });

type Field = keyof typeof contactFields;

/**
 * What the chosen channel, and a helper with a name, still need. Asked apart too, for a form in which something else is
 * wrong: so that a tired person hears everything at once.
 */
const missingFrom = (typed: (field: Field) => string): FieldErrors => {
  const isEmpty = (field: Field): boolean => typed(field).trim() === '';
  const needed = NEEDED.get(typed('antwoord')) ?? [];
  const missing = needed.filter(isEmpty).map((field) => [field, 'contact_missing_for_channel'] as const);
  const unreachable = !isEmpty('helper_naam') && isEmpty('helper_mail') && isEmpty('helper_telefoon');
  return {
    ...Object.fromEntries(missing),
    ...(unreachable ? { helper_mail: 'helper_unreachable' } : {}),
  };
};

/** All that is wrong with a form, in the order in which its fields stand. */
export const allMistakes = (typed: (field: Field) => string, errors: FieldErrors): FieldErrors => {
  const all: FieldErrors = { ...missingFrom(typed), ...errors };
  const order = Object.keys(contactFields).filter((field) => field in all);
  return Object.fromEntries(order.map((field) => [field, all[field] ?? '']));
};

const NEEDED: ReadonlyMap<string, readonly Field[]> = new Map([
  ['mail', ['mail']],
  ['phone', ['telefoon']],
  ['letter', ['straat', 'huisnummer', 'postcode']],
]);

type Typed = { readonly straat: string; readonly huisnummer: string };

function splitNumber<Form extends Typed>(form: Form): Form {
  const [, straat, huisnummer] = form.huisnummer === '' ? (WITH_NUMBER.exec(form.straat) ?? []) : [];
  return straat && huisnummer ? { ...form, straat, huisnummer } : form;
}

type ContactForm = z.infer<typeof contactForm>;

/** What the last page says of reporter, helper and channel. */
export interface Reachable {
  readonly contact: Contact;
  readonly helper: Contact;
  readonly answerChannel: AnswerChannel;
}

/** Without a chosen channel the answer goes where it can: by mail, else by phone, else by letter, else nowhere. */
export const reachableBy = (form: ContactForm): Reachable => ({
  contact: {
    name: form.naam,
    mail: form.mail,
    phone: form.telefoon,
    street: form.straat,
    houseNumber: form.huisnummer,
    postcode: form.postcode,
    town: form.plaats,
  },
  helper: {
    name: form.helper_naam,
    mail: form.helper_mail,
    phone: form.helper_telefoon,
    street: '',
    houseNumber: '',
    postcode: '',
    town: '',
  },
  answerChannel: form.antwoord ?? bestChannel(form),
});

const bestChannel = (form: ContactForm): AnswerChannel => {
  if (form.mail !== '') return 'mail';
  if (form.telefoon !== '') return 'phone';
  return form.straat !== '' && form.huisnummer !== '' && form.postcode !== '' ? 'letter' : 'none';
};
