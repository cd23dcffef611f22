import { z } from 'zod';
import { parseTerm } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { refuse } from '../errors.ts';

const text = (most: number) => z.string().trim().max(most, 'field_too_long');
const day = z.iso.date('date_unreadable');

/** A category as the administrator sets it; without parent it is a main category, which only groups. */
export const categoryInput = z.object({
  id: z.uuid().nullable(),
  parentId: z.uuid().nullable(),
  slug: z.string().regex(/^[a-z0-9-]{1,100}$/, 'slug_unreadable'),
  name: text(100).min(1, 'text_missing'),
  nameEn: text(100),
  description: text(1000),
  keywords: text(2000),
  departmentId: z.uuid().nullable(),
  handlingTerm: z.string().refine((term) => Boolean(parseTerm(term)), 'term_unreadable'),
  complex: z.boolean(),
  sensitive: z.boolean(),
  crowd: z.boolean(),
  validFrom: day,
  validTo: day.nullable(),
});

/** The values of {@link categoryInput}. */
export type CategoryInput = z.infer<typeof categoryInput>;

/** Makes or changes a category, from a date on; what was chosen before keeps its name. Gives its id. */
export const saveCategory = defineCommand<CategoryInput, string>({
  name: 'category.save',
  action: 'category.manage',
  run: async (context, input) => {
    context.allow();
    if (input.validTo !== null && input.validTo <= input.validFrom) {
      throw refuse('date_in_past', { fields: { validTo: 'date_in_past' } });
    }
    const id = input.id ?? newId();
    const row = {
      parent_id: input.parentId,
      slug: input.slug,
      name: input.name,
      name_en: input.nameEn === '' ? null : input.nameEn,
      description: input.description === '' ? null : input.description,
      keywords: input.keywords,
      department_id: input.departmentId,
      handling_term: input.handlingTerm,
      complex: input.complex,
      sensitive: input.sensitive,
      crowd: input.crowd,
      valid_from: input.validFrom,
      valid_to: input.validTo,
    };
    const before = input.id === null ? null : await lockCategory(context, input.id);
    if (before) {
      await context.db
        .updateTable('category')
        .set(row)
        .where('gemeente', '=', context.gemeente)
        .where('id', '=', id)
        .execute();
    } else {
      await context.db
        .insertInto('category')
        .values({ gemeente: context.gemeente, id, ...row })
        .execute();
    }
    context.record({
      noun: 'category',
      objectId: id,
      action: before ? 'changed' : 'made',
      ...(before ? { before } : {}),
      after: row,
    });
    return id;
  },
});

const lockCategory = async (context: Context, id: string) => {
  const row = await context.db
    .selectFrom('category')
    .selectAll()
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
};

/** A rule: this category in this area goes to this department, from a date on. */
export const ruleInput = z.object({
  categoryId: z.uuid('category_unknown'),
  areaId: z.uuid('buurt_unknown'),
  departmentId: z.uuid('department_unknown'),
  validFrom: day,
});

/** The values of {@link ruleInput}. */
export type RuleInput = z.infer<typeof ruleInput>;

/** Sets a routing rule; an earlier one for the same category and area ends on the day this one begins. Gives its id. */
export const saveRoutingRule = defineCommand<RuleInput, string>({
  name: 'routing_rule.save',
  action: 'category.manage',
  run: async (context, input) => {
    context.allow();
    await endRules(context, input.categoryId, input.areaId, input.validFrom);
    const id = newId();
    const row = {
      category_id: input.categoryId,
      area_id: input.areaId,
      department_id: input.departmentId,
      valid_from: input.validFrom,
      valid_to: null,
    };
    await context.db
      .insertInto('routing_rule')
      .values({ gemeente: context.gemeente, id, ...row })
      .execute();
    context.record({ noun: 'routing_rule', objectId: id, action: 'made', after: row });
    return id;
  },
});

/** Ends a routing rule from a day on; the category's own department then holds again. */
export const endRoutingRule = defineCommand<{ categoryId: string; areaId: string; from: string }, void>({
  name: 'routing_rule.end',
  action: 'category.manage',
  run: async (context, input) => {
    context.allow();
    await endRules(context, input.categoryId, input.areaId, input.from);
  },
});

const endRules = async (
  context: Context,
  categoryId: string,
  areaId: string,
  from: string,
): Promise<void> => {
  const { db, gemeente } = context;
  await db
    .deleteFrom('routing_rule')
    .where('gemeente', '=', gemeente)
    .where('category_id', '=', categoryId)
    .where('area_id', '=', areaId)
    .where('valid_from', '>=', from)
    .execute();
  const ended = await db
    .updateTable('routing_rule')
    .set({ valid_to: from })
    .where('gemeente', '=', gemeente)
    .where('category_id', '=', categoryId)
    .where('area_id', '=', areaId)
    .where('valid_to', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of ended) {
    context.record({ noun: 'routing_rule', objectId: id, action: 'ended', after: { valid_to: from } });
  }
};

/** A ready-made reply for the button "Gedaan" (2.8); stays editable at use. */
export const standardTextInput = z.object({
  id: z.uuid().nullable(),
  categoryId: z.uuid().nullable(),
  outcome: z.enum(['solved', 'partly', 'not_with_explanation', 'handed_over', 'answered']),
  title: text(100).min(1, 'text_missing'),
  body: text(2000).min(1, 'text_missing'),
  validFrom: day,
  validTo: day.nullable(),
});

/** The values of {@link standardTextInput}. */
export type StandardTextInput = z.infer<typeof standardTextInput>;

/** Makes or changes a standard text. Gives its id. */
export const saveStandardText = defineCommand<StandardTextInput, string>({
  name: 'standard_text.save',
  action: 'category.manage',
  run: async (context, input) => {
    context.allow();
    const id = input.id ?? newId();
    const row = {
      category_id: input.categoryId,
      outcome: input.outcome,
      title: input.title,
      body: input.body,
      valid_from: input.validFrom,
      valid_to: input.validTo,
    };
    const stored = await context.db
      .insertInto('standard_text')
      .values({ gemeente: context.gemeente, id, ...row })
      .onConflict((conflict) => conflict.columns(['gemeente', 'id']).doUpdateSet(row))
      .returningAll()
      .executeTakeFirstOrThrow();
    context.record({
      noun: 'standard_text',
      objectId: stored.id,
      action: input.id ? 'changed' : 'made',
      after: row,
    });
    return stored.id;
  },
});

/** Whom an individual case is referred to (C5.1): a card with a phone number, never a dossier. */
export const partnerInput = z.object({
  id: z.uuid().nullable(),
  name: text(100).min(1, 'text_missing'),
  phone: text(40).min(1, 'text_missing'),
  explanation: text(500).min(1, 'text_missing'),
  position: z.coerce.number().int().min(0).max(999),
  validFrom: day,
  validTo: day.nullable(),
});

/** The values of {@link partnerInput}. */
export type PartnerInput = z.infer<typeof partnerInput>;

/** Makes or changes a partner of the referral card. Gives its id. */
export const saveReferralPartner = defineCommand<PartnerInput, string>({
  name: 'referral_partner.save',
  action: 'category.manage',
  run: async (context, input) => {
    context.allow();
    const id = input.id ?? newId();
    const row = {
      name: input.name,
      phone: input.phone,
      explanation: input.explanation,
      position: input.position,
      valid_from: input.validFrom,
      valid_to: input.validTo,
    };
    await context.db
      .insertInto('referral_partner')
      .values({ gemeente: context.gemeente, id, ...row })
      .onConflict((conflict) => conflict.columns(['gemeente', 'id']).doUpdateSet(row))
      .execute();
    context.record({
      noun: 'referral_partner',
      objectId: id,
      action: input.id ? 'changed' : 'made',
      after: row,
    });
    return id;
  },
});
