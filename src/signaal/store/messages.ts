import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { enqueue } from '#platform/mail/outbox.ts';
import { eachBatchOfVoices } from '../neighbours/voices.ts';
import { LISTENER, type Listener, People } from './people.ts';

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
 * Tells everybody who left an address with this signaal or with a voice that joined it, each person once and in the own
 * channel; nobody whose contact was wiped or who chose "geen antwoord". Voices are read in batches.
 */
export const tellReporters = async (
  context: Context,
  signaalId: string,
  template: ReporterTemplate,
  variables: Variables = {},
): Promise<void> => {
  const told = new People(context);
  const tell = (ids: readonly string[]) => tellOf(context, ids, told, { template, variables });
  await tell([signaalId]);
  if (!FOR_ALL_VOICES.includes(template) || variables.outcome === 'withdrawn') return;
  await eachBatchOfVoices(context, signaalId, tell);
};

interface Told {
  readonly template: ReporterTemplate;
  readonly variables: Variables;
}

const LISTENERS = `
  select ${LISTENER} from reporter r
  where r.gemeente = $1 and r.signaal_id = any ($2::uuid[]) and r.channel <> 'none' and r.wiped_at is null
  order by r.id limit $3`;

/** Who spoke before and joined again hears it by what he left first. */
const tellOf = async (
  context: Context,
  signaalIds: readonly string[],
  told: People,
  { template, variables }: Told,
): Promise<void> => {
  const listeners = await runSql<Listener>(context.db, LISTENERS, [
    context.gemeente,
    [...signaalIds],
    signaalIds.length * REPORTERS_EACH,
  ]);
  for (const listener of listeners) {
    if (told.isNew(listener)) await enqueueForReporter(context, listener, template, variables);
  }
};

/** A reporter and a helper. */
const REPORTERS_EACH = 2;
