import type { Context } from '#platform/command/command.ts';
import { enqueue } from '#platform/mail/outbox.ts';
import { eachBatchOfVoices } from '../neighbours/voices.ts';

/** The messages a reporter can get; few, each with one purpose (0.2 D9). */
export type ReporterTemplate =
  | 'receipt'
  | 'receipt_helper'
  | 'planned'
  | 'status'
  | 'outcome'
  | 'reopened'
  | 'unmerged'
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

type Variables = Readonly<Record<string, string | number | boolean | null>>;

/** What everybody hears who joined or was merged; a question or a withdrawal is between us and one reporter. */
const FOR_ALL_VOICES: readonly ReporterTemplate[] = ['planned', 'status', 'outcome', 'reopened'];

/**
 * Tells everybody who left an address with this signaal or with a voice that joined it, each once and in the own channel;
 * nobody whose contact was wiped or who chose "geen antwoord". Voices are read in batches.
 */
export const tellReporters = async (
  context: Context,
  signaalId: string,
  template: ReporterTemplate,
  variables: Variables = {},
): Promise<void> => {
  await tellOf(context, [signaalId], template, variables);
  if (!FOR_ALL_VOICES.includes(template) || variables.outcome === 'withdrawn') return;
  await eachBatchOfVoices(context, signaalId, (ids) => tellOf(context, ids, template, variables));
};

const tellOf = async (
  context: Context,
  signaalIds: readonly string[],
  template: ReporterTemplate,
  variables: Variables,
): Promise<void> => {
  const reporters = await context.db
    .selectFrom('reporter')
    .select(['id', 'channel', 'signaal_id'])
    .where('gemeente', '=', context.gemeente)
    .where('signaal_id', 'in', [...signaalIds])
    .where('wiped_at', 'is', null)
    .orderBy('id')
    .limit(signaalIds.length * REPORTERS_EACH)
    .execute();
  for (const { id, channel, signaal_id } of reporters) {
    if (channel === 'none') continue;
    await enqueueForReporter(
      context,
      { reporterId: id, signaalId: signaal_id, channel },
      template,
      variables,
    );
  }
};

/** A reporter and a helper. */
const REPORTERS_EACH = 2;
