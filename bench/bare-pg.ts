import pg from 'pg';
import type { Inside, Sent } from './inside.ts';
import type { Run } from './pages.ts';
import { hostOf } from './tenants.ts';
import { fillIn, spotOf } from './visitor.ts';

/** Where the number of a signaal is given out. */
const NUMBER = /insert into signaal_number/;

/** The transaction that stores something, of all that a last click asks; reading the receipt comes after it. */
const transactionOf = (sent: readonly Sent[]): Sent[] => {
  const at = sent.findIndex(({ text }) => NUMBER.test(text));
  const from = sent.slice(0, at).findLastIndex(({ text }) => text.startsWith('begin'));
  const to = sent.findIndex(({ text }, place) => place > at && text === 'commit');
  if (at < 0 || from < 0 || to < 0) throw new Error('The last click stored nothing');
  return sent.slice(from, to + 1);
};

/** The recorded number makes way for the one that the replay is given. */
const replay = async (client: pg.Client, sent: readonly Sent[]): Promise<void> => {
  let [recorded, given]: unknown[] = [];
  for (const { name, text, values, answer } of sent) {
    const now = values.map((value) => (recorded !== undefined && value === recorded ? given : value));
    const { rows } = await client.query({ text, values: now, ...(name ? { name } : {}) });
    if (!NUMBER.test(text)) continue;
    recorded = (answer as { number: unknown }).number;
    given = Number((rows[0] as { number: unknown }).number);
  }
};

/** The receipt of what was rolled back cannot be found. */
const isUndone = (error: unknown): void => {
  if (!(error instanceof Error)) throw error;
};

/** What the same statements of the same last clicks reach through bare `pg`, so many at a time: commits a second. */
export const bareGiving = async (run: Run, inside: Inside, gemeente: string): Promise<number> => {
  const { ground, options } = run;
  const waiting: Sent[][] = [];
  for (let n = 0; n < (options.quick ? 60 : 250); n += 1) {
    const at = { origin: inside.origin, host: hostOf(gemeente) };
    const form = await fillIn([at], `bare ${n}`, { antwoord: 'none' }, spotOf(n));
    waiting.push(transactionOf(await inside.record(() => form.send().catch(isUndone), true)));
  }
  const count = waiting.length;
  const clients = Array.from(
    { length: options.connections },
    () => new pg.Client({ connectionString: ground.appUrl }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  const began = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await replay(client, next);
    }),
  );
  const perSecond = count / ((performance.now() - began) / 1000);
  await Promise.all(clients.map((client) => client.end()));
  return perSecond;
};
