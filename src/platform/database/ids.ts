import { freshBytes } from '../random.ts';

const COUNTER_LIMIT = 0x1000;
let lastMillisecond = 0;
let counter = 0;

/**
 * A UUID of version 7 (RFC 9562): ordered by real time, so that new rows land at the end of an index. Within one
 * millisecond of one process a counter keeps the order in which they were made: the history reads in that order.
 * Ids take real time, not the injected clock: two clocks may give one moment, ids must differ.
 */
export const newId = (): string => {
  const bytes = freshBytes(16);
  tick(bytes.readUInt8(6));
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** The counter begins at a random place below 256, so there is room for thousands in a millisecond; then it borrows from the next. */
const tick = (start: number): void => {
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = start;
    return;
  }
  counter += 1;
  if (counter === COUNTER_LIMIT) {
    lastMillisecond += 1;
    counter = 0;
  }
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text from outside is a UUID in lower case, as ours always are. */
export const isId = (text: string): boolean => UUID.test(text);
