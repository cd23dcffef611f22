import { z } from 'zod';
import { isPlainDate, parseTerm } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import type { CatalogueError } from './errors.ts';

const code = (name: CatalogueError): CatalogueError => name;

const text = (most: number) => z.string().trim().max(most, code('words_too_long'));
const id = (unknown: CatalogueError) => z.string().refine(isId, code(unknown));
const day = z
  .string()
  .refine(
    (given) => isPlainDate(given) && given >= '1900-01-01' && given < '2200-01-01',
    code('day_impossible'),
  );
const term = z.string().refine((given) => (parseTerm(given)?.amount ?? 0) > 0, code('term_unreadable'));

/** A subject as the administrator sets it; without parent it is a main category, which only groups. */
export const categoryInput = z.object({
  id: z.uuid().nullable(),
  parentId: id('parent_unknown').nullable(),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, code('slug_unreadable'))
    .max(100, code('words_too_long')),
  name: text(100).min(1, code('name_missing')),
  nameEn: text(100),
  description: text(1000),
  keywords: text(2000),
  departmentId: id('department_unknown').nullable(),
  handlingTerm: term,
  complex: z.boolean(),
  sensitive: z.boolean(),
  crowd: z.boolean(),
  validFrom: day,
  validTo: day.nullable(),
});

/** The values of {@link categoryInput}. */
export type CategoryInput = z.infer<typeof categoryInput>;

/** A rule: this subject in this area goes to this department, from a day on. */
export const ruleInput = z.object({
  categoryId: id('subject_unknown'),
  areaId: id('area_unknown'),
  departmentId: id('department_unknown'),
  validFrom: day,
});

/** The values of {@link ruleInput}. */
export type RuleInput = z.infer<typeof ruleInput>;

/** How a standard text says that it ended. */
export const textOutcomes = ['solved', 'partly', 'not_with_explanation', 'handed_over', 'answered'] as const;

/** A ready-made reply for the button "Gedaan"; stays editable at use. Without subject it is offered for all. */
export const standardTextInput = z.object({
  id: z.uuid().nullable(),
  categoryId: id('subject_unknown').nullable(),
  outcome: z.enum(textOutcomes, code('outcome_unknown')),
  title: text(100).min(1, code('title_missing')),
  body: text(2000).min(1, code('body_missing')),
  validFrom: day,
  validTo: day.nullable(),
});

/** The values of {@link standardTextInput}. */
export type StandardTextInput = z.infer<typeof standardTextInput>;

/** Whom an individual case is referred to (product.md C5.1): a card with a phone number, never a dossier. */
export const partnerInput = z.object({
  id: z.uuid().nullable(),
  name: text(100).min(1, code('name_missing')),
  phone: text(40).min(1, code('phone_missing')),
  explanation: text(500).min(1, code('explanation_missing')),
  position: z
    .int(code('position_unreadable'))
    .min(0, code('position_unreadable'))
    .max(999, code('position_unreadable')),
  validFrom: day,
  validTo: day.nullable(),
});

/** The values of {@link partnerInput}. */
export type PartnerInput = z.infer<typeof partnerInput>;
