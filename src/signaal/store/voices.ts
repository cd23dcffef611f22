import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { enqueue } from '#platform/mail/outbox.ts';

/** One person who must hear something about a signaal: by id and channel, never by name or address. */
export interface Voice {
  readonly reporterId: string;
  readonly signaalId: string;
  readonly channel: 'mail' | 'letter' | 'phone';
}

/** More voices than this are never behind one matter. */
const MOST_VOICES = 5_000;

/** Whoever left the same address twice is one person; without an address to compare a reporter is himself. */
const PERSON = `coalesce(
  case r.channel when 'mail' then r.mail_index when 'phone' then r.phone_index
    else r.name_index || ' ' || r.postcode_index end, r.id::text)`;

const VOICES = `
  with heard as (
    select ${PERSON} as person from reporter r where r.gemeente = $1 and r.id = any ($3::uuid[])),
  behind as (
    select id from signaal where gemeente = $1 and id = any ($2::uuid[])
    union
    select id from signaal where gemeente = $1 and duplicate_of = any ($2::uuid[])),
  voice as (
    select r.id, r.signaal_id, r.channel, ${PERSON} as person
    from behind join reporter r on r.gemeente = $1 and r.signaal_id = behind.id
    where r.channel <> 'none' and r.wiped_at is null)
  select distinct on (v.person) v.id as "reporterId", v.signaal_id as "signaalId", v.channel
  from voice v where v.person not in (select person from heard)
  order by v.person, v.id limit ${MOST_VOICES}`;

/**
 * Everybody who spoke in these signalen, those who joined them or were merged into them included: each person once, in
 * his own channel, without those who chose no answer, were wiped, or are among the `heard` reporters already.
 */
export const reportersBehind = (
  { db, gemeente }: Pick<Context, 'db' | 'gemeente'>,
  signaalIds: readonly string[],
  heard: readonly string[],
): Promise<Voice[]> => runSql<Voice>(db, VOICES, [gemeente, [...signaalIds], [...heard]]);

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
