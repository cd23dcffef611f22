import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Receipt } from './crowd.ts';

/** What the crowd and its mail server know; the database must agree. */
export interface Ground {
  /** Stands in the text of every signaal of the crowd. */
  readonly word: string;
  readonly receipts: readonly Receipt[];
  /** How often each message arrived, asked when all is done. */
  readonly arrived: () => ReadonlyMap<string, number>;
}

const GIVEN = `select gemeente, id, number, state, text from signaal where text like '%(' || $1 || ' %'`;
const MESSAGES = `select m.* from (${GIVEN}) g join message m on m.gemeente = g.gemeente and m.object_id = g.id`;
/** Marks, and whether each gave a photo or said more. */
const SHOWN = 'select * from unnest($2::text[], $3::boolean[], $4::boolean[]) as r (mark, photo, added)';
const OF_MARK = `s.text like '%(' || r.mark || ')%'`;

/** Every signaal should have exactly one of `what`; the rows that have none or more. */
const notOne = (what: string): string =>
  `select 1 from (${GIVEN}) g where (select count(*) from ${what}) <> 1`;

/** For each event of a row there is one job of each subscribed queue, done, and noted as handled. */
const notHandledOnce = (rows: string, queue: string, event: string): string =>
  `select 1 from (${rows}) e where (select count(*) from jobs.job j where j.name = '${queue}'
     and j.data->>'name' = '${event}' and j.data->>'objectId' = e.id::text and j.state = 'completed'
     and exists (select 1 from handled_event h where h.gemeente = e.gemeente and h.queue = j.name
       and h.event_id::text = j.data->>'id')) <> 1`;

/**
 * Questions of which every answer must be no rows at all. Parameters: the crowd's word, then the marks of its receipts and
 * which of them came with a photo and with an addition.
 */
const QUESTIONS = {
  receiptWithoutSignaal: `select 1 from (${SHOWN}) r where not exists (select 1 from (${GIVEN}) s where ${OF_MARK})`,
  formStoredTwice: `select 1 from (${SHOWN}) r join (${GIVEN}) s on ${OF_MARK} group by r.mark having count(*) > 1`,
  signaalWithoutReceipt: `select 1 from (${GIVEN}) s where not exists (select 1 from (${SHOWN}) r where ${OF_MARK})`,
  notOneHistoryOfGiving: notOne(
    `history h where h.gemeente = g.gemeente and h.object_id = g.id::text and h.action = 'given'`,
  ),
  notOneStatusTerm: notOne(
    `term t where t.gemeente = g.gemeente and t.object_id = g.id and t.kind = 'status'`,
  ),
  withoutHolder: `select 1 from (${GIVEN}) g where (g.state = 'assigned') <> ((select count(*) from assignment a
     where a.gemeente = g.gemeente and a.signaal_id = g.id) = 1)
     or not exists (select 1 from term t where t.gemeente = g.gemeente and t.state = 'open'
       and t.kind in ('triage', 'assignment') and (t.object_id = g.id or t.object_id in
         (select a.id from assignment a where a.gemeente = g.gemeente and a.signaal_id = g.id)))`,
  notOneReporter: notOne(`reporter p where p.gemeente = g.gemeente and p.signaal_id = g.id`),
  withoutWordsToFindIt: `select 1 from (${GIVEN}) g where not exists
     (select 1 from signaal_word w where w.gemeente = g.gemeente and w.signaal_id = g.id and w.word = 'tak')`,
  notItsPhoto: `select 1 from (${SHOWN}) r join (${GIVEN}) s on ${OF_MARK} where r.photo <> ((select count(*)
     from file f where f.gemeente = s.gemeente and f.object_id = s.id) = 1)`,
  notItsAddition: `select 1 from (${SHOWN}) r join (${GIVEN}) s on ${OF_MARK} where r.added <> ((select count(*)
     from feedback f where f.gemeente = s.gemeente and f.signaal_id = s.id and f.kind = 'addition') = 1)`,
  numberTwice: 'select 1 from signaal group by gemeente, number having count(*) > 1',
  // A number is counted in the transaction of its signaal, so what was rolled back leaves no gap either.
  numberMissing: `select 1 from (select min(number) as least, max(number) as most, count(distinct number) as n
     from signaal where gemeente in (select gemeente from (${GIVEN}) g) group by gemeente) c where most - least + 1 <> n`,
  numberAhead: `select 1 from signaal_number c where c.gemeente in (select gemeente from (${GIVEN}) g)
     and c.next <> (select max(number) + 1 from signaal s where s.gemeente = c.gemeente)`,
  notOneReceiptMessage: notOne(
    `message m where m.gemeente = g.gemeente and m.object_id = g.id and m.template = 'signaal.receipt'`,
  ),
  messageNotSent: `select 1 from (${MESSAGES}) m where m.state <> 'sent' or (select count(*) from history h
     where h.gemeente = m.gemeente and h.object_id = m.id::text and h.action = 'message.sent') <> 1`,
  receivedNotHandledOnce: notHandledOnce(GIVEN, 'focuspunt.patterns-after', 'signaal.received'),
  messageNotHandledOnce: notHandledOnce(MESSAGES, 'mail-send', 'message.queued'),
  handledWithoutEvent: `select 1 from handled_event h where h.gemeente in (select gemeente from (${GIVEN}) g)
     and not exists (select 1 from jobs.job j where j.name = h.queue and j.data->>'id' = h.event_id::text)`,
  onceKeyOfNothing: `select 1 from idempotency i where not exists
     (select 1 from signaal s where s.gemeente = i.gemeente and s.id = i.result_id)
     and i.gemeente in (select gemeente from (${GIVEN}) g)`,
  jobStuck: `select 1 from jobs.job j where j.state in ('created', 'retry', 'active', 'failed')
     and j.name not in (select name from jobs.schedule) and j.name not like '\\_\\_pgboss%' or j.name = 'dead-letters'`,
} as const;

/** The name of a question whose answer must be nothing. */
export type Question = keyof typeof QUESTIONS;
/** How many rows answer each question; every figure must be zero. */
export type Wrongs = Readonly<Record<Question | 'mailNeverArrived', number>>;

/** Asks everything, as the database's own administrator: past the row policies, to look and not to touch. */
export const examine = async (client: pg.Client, ground: Ground): Promise<Wrongs> => {
  const { word, receipts } = ground;
  const arrived = ground.arrived();
  const parameters = [
    word,
    receipts.map(({ mark }) => mark),
    receipts.map(({ photo }) => photo),
    receipts.map(({ added }) => added),
  ];
  const wrongs: Record<string, number> = {};
  for (const [name, sql] of Object.entries(QUESTIONS)) {
    // Each parameter is named once, for PostgreSQL wants to know the type of all.
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from (${sql}) as wrong
       where $1::text is not null and $2::text[] is not null and $3::boolean[] is not null and $4::boolean[] is not null`,
      parameters,
    );
    wrongs[name] = rows[0]?.n ?? -1;
  }
  const { rows } = await client.query<{ id: string }>(`select id from (${MESSAGES}) m`, [word]);
  return {
    ...(wrongs as Record<Question, number>),
    mailNeverArrived: rows.filter(({ id }) => !arrived.has(id)).length,
  };
};

const PATIENCE = 240_000;

/** What still has to be done: events, and mails that wait. */
const WAITING = `select (select count(*) from jobs.job j where j.state in ('created', 'retry', 'active')
    and j.name not in (select name from jobs.schedule) and j.name not like '\\_\\_pgboss%')
  + (select count(*) from message where state = 'queued' and channel = 'mail') as n`;

/**
 * Waits until the jobs have done what was asked, at most four minutes: a job whose process died comes back after its two
 * minutes. Gives the milliseconds that it took.
 */
export const settleDown = async (client: pg.Client): Promise<number> => {
  const began = performance.now();
  for (;;) {
    const { rows } = await client.query<{ n: string }>(WAITING);
    const took = performance.now() - began;
    if (Number(rows[0]?.n) === 0 || took > PATIENCE) return took;
    await pause(500);
  }
};
