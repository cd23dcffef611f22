import type { Context } from '#platform/command/command.ts';
import { enqueue } from '#platform/mail/outbox.ts';

/** The messages a reporter can get; few, each with one purpose (0.2 D9). */
export type ReporterTemplate =
  | 'receipt'
  | 'receipt_helper'
  | 'planned'
  | 'status'
  | 'outcome'
  | 'reopened'
  | 'question';

/** Puts a message for one reporter or helper in the outbox, in the channel that person chose. */
export const enqueueForReporter = (
  context: Context,
  to: {
    readonly reporterId: string;
    readonly signaalId: string;
    readonly channel: 'mail' | 'letter' | 'phone';
  },
  template: ReporterTemplate,
  variables: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<string> =>
  enqueue(context, {
    template: `signaal.${template}`,
    recipientKind: 'reporter',
    recipientId: to.reporterId,
    objectId: to.signaalId,
    channel: to.channel,
    variables,
  });

/** Tells everybody who left an address with this signaal; nobody when the contact was wiped or "geen antwoord" chosen. */
export const tellReporters = async (
  context: Context,
  signaalId: string,
  template: ReporterTemplate,
  variables: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<void> => {
  const reporters = await context.db
    .selectFrom('reporter')
    .select(['id', 'channel'])
    .where('gemeente', '=', context.gemeente)
    .where('signaal_id', '=', signaalId)
    .where('wiped_at', 'is', null)
    .limit(10)
    .execute();
  for (const { id, channel } of reporters) {
    if (channel === 'none') continue;
    await enqueueForReporter(context, { reporterId: id, signaalId, channel }, template, variables);
  }
};
