import { setTimeout as pause } from 'node:timers/promises';
import { fillIn, visit } from '../visitor.ts';

/** What a crowd saw while the program was being killed. */
export interface Seen {
  /** The codes on the receipts, each of a form of its own. */
  readonly codes: string[];
  /** Forms that were filled in to the last button and never got a receipt, however often they were sent. */
  readonly lost: string[];
  /** How often somebody met a closed door and tried again. */
  readonly retries: { count: number };
  /** Pages that were read meanwhile. */
  readonly reads: { count: number };
}

/** People who give signalen and read pages until they are told to go home. */
export interface Crowd {
  readonly seen: Seen;
  readonly goHome: () => Promise<void>;
}

const TRIES = 400;
const READ = ['/', '/wijken', '/focuspunten', '/raad'] as const;

/** Does something until it works, as a patient visitor would; undefined when it never does. */
const patiently = async <T>(seen: Seen, work: () => Promise<T>): Promise<T | undefined> => {
  for (let turn = 0; turn < TRIES; turn += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      seen.retries.count += 1;
      await pause(100);
    }
  }
  return undefined;
};

/** Lets `givers` people fill in form after form, and `readers` read, until they go home. */
export const gather = (origins: readonly string[], givers: number, readers: number): Crowd => {
  const seen: Seen = { codes: [], lost: [], retries: { count: 0 }, reads: { count: 0 } };
  const day = { over: false };
  const give = async (who: number): Promise<void> => {
    for (let n = 0; !day.over; n += 1) {
      const mark = `storing ${who}-${n}`;
      const answer = { antwoord: 'mail', mail: `storing-${who}-${n}@voorbeeld.test` };
      const form = await patiently(seen, () => fillIn(origins, mark, answer));
      if (!form) continue;
      // The last page is sent again as it is: whoever got no answer presses the button once more.
      const code = await patiently(seen, form.send);
      if (code === undefined) seen.lost.push(mark);
      else seen.codes.push(code);
    }
  };
  const read = async (): Promise<void> => {
    const { ask } = visit(...origins);
    for (let n = 0; !day.over; n += 1) {
      await patiently(seen, () => ask(READ[n % READ.length] ?? '/'));
      seen.reads.count += 1;
    }
  };
  const people = [
    ...Array.from({ length: givers }, (_, who) => give(who)),
    ...Array.from({ length: readers }, read),
  ];
  return {
    seen,
    goHome: async () => {
      day.over = true;
      await Promise.all(people);
    },
  };
};
