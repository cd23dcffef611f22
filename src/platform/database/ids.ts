import { randomBytes } from 'node:crypto';

/**
 * A UUID of version 7 (RFC 9562): ordered by real time, so that new rows land at the end of an index.
 * Ids take real time, not the injected clock: two clocks may give one moment, ids must differ.
 */
export const newId = (): string => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text from outside is a UUID in lower case, as ours always are. */
export const isId = (text: string): boolean => UUID.test(text);
