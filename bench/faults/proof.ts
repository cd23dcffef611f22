import type pg from 'pg';
import { examine, type Ground, type Question } from './examine.ts';

const SOME = `(select id from signaal where text like '%(' || $1 || ' %' order by id limit 1)`;
const ONE = `id = ${SOME}`;
const ITS_MESSAGE = `(select id from message where object_id = ${SOME} and template = 'signaal.receipt')`;
const doubled = (table: string, columns: string, which: string): string =>
  `insert into ${table} (gemeente, id, ${columns}) select gemeente, gen_random_uuid(), ${columns} from ${table} where ${which}`;

/** What would have gone wrong in the database for each question: done on purpose, and taken back. */
const DAMAGE: Readonly<Record<Question, string | readonly string[]>> = {
  receiptWithoutSignaal: `delete from signaal where ${ONE}`,
  formStoredTwice: `insert into signaal select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(),
      'number', s.number + 1000000, 'code_hash', 'other'))).* from signaal s where ${ONE}`,
  signaalWithoutReceipt: `update signaal set text = '(' || $1 || ' nobody.)' where ${ONE}`,
  notOneHistoryOfGiving: doubled(
    'history',
    'at, actor_kind, noun, object_id, action',
    `object_id = ${SOME}::text and action = 'given'`,
  ),
  notOneStatusTerm: `delete from term where object_id = ${SOME} and kind = 'status'`,
  withoutHolder: `update term set state = 'cancelled' where object_id = ${SOME}
      or object_id in (select id from assignment where signaal_id = ${SOME})`,
  notOneReporter: `delete from reporter where signaal_id = ${SOME}`,
  withoutWordsToFindIt: `delete from signaal_word where signaal_id = ${SOME}`,
  notItsPhoto: `delete from file where object_id in (select id from signaal where text like '%(' || $1 || ' %')`,
  notItsAddition: doubled(
    'feedback',
    'signaal_id, direction, kind, text, channel, created_at',
    `kind = 'addition' and signaal_id in (select id from signaal where text like '%(' || $1 || ' %')`,
  ),
  numberTwice: ['drop index signaal_by_number', `update signaal set number = number + 1 where ${ONE}`],
  numberMissing: `delete from signaal where ${ONE}`,
  numberAhead: `update signaal_number set next = next + 1 where $1 <> ''`,
  notOneReceiptMessage: doubled(
    'message',
    'template, recipient_kind, recipient_id, object_id, channel, variables, state, created_at',
    `id = ${ITS_MESSAGE}`,
  ),
  messageNotSent: `update message set state = 'queued' where id = ${ITS_MESSAGE}`,
  receivedNotHandledOnce: `delete from jobs.job where data->>'objectId' = ${SOME}::text`,
  messageNotHandledOnce: `delete from handled_event where queue = 'mail-send' and event_id::text in
      (select data->>'id' from jobs.job where data->>'objectId' = ${ITS_MESSAGE}::text)`,
  handledWithoutEvent: `update handled_event set event_id = gen_random_uuid() where $1 <> ''`,
  onceKeyOfNothing: `delete from signaal where ${ONE}`,
  jobStuck: `update jobs.job set state = 'retry' where data->>'objectId' = ${SOME}::text`,
};

/**
 * Shows that the examination could have failed: each kind of damage is done, must be found, and is rolled back. Gives the
 * questions that did not see theirs. Needs a ground with at least one photo and one addition.
 */
export const blindQuestions = async (client: pg.Client, ground: Ground): Promise<string[]> => {
  const before = await examine(client, ground);
  const blind: string[] = [];
  for (const [question, damage] of Object.entries(DAMAGE)) {
    // Without its triggers: keys to other tables would refuse what we must be able to see.
    await client.query(`begin; set local session_replication_role = replica`);
    try {
      for (const sql of [damage].flat()) await client.query(sql, sql.includes('$1') ? [ground.word] : []);
      const after = await examine(client, ground);
      if (after[question as Question] <= before[question as Question]) blind.push(question);
    } finally {
      await client.query('rollback');
    }
  }
  const nothingCame = await examine(client, { ...ground, arrived: () => new Map() });
  if (nothingCame.mailNeverArrived === 0) blind.push('mailNeverArrived');
  return blind;
};
