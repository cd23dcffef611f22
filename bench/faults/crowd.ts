import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { readFormOn } from '#testing/read-form.ts';
import { spotOf, visit } from '../visitor.ts';

/** One form that ended in a receipt. */
export interface Receipt {
  /** Stands in the text of the signaal, and in no other. */
  readonly mark: string;
  readonly code: string;
  readonly photo: boolean;
  /** Something was added with the code, and that was answered well. */
  readonly added: boolean;
}

/** What a crowd saw while the program was being killed. */
export interface Seen {
  readonly receipts: Receipt[];
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

/** How large a crowd is, and the word that tells its signalen from others. */
export interface CrowdSize {
  readonly word: string;
  readonly givers: number;
  readonly readers: number;
}

const TRIES = 400;
const READ = ['/', '/wijken', '/focuspunten', '/raad'] as const;
/** Every so many forms somebody adds a photo, and every so many something by the code. */
const PHOTO_EVERY = 7;
const ADD_EVERY = 3;
const CODE = /\/volg\/([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/;

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

type Visit = ReturnType<typeof visit>;
type Page = Awaited<ReturnType<Visit['ask']>>;

const tell = async ({ ask, send }: Visit, text: string, photo: Uint8Array | null): Promise<Page> => {
  const page = await ask('/melden');
  if (!photo) return send(page, { tekst: text });
  const form = readFormOn(page.text);
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form.fields, tekst: text }))
    for (const one of [value].flat()) body.append(name, one);
  body.append('foto', new Blob([Buffer.from(photo)], { type: 'image/jpeg' }), 'plek.jpg');
  return ask(form.action || page.path, { method: 'POST', body });
};

/** Fills in the form up to the last button; pressing that is left to the caller, as often as it takes. */
const fillIn = async (visitor: Visit, mark: string, n: number, photo: Uint8Array | null): Promise<Page> => {
  const place = await tell(visitor, `Er ligt een tak op het pad (${mark}).`, photo);
  const next = await visitor.send(place, spotOf(n));
  // Others may have told the same near here: this one is another.
  return next.text.includes('name="aansluiten"') ? visitor.send(next, { aansluiten: '' }) : next;
};

const press = async (visitor: Visit, last: Page, mail: string): Promise<string> => {
  const receipt = await visitor.send(last, { antwoord: 'mail', mail });
  const code = CODE.exec(receipt.text)?.[1];
  if (!code) throw new Error('The receipt showed no code');
  return code;
};

/** Adds words with the code. The page is opened once and its form sent until it is answered, as one would. */
const add = async (seen: Seen, visitor: Visit, code: string, mark: string): Promise<boolean> => {
  const path = `/volg/${code}/aanvullen`;
  const page = await patiently(seen, () => visitor.ask(path));
  if (!page) return false;
  const done = await patiently(seen, () => visitor.send(page, { tekst: `Nog iets (${mark}).` }, path));
  return done !== undefined;
};

const photoOf = (): Promise<Uint8Array> =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#7a8f5a' } })
    .jpeg()
    .toBuffer();

/** Lets `givers` people fill in form after form, and `readers` read, until they go home. */
export const gather = async (origin: string, { word, givers, readers }: CrowdSize): Promise<Crowd> => {
  const seen: Seen = { receipts: [], lost: [], retries: { count: 0 }, reads: { count: 0 } };
  const day = { over: false };
  const photo = await photoOf();
  const give = async (who: number): Promise<void> => {
    for (let n = 0; !day.over; n += 1) {
      const mark = `${word} ${who}-${n}.`;
      const withPhoto = n % PHOTO_EVERY === 0;
      const visitor = visit(origin);
      const last = await patiently(seen, () => fillIn(visitor, mark, who * 97 + n, withPhoto ? photo : null));
      if (!last) continue;
      // The last page is sent again as it is: whoever got no answer presses the button once more.
      const code = await patiently(seen, () => press(visitor, last, `${word}-${who}-${n}@voorbeeld.test`));
      if (code === undefined) seen.lost.push(mark);
      else {
        const added = n % ADD_EVERY === 0 && (await add(seen, visitor, code, mark));
        seen.receipts.push({ mark, code, photo: withPhoto, added });
      }
    }
  };
  const read = async (): Promise<void> => {
    const { ask } = visit(origin);
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
