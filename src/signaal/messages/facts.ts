import { publicPhone, readSettings } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { MessageRow } from '#platform/mail/template.ts';
import { open } from '#platform/secrets/index.ts';
import type { Lang } from '#platform/texts/catalogue.ts';
import type { World } from '#platform/world.ts';
import { type Contact, openContact } from '../store/contact.ts';
import { codePlace } from '../store/insert.ts';

/** Everything a message to a reporter may tell; no word of the signaal, only what we answered. */
export interface MessageFacts {
  readonly contact: Contact;
  readonly lang: Lang;
  readonly part: 'reporter' | 'helper';
  readonly gemeente: string;
  /** The number that residents call; else that of the desk. */
  readonly phone: string | null;
  readonly code: string;
  readonly url: string;
  readonly number: number;
  readonly kind: string;
  readonly queue: 'desk' | 'wijkregisseur' | 'department';
  readonly owner: string;
  readonly receivedAt: Date;
  readonly plannedOn: string | null;
  readonly hearBy: string | null;
  /** Until when "niet opgelost" can be said. */
  readonly objectionUntil: Date | null;
  /** The day at which the reporter hears something in any case. */
  readonly nextWord: Date | null;
  /** What we wrote to the reporter in this message, when it carries something written. */
  readonly said: string | null;
  /** The day of what it joined ("ik ook"); null when it stands on its own. */
  readonly joinedOf: Date | null;
}

interface Row {
  readonly sealed: Buffer | null;
  readonly lang: Lang;
  readonly part: 'reporter' | 'helper';
  readonly code_sealed: Buffer;
  readonly number: number;
  readonly kind: string;
  readonly queue: MessageFacts['queue'];
  readonly owner: string;
  readonly received_at: Date;
  readonly planned_on: string | null;
  readonly hear_by: string | null;
  readonly tenant: string;
  readonly phone: string | null;
  readonly objection_until: Date | null;
  readonly next_word: Date | null;
  readonly said: string | null;
  readonly joined_of: Date | null;
}

const FACTS = `
  select r.sealed, r.lang, r.part, s.code_sealed, s.number, s.kind, w.queue, d.name as owner, s.received_at,
    w.planned_on, w.hear_by, t.name as tenant, case when s.joined then w.received_at end as joined_of,
    (select dd.public_contact from department dd
      where dd.gemeente = $1 and dd.kind = 'desk' and dd.public_contact is not null order by dd.id limit 1) as phone,
    (select max(o.due_at) from term o where o.gemeente = $1 and o.object_id = any (array[s.id, w.id])
      and o.kind = 'objection'
      and o.state = 'open') as objection_until,
    (select min(n.due_at) from term n where n.gemeente = $1 and n.state = 'open'
      and n.kind = any (array['status', 'question', 'reopened', 'hear_by', 'planned_on'])
      and n.object_id = any (array(select a.id from assignment a
        where a.gemeente = $1 and a.signaal_id = w.id) || w.id)) as next_word,
    (select f.text from feedback f where f.gemeente = $1 and f.signaal_id = any (array[s.id, w.id]) and f.id = $4::uuid
      and f.direction = 'to_reporter' and f.text_wiped_at is null) as said
  from reporter r
  join signaal s on s.gemeente = $1 and s.id = r.signaal_id
  -- whoever joined or was merged hears how the whole stands
  join signaal w on w.gemeente = $1 and w.id = case when s.duplicate_of is null then s.id else s.duplicate_of end
  join department d on d.gemeente = $1 and d.id = w.owner_department_id
  join tenant t on t.gemeente = $1
  where r.gemeente = $1 and r.id = $2 and r.signaal_id = $3`;

/** Reads and opens what one message needs at the moment of sending; null when the contact is gone. */
export const messageFacts = async (
  world: World,
  db: TenantDb,
  message: MessageRow,
): Promise<MessageFacts | null> => {
  const { gemeente, recipientId, objectId } = message;
  const feedbackId = message.variables.feedbackId;
  const said = typeof feedbackId === 'string' && isId(feedbackId) ? feedbackId : null;
  const [row] = await runSql<Row>(db, FACTS, [gemeente, recipientId, objectId, said]);
  if (!row?.sealed || objectId === null) return null;
  const settings = await readSettings(db, gemeente, isoDate(world.clock.now()));
  const code = open(world.keyring, row.code_sealed, codePlace(gemeente, objectId));
  return {
    contact: openContact(world.keyring, gemeente, recipientId, row.sealed),
    lang: row.lang,
    part: row.part,
    gemeente: row.tenant,
    phone: settings.get(publicPhone) || row.phone,
    code,
    url: `${world.publicUrl(gemeente)}/volg/${code}`,
    number: row.number,
    kind: row.kind,
    queue: row.queue,
    owner: row.owner,
    receivedAt: row.received_at,
    plannedOn: row.planned_on,
    hearBy: row.hear_by,
    objectionUntil: row.objection_until,
    nextWord: row.next_word,
    said: row.said,
    joinedOf: row.joined_of,
  };
};
