import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { enqueue } from '#platform/mail/outbox.ts';
import { LISTENER, type Listener, People, type Voice } from './people.ts';

/** More voices than this are never behind one matter. */
const MOST_VOICES = 5_000;

const HEARD = `select ${LISTENER} from reporter r where r.gemeente = $1 and r.id = any ($2::uuid[])`;

const VOICES = `
  with behind as (
    select id from signaal where gemeente = $1 and id = any ($2::uuid[])
    union
    select id from signaal where gemeente = $1 and duplicate_of = any ($2::uuid[]))
  select ${LISTENER}
  from behind join reporter r on r.gemeente = $1 and r.signaal_id = behind.id
  where r.channel <> 'none' and r.wiped_at is null
  order by r.id limit ${MOST_VOICES}`;

/**
 * Everybody who spoke in these signalen, those who joined them or were merged into them included: each person once, in
 * his own channel, without those who chose no answer, were wiped, or are among the `heard` reporters already.
 */
export const reportersBehind = async (
  context: Pick<Context, 'db' | 'gemeente' | 'world'>,
  signaalIds: readonly string[],
  heard: readonly string[],
): Promise<Voice[]> => {
  const { db, gemeente } = context;
  const people = new People(context);
  if (heard.length > 0) {
    for (const one of await runSql<Listener>(db, HEARD, [gemeente, [...heard]])) people.isNew(one);
  }
  const voices = await runSql<Listener>(db, VOICES, [gemeente, [...signaalIds]]);
  return voices
    .filter((voice) => people.isNew(voice))
    .map(({ reporterId, signaalId, channel }) => ({ reporterId, signaalId, channel }));
};

/** Puts a message of any room for one voice in the outbox; its template comes from `reporterTemplate`. */
export const tellVoice = (
  context: Context,
  voice: Voice,
  template: string,
  variables: Readonly<Record<string, string | number>>,
): Promise<string> =>
  enqueue(context, {
    template,
    recipientKind: 'reporter',
    recipientId: voice.reporterId,
    objectId: voice.signaalId,
    channel: voice.channel,
    variables,
  });
