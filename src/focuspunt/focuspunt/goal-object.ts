import { registerGoalObject } from '#monitor/index.ts';
import { factsOf } from './store.ts';

/** Tells the monitor what a goal of a focuspunt belongs to: its name, its page, who reaches it. */
registerGoalObject('focuspunt', async (db, gemeente, today, id) => {
  const row = await db
    .selectFrom('focuspunt')
    .select(['id', 'title', 'public_state', 'area_id', 'trekker_account_id', 'trekker_department_id'])
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const isPublic = !['proposed', 'consulting', 'with_college', 'held', 'rejected'].includes(
    row.public_state ?? 'proposed',
  );
  return {
    title: row.title,
    href: isPublic ? `/focuspunten/${id}` : `/focuspunten/${id}/werk`,
    isPublic,
    facts: await factsOf({ db, gemeente, today }, row),
  };
});
