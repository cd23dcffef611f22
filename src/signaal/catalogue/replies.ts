import { defineCommand } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { refuseField } from './errors.ts';
import type { PartnerInput, StandardTextInput } from './inputs.ts';
import { checkPeriod, lockRow, storeRow } from './store.ts';

/** Makes or changes a standard text. Throws `ends_before_start`, `subject_unknown`. Gives its id. */
export const saveStandardText = defineCommand<StandardTextInput, string>({
  name: 'standard_text.save',
  action: 'category.manage',
  run: async (context, input) => {
    context.allow();
    checkPeriod(input);
    const known =
      input.id === null ? null : { id: input.id, row: await lockRow(context, 'standard_text', input.id) };
    if (input.categoryId !== null) {
      const found = await runSql(context.db, 'select id from category where gemeente = $1 and id = $2', [
        context.gemeente,
        input.categoryId,
      ]);
      if (found.length === 0) throw refuseField('categoryId', 'subject_unknown');
    }
    return storeRow(context, 'standard_text', known, {
      category_id: input.categoryId,
      outcome: input.outcome,
      title: input.title,
      body: input.body,
      valid_from: input.validFrom,
      valid_to: input.validTo,
    });
  },
});

/** Makes or changes a partner of the referral card. Throws `ends_before_start`. Gives its id. */
export const saveReferralPartner = defineCommand<PartnerInput, string>({
  name: 'referral_partner.save',
  action: 'category.manage',
  run: async (context, input) => {
    context.allow();
    checkPeriod(input);
    const known =
      input.id === null ? null : { id: input.id, row: await lockRow(context, 'referral_partner', input.id) };
    return storeRow(context, 'referral_partner', known, {
      name: input.name,
      phone: input.phone,
      explanation: input.explanation,
      position: input.position,
      valid_from: input.validFrom,
      valid_to: input.validTo,
    });
  },
});
