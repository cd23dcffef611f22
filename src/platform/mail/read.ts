import { runSql, type TenantDb } from '../database/tenant-transaction.ts';
import { type ListPage, listPage, readCursor } from '../paging.ts';
import { MESSAGE_COLUMNS, type MessageColumns } from './office.ts';
import type { MessageChannel } from './template.ts';

/** A message as lists show it: never whom it is for, nor what it says. */
export interface MessageLine {
  readonly id: string;
  readonly template: string;
  readonly channel: MessageChannel;
  readonly state: string;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly errorCode: string | null;
}

const LINE = `id, template, channel, state, created_at as "createdAt", attempts, error_code as "errorCode"`;
const PAGE = 25;

interface ListOptions {
  readonly gemeente: string;
  readonly after: string | undefined;
}

const cursorOf = (line: MessageLine) => ({ at: line.createdAt, id: line.id });

/** Messages in one state, oldest first. */
export const messagesInState = async (
  db: TenantDb,
  { gemeente, after, state }: ListOptions & { state: 'failed' | 'queued' },
): Promise<ListPage<MessageLine>> => {
  const cursor = readCursor(after);
  const rows = await runSql<MessageLine>(
    db,
    `select ${LINE} from message where gemeente = $1 and state = $2
       ${cursor ? 'and (created_at, id) > ($3, $4)' : ''} order by created_at, id limit ${PAGE + 1}`,
    [gemeente, state, ...(cursor ? [cursor.at, cursor.id] : [])],
  );
  return listPage(rows, PAGE, cursorOf);
};

/** Mails that were tried in vain and wait to be tried again. */
export interface WaitingMail {
  /** At most {@link MOST_COUNTED}. */
  readonly count: number;
  readonly since: Date;
  readonly errorCode: string | null;
}

/** Waiting mails are counted up to here: more makes no difference to whoever must mend the mail server. */
export const MOST_COUNTED = 1_000;

/** The mails that wait for a mail server that does not work; undefined when there are none. */
export const waitingMail = async (db: TenantDb, gemeente: string): Promise<WaitingMail | undefined> => {
  const rows = await runSql<WaitingMail>(
    db,
    `select count(*)::int as count, min(created_at) as since,
       (array_agg(error_code order by next_try_at desc))[1] as "errorCode"
     from (select created_at, next_try_at, error_code from message where gemeente = $1 and channel = 'mail'
       and state = 'queued' and attempts > 0 order by created_at, id limit ${MOST_COUNTED}) as waiting
     having count(*) > 0`,
    [gemeente],
  );
  return rows[0];
};

/** Letters or calls that wait, oldest first. */
export const waitingOn = async (
  db: TenantDb,
  { gemeente, after, channel }: ListOptions & { channel: 'letter' | 'phone' },
): Promise<ListPage<MessageLine>> => {
  const cursor = readCursor(after);
  const rows = await runSql<MessageLine>(
    db,
    `select ${LINE} from message where gemeente = $1 and channel = $2 and state = 'queued'
       ${cursor ? 'and (created_at, id) > ($3, $4)' : ''} order by created_at, id limit ${PAGE + 1}`,
    [gemeente, channel, ...(cursor ? [cursor.at, cursor.id] : [])],
  );
  return listPage(rows, PAGE, cursorOf);
};

/** The newest messages of all kinds; for the demonstration's post page. */
export const newestMessages = async (
  db: TenantDb,
  { gemeente, after }: ListOptions,
): Promise<ListPage<MessageLine>> => {
  const cursor = readCursor(after);
  const rows = await runSql<MessageLine>(
    db,
    `select ${LINE} from message where gemeente = $1
       ${cursor ? 'and (created_at, id) < ($2, $3)' : ''} order by created_at desc, id desc limit ${PAGE + 1}`,
    [gemeente, ...(cursor ? [cursor.at, cursor.id] : [])],
  );
  return listPage(rows, PAGE, cursorOf);
};

/** One message whole; undefined when there is none. */
export const findMessage = async (
  db: TenantDb,
  gemeente: string,
  id: string,
): Promise<MessageColumns | undefined> => {
  const rows = await runSql<MessageColumns>(
    db,
    `select ${MESSAGE_COLUMNS} from message where gemeente = $1 and id = $2`,
    [gemeente, id],
  );
  return rows[0];
};

/** The letters of one stack, in the order in which they were asked for; a stack holds at most a hundred. */
export const lettersOf = (db: TenantDb, gemeente: string, batchId: string): Promise<MessageColumns[]> =>
  runSql<MessageColumns>(
    db,
    `select ${MESSAGE_COLUMNS} from message where gemeente = $1 and batch_id = $2 order by id limit 100`,
    [gemeente, batchId],
  );

/** One day's stack of letters. */
export interface Stack {
  readonly id: string;
  readonly madeAt: Date;
  readonly letters: number;
}

/** One stack; undefined when there is none. */
export const findStack = async (db: TenantDb, gemeente: string, id: string): Promise<Stack | undefined> => {
  const rows = await runSql<Stack>(
    db,
    'select id, made_at as "madeAt", letters from print_batch where gemeente = $1 and id = $2',
    [gemeente, id],
  );
  return rows[0];
};

/** The latest stacks, newest first. */
export const latestStacks = (db: TenantDb, gemeente: string): Promise<Stack[]> =>
  runSql<Stack>(
    db,
    `select id, made_at as "madeAt", letters from print_batch where gemeente = $1
     order by made_at desc, id desc limit 10`,
    [gemeente],
  );
