import pg from 'pg';
import type { House } from './house.ts';

/** How many signalen the municipality has: half a year of Zoetermeer, with its streets and some eight hundred people of staff. */
const CROWD = 20_000;

/** The small tables' ids as lists, so that each row can take one of each. */
const IDS = `with ids as materialized (select
  (select array_agg(id order by id) from buurt) as buurten,
  (select array_agg(id order by id) from department) as departments,
  (select array_agg(id order by id) from category where parent_id is not null) as categories,
  (select array_agg(id order by id) from account) as accounts,
  (select array_agg(name order by id) from street) as streets,
  (select array_agg(search_name order by id) from street) as searches)`;

const pick = (list: string, by: string): string => `ids.${list}[1 + (${by}) % cardinality(ids.${list})]`;
const JUST_NOW = `timestamptz '2026-11-23 12:00+01' - n * interval '100 milliseconds'`;
const MADE = `timestamptz '2026-11-23 12:00+01' - n * interval '13 minutes'`;

/** Newest first, each with `$1` the gemeente and `$2` how many; the crowd's own numbers begin at a million. */
const STATEMENTS: readonly string[] = [
  `insert into street (gemeente, id, name, search_name, buurt_id)
   ${IDS} select $1, gen_random_uuid(), 'Laan ' || n, 'laan ' || n, ${pick('buurten', 'n')}
   from ids, generate_series(1, $2::int / 10) n`,
  `insert into account (gemeente, id, name, email, created_at)
   select $1, gen_random_uuid(), 'Persoon ' || n, 'persoon' || n || '@voorbeeld.test', ${MADE}
   from generate_series(1, $2::int / 25) n`,
  `insert into account_word (gemeente, word, account_id)
   select $1, word, id from account, unnest(array['persoon', 'persoon' || substr(email, 8, 4)]) word
   where name like 'Persoon %' on conflict do nothing`,
  `insert into role_holding (gemeente, id, account_id, role, valid_from, created_at)
   select $1, gen_random_uuid(), id, 'trekker', '2015-01-01', created_at from account where name like 'Persoon %'`,
  `insert into signaal (gemeente, id, number, kind, source, channel, state, queue, owner_department_id, text,
     category_id, route_reason, complex, place_kind, buurt_id, street, street_search, lat, lon, cell, outcome,
     answer_channel, code_hash, code_sealed, registered_by, received_at, state_since, closed_at)
   ${IDS} select $1, gen_random_uuid(), 1000000 + n,
     (array['report', 'report', 'report', 'question', 'complaint', 'idea'])[1 + n % 6], 'resident',
     (array['web', 'desk', 'phone', 'paper'])[1 + n % 4], state,
     (array['desk', 'wijkregisseur', 'department', 'department'])[1 + n % 4], ${pick('departments', 'n')},
     'De lantaarn ' || n || ' is stuk', ${pick('categories', 'n / 3')}, 'category_department', n % 9 = 0, 'point',
     ${pick('buurten', 'n / 7')}, ${pick('streets', 'n / 5')}, ${pick('searches', 'n / 5')}, 52.05, 4.49,
     '8a196' || n % 900, case when state = any (array['closed', 'done', 'answered']) then 'solved' end, 'none',
     'crowd' || n, '\\x00', case when n % 4 > 0 then ${pick('accounts', 'n')} end, ${MADE}, ${MADE},
     case when state = 'closed' then ${MADE} end
   from ids, generate_series(1, $2::int) n, lateral (select
     (array['received', 'assigned', 'planned', 'reopened', 'done', 'answered'])[1 + n % 60] as open) o,
     lateral (select coalesce(o.open, 'closed') as state) s`,
  `insert into assignment (gemeente, id, signaal_id, sequence, department_id, state, offered_at, offered_by, executed_on,
     outcome, answer, state_since)
   select $1, gen_random_uuid(), id, 1, owner_department_id, part.state, received_at, 'rule',
     case when part.state = 'done' then date '2026-11-01' end, case when part.state = 'done' then 'solved' end,
     case when part.state = 'done' then 'Hersteld.' end, received_at
   from signaal s, lateral (select case when number % 40 = 1 then 'offered' when number % 40 = 2 then 'accepted'
     else 'done' end) part (state) where number > 1000000`,
  `insert into signaal_word (gemeente, word, signaal_id)
   select $1, word, id from signaal, unnest(array['lantaarn', 'stuk', 'nummer' || number, 'straat' || number % 500]) word
   where number > 1000000`,
  `insert into feedback (gemeente, id, signaal_id, direction, kind, text, channel, created_at)
   select $1, gen_random_uuid(), id, 'to_reporter', said.kind, 'Wij gaan kijken.', 'web', received_at
   from signaal, unnest(array['plan', 'outcome']) said (kind) where number > 1000000`,
  `insert into term (gemeente, id, kind, object_kind, object_id, started_at, due_at, state)
   select $1, gen_random_uuid(), due.kind, 'signaal', id, received_at, received_at + interval '400 days',
     case when number % 20 = 0 then 'open' else 'met' end
   from signaal, unnest(array['triage', 'contact_wipe']) due (kind) where number > 1000000`,
  `insert into reporter (gemeente, id, signaal_id, part, name_index, mail_index, phone_index, postcode_index, channel,
     created_at, wiped_at)
   select $1, gen_random_uuid(), id, 'reporter', 'n' || number % 5000, 'm' || number, 'p' || number, 'c' || number % 9000,
     'none', received_at, received_at from signaal where number > 1000000`,
  `insert into history (gemeente, id, at, actor_kind, noun, object_id, action, after)
   select $1, gen_random_uuid(), received_at, 'resident', 'signaal', id::text, action, '{}'
   from signaal, unnest(array['signaal.given', 'signaal.closed']) action where number > 1000000`,
  `insert into message (gemeente, id, template, recipient_kind, recipient_id, object_id, channel, variables, state,
     created_at, settled_at)
   select $1, gen_random_uuid(), 'signaal.receipt', 'reporter', gen_random_uuid(), id, 'mail', '{}', 'sent',
     received_at, received_at from signaal where number > 1000000`,
  `insert into access_log (gemeente, id, at, account_id, kind)
   ${IDS} select $1, gen_random_uuid(), ${MADE}, ${pick('accounts', 'n')}, 'signed_in' from ids, generate_series(1, $2::int) n`,
  `insert into notice (gemeente, id, account_id, kind, object_kind, object_id, created_at, seen_at)
   ${IDS} select $1, gen_random_uuid(), ${pick('accounts', 'n')}, 'triage', 'signaal', gen_random_uuid(), ${MADE}, ${MADE}
   from ids, generate_series(1, $2::int) n`,
  `insert into session (gemeente, id, token_hash, account_id, created_at, last_seen_at, expires_at)
   ${IDS} select $1, gen_random_uuid(), 'crowd' || n, ${pick('accounts', 'n')}, ${JUST_NOW}, ${JUST_NOW}, ${JUST_NOW} + interval '12 hours'
   from ids, generate_series(1, $2::int / 4) n`,
  `insert into sign_in_link (gemeente, id, token_hash, account_id, created_at, expires_at)
   ${IDS} select $1, gen_random_uuid(), 'crowd' || n, ${pick('accounts', 'n')}, ${JUST_NOW}, ${JUST_NOW} + interval '1 hour'
   from ids, generate_series(1, $2::int / 4) n`,
  `insert into file (gemeente, id, object_kind, object_id, content_type, bytes, created_at)
   select $1, gen_random_uuid(), 'signaal', id, 'image/jpeg', '\\x00', received_at from signaal where number % 5 = 0`,
  `insert into draft (gemeente, id, key_hash, form, content, created_at, expires_at)
   select $1, gen_random_uuid(), 'crowd' || n, 'report', '\\x00', ${MADE}, ${MADE} + interval '400 days'
   from generate_series(1, $2::int / 4) n`,
  `insert into idempotency (gemeente, key_hash, result_id, created_at)
   select $1, 'crowd' || n, gen_random_uuid(), ${JUST_NOW} from generate_series(1, $2::int) n`,
  `insert into handled_event (gemeente, queue, event_id, at)
   select $1, 'signaal.words', gen_random_uuid(), ${JUST_NOW} from generate_series(1, $2::int) n`,
  `insert into rate_count (gemeente, bucket, window_start, used)
   select $1, 'crowd' || n, ${JUST_NOW}, 1 from generate_series(1, $2::int / 4) n`,
  `insert into guard_override (gemeente, id, signaal_id, account_id, kinds, reason, at)
   ${IDS} select $1, gen_random_uuid(), s.id, ${pick('accounts', 's.number::int')}, '{}', 'naam van een winkel', s.received_at
   from ids, signaal s where s.number % 8 = 0`,
];

/** Makes the municipality of the house as busy as a real one, past the commands: what is measured is how it is read. */
export const makeCrowd = async ({ test, town }: House): Promise<void> => {
  const client = new pg.Client({ connectionString: test.urls.ownerUrl });
  await client.connect();
  try {
    await client.query(
      `begin; set local app.gemeente = '${town.gemeente}'; set local synchronous_commit = off`,
    );
    for (const sql of STATEMENTS) {
      await client.query(sql, sql.includes('$2') ? [town.gemeente, CROWD] : [town.gemeente]);
    }
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
};
