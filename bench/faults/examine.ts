import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

/** What is wrong in the database after the faults; every figure must be zero. */
export interface Wrongs {
  readonly receiptsWithoutSignaal: number;
  readonly signalenWithoutReceipt: number;
  readonly signalenWithoutHolder: number;
  readonly signalenWithoutHistory: number;
  readonly doubledHistory: number;
  readonly signalenWithoutWord: number;
  readonly doubledWords: number;
  readonly messagesNeverSettled: number;
  readonly eventsLost: number;
  readonly numbersTwice: number;
}

/** Reads the wrongs as the database's own administrator, of the signalen that the crowd gave. */
export const examine = async (
  client: pg.Client,
  codes: readonly string[],
  found: number,
): Promise<Wrongs> => {
  const count = async (sql: string): Promise<number> => {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from (${sql}) as wrong`);
    return rows[0]?.n ?? -1;
  };
  const given = `select gemeente, id, number from signaal where text like '%(storing %'`;
  const total = await count(given);
  const distinct = new Set(codes).size;
  return {
    receiptsWithoutSignaal: distinct - found,
    signalenWithoutReceipt: total - distinct,
    signalenWithoutHolder: await count(`select 1 from (${given}) g where not exists (
      select 1 from term t where t.gemeente = g.gemeente and t.state = 'open' and (t.object_id = g.id
        or t.object_id in (select a.id from assignment a where a.gemeente = g.gemeente and a.signaal_id = g.id)))`),
    signalenWithoutHistory: await count(`select 1 from (${given}) g where not exists (
      select 1 from history h where h.gemeente = g.gemeente and h.object_id = g.id::text and h.action = 'given')`),
    doubledHistory: await count(`select 1 from (${given}) g join history h on h.gemeente = g.gemeente
      and h.object_id = g.id::text and h.action = 'given' group by g.id having count(*) > 1`),
    signalenWithoutWord: await count(`select 1 from (${given}) g where not exists (
      select 1 from message m where m.gemeente = g.gemeente and m.object_id = g.id)`),
    doubledWords: await count(`select 1 from (${given}) g join message m on m.gemeente = g.gemeente
      and m.object_id = g.id group by g.id, m.template having count(*) > 1`),
    messagesNeverSettled: await count(`select 1 from (${given}) g join message m on m.gemeente = g.gemeente
      and m.object_id = g.id where m.state = 'queued'`),
    eventsLost: await count(`select 1 from pgboss.job where state in ('failed') or name = 'dead-letters'`),
    numbersTwice: await count(`select 1 from signaal group by gemeente, number having count(*) > 1`),
  };
};

const PATIENCE = 240_000;

/** Waits until the jobs have done what was asked: a job whose process died comes back after its two minutes. */
export const settleDown = async (client: pg.Client): Promise<void> => {
  const began = performance.now();
  for (;;) {
    const { rows } = await client.query<{ n: number }>(
      `select (select count(*) from pgboss.job j where j.state in ('created', 'retry', 'active')
           and j.name not in (select name from pgboss.schedule) and j.name not like '\\_\\_pgboss%')
         + (select count(*) from message where state = 'queued') as n`,
    );
    if (Number(rows[0]?.n) === 0 || performance.now() - began > PATIENCE) return;
    await pause(1_000);
  }
};
