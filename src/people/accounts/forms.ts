import { z } from 'zod';
import { dayOf } from '../date-parts.ts';
import { emailField } from '../sign-in/forms.ts';
import { isGivable } from './rules.ts';

/** Long enough for fifty words: names differ more than forms think. */
const LONGEST_NAME = 400;

/** Name, address and language of a person. */
export const accountForm = z.object({
  name: z
    .string('name_needed')
    .transform((text) => text.trim().replace(/\s+/g, ' '))
    .pipe(z.string().min(1, 'name_needed').max(LONGEST_NAME, 'name_too_long')),
  email: emailField,
  lang: z.enum(['nl', 'en'], 'lang_unknown'),
});

const part = z.string().max(20, 'date_impossible').default('');
const optionalId = (code: string) =>
  z
    .string()
    .default('')
    .transform((text) => (text === '' ? null : text))
    .pipe(z.uuid(code).nullable());

/** Reads the three inputs of one date; `date_impossible` when they are no day, `date_needed` when it must be given. */
const readDay = (
  context: z.RefinementCtx,
  field: string,
  parts: { day: string; month: string; year: string },
  isNeeded: boolean,
): string | null => {
  const day = dayOf({ day: parts.day.trim(), month: parts.month.trim(), year: parts.year.trim() });
  if (day === null) context.addIssue({ code: 'custom', path: [field], message: 'date_impossible' });
  if (day === '' && isNeeded) context.addIssue({ code: 'custom', path: [field], message: 'date_needed' });
  return day === '' ? null : day;
};

/** A role with its bounds and days. */
export const holdingForm = z
  .object({
    role: z.string('role_unknown').refine(isGivable, 'role_unknown'),
    department: optionalId('department_unknown'),
    area: optionalId('area_unknown'),
    behalf: optionalId('behalf_unknown'),
    'from-day': part,
    'from-month': part,
    'from-year': part,
    'last-day': part,
    'last-month': part,
    'last-year': part,
  })
  .transform((form, context) => ({
    role: form.role,
    departmentId: form.department,
    areaId: form.area,
    onBehalfOf: form.behalf,
    from:
      readDay(
        context,
        'from',
        { day: form['from-day'], month: form['from-month'], year: form['from-year'] },
        true,
      ) ?? '',
    lastDay: readDay(
      context,
      'last',
      { day: form['last-day'], month: form['last-month'], year: form['last-year'] },
      false,
    ),
  }));

/** The last day of a role. */
export const endForm = z
  .object({ 'last-day': part, 'last-month': part, 'last-year': part })
  .transform((form, context) => ({
    lastDay:
      readDay(
        context,
        'last',
        { day: form['last-day'], month: form['last-month'], year: form['last-year'] },
        true,
      ) ?? '',
  }));
