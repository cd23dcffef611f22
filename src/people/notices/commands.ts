import { defineCommand } from '#platform/command/command.ts';
import { notFound } from '#platform/errors.ts';

/** Notes that a person has seen a notice of their own; another's is "not found". Seeing it twice is no fault. */
export const seeNotice = defineCommand({
  name: 'people.see_notice',
  action: 'session.use',
  run: async (context, { id }: { readonly id: string }): Promise<void> => {
    context.allow();
    const { db, gemeente, now, principal } = context;
    const notice = await db
      .selectFrom('notice')
      .select(['account_id', 'seen_at', 'kind', 'object_id'])
      .where('gemeente', '=', gemeente)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!notice || notice.account_id !== principal.id) throw notFound();
    if (notice.seen_at) return;
    await db
      .updateTable('notice')
      .set({ seen_at: now })
      .where('gemeente', '=', gemeente)
      .where('id', '=', id)
      .execute();
    context.record({
      noun: 'notice',
      objectId: id,
      action: 'seen',
      before: { seen: false },
      after: { seen: true, kind: notice.kind, object_id: notice.object_id },
    });
  },
});
