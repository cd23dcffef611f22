import type { Point } from '#platform/geo/index.ts';
import { type Finding, inspectText, maskText, mustRemove } from '../../guard.ts';
import type { Signaal } from '../../store/load.ts';
import type { FileRow, RejectReason } from '../file/row.ts';
import { channelOf } from './channel.ts';
import { endOfReadDay, type ReadDate, readDate } from './dates.ts';
import { fieldValue, type Mapping } from './mapping.ts';
import { placeOf, readNumber, readPlace } from './numbers.ts';
import type { Zone } from './zone.ts';

/** Something odd about a row that is taken over all the same. */
export type RowRemark =
  | 'masked'
  | 'text_cut'
  | 'clock_twice'
  | 'clock_skipped'
  | 'ended_before_received'
  | 'end_unreadable'
  | 'end_in_future'
  | 'place_unreadable';

/** A row as it becomes a signaal, before its buurt, subject and owner are sought. */
export interface PreparedRow {
  readonly line: number;
  /** Its number there; empty when the file gives none. */
  readonly ref: string;
  /** What makes it this one when it has no number: what does not change any more, as it was written. Never stored. */
  readonly identity: string;
  readonly receivedAt: Date;
  readonly isEnded: boolean;
  readonly endedAt: Date | null;
  readonly category: string;
  readonly theme: string;
  readonly text: string;
  readonly street: string;
  readonly note: string;
  readonly point: Point | null;
  readonly area: string;
  readonly channel: Signaal['channel'];
  /** Kinds of what the guard saw, as with any signaal. */
  readonly flags: readonly string[];
  readonly remarks: readonly RowRemark[];
}

/** A row that is not taken over. */
export interface Rejected {
  readonly line: number;
  readonly reason: RejectReason;
  /** The column that is to blame; empty when it is the whole row. */
  readonly column: string;
}

/** What every row is read with. */
export interface Reading {
  readonly mapping: Mapping;
  readonly zone: Zone;
  readonly now: Date;
}

/** The longest text of a signaal. */
const MOST_TEXT = 10_000;
const MOST_STREET = 150;
const MOST_NOTE = 300;
const MOST_REF = 200;
const MOST_LABEL = 100;
/** Nobody kept signalen in a computer before this. */
const EARLIEST = Date.UTC(1980, 0, 1);

/** Reads a row as the mapping says, and masks what identifies a person: nobody can be asked any more (product.md C5.2). */
export const prepareRow = (row: FileRow, reading: Reading): PreparedRow | Rejected => {
  const { line, values } = row;
  const { mapping } = reading;
  if (row.problem) return { line, reason: row.problem, column: '' };
  const get = (field: Parameters<typeof fieldValue>[2]): string => fieldValue(mapping, values, field);
  const received = receivedOf(get('received'), reading);
  if (typeof received === 'string') return { line, reason: received, column: mapping.columns.received ?? '' };
  const remarks = new Set<RowRemark>();
  if (received.clock !== 'once') remarks.add(`clock_${received.clock}`);
  const end = endOf(get('ended'), received, reading, remarks);
  const status = get('status');
  const isEnded = status === '' ? end !== null : mapping.endedWords.includes(status);
  const point = pointOf(get, remarks);
  const category = get('category') || get('theme');
  const masked = masker(remarks);
  const words = get('text') || category || get('theme');
  return {
    line,
    ref: get('ref').slice(0, MOST_REF),
    identity: JSON.stringify([received.at, category, get('theme'), words, get('street'), get('note'), point]),
    receivedAt: received.at,
    isEnded,
    endedAt: isEnded ? end : null,
    category: category.slice(0, MOST_LABEL),
    theme: get('theme').slice(0, MOST_LABEL),
    text: masked.mask(cut(words, remarks)),
    street: masked.mask(get('street').slice(0, MOST_STREET)),
    note: masked.mask(get('note').slice(0, MOST_NOTE)),
    point,
    area: get('area').slice(0, MOST_LABEL),
    channel: channelOf(get('channel')),
    flags: masked.flags(),
    remarks: [...remarks],
  };
};

type Get = (field: Parameters<typeof fieldValue>[2]) => string;

const receivedOf = (text: string, { mapping, zone, now }: Reading): ReadDate | RejectReason => {
  if (text === '') return 'date_missing';
  const read = readDate(text, mapping.dayOrder, zone);
  if (!read || Number.isNaN(read.at.getTime())) return 'date_unreadable';
  if (read.at > now) return 'date_in_future';
  if (read.at.getTime() < EARLIEST) return 'date_too_old';
  return read;
};

/** An end that cannot be is left out, and told; one before the beginning is taken as the beginning. */
const endOf = (
  text: string,
  received: ReadDate,
  { mapping, zone, now }: Reading,
  remarks: Set<RowRemark>,
): Date | null => {
  if (text === '') return null;
  const read = readDate(text, mapping.dayOrder, zone);
  if (!read || Number.isNaN(read.at.getTime())) {
    remarks.add('end_unreadable');
    return null;
  }
  if (read.clock !== 'once') remarks.add(`clock_${read.clock}`);
  const end = read.dateOnly ? endOfReadDay(read, text, mapping.dayOrder, zone) : read.at;
  if (read.at > now) {
    remarks.add('end_in_future');
    return null;
  }
  if (end >= received.at) return end > now ? now : end;
  remarks.add('ended_before_received');
  return received.at;
};

const pointOf = (get: Get, remarks: Set<RowRemark>): Point | null => {
  const [lat, lon, place] = [get('lat'), get('lon'), get('place')];
  if (lat === '' && lon === '' && place === '') return null;
  const point = placeOf(readNumber(lat), readNumber(lon)) ?? readPlace(place);
  if (!point) remarks.add('place_unreadable');
  return point;
};

const cut = (text: string, remarks: Set<RowRemark>): string => {
  if (text.length <= MOST_TEXT) return text;
  remarks.add('text_cut');
  return text.slice(0, MOST_TEXT);
};

const masker = (remarks: Set<RowRemark>) => {
  const kinds = new Set<Finding['kind']>();
  return {
    mask: (text: string): string => {
      if (text === '') return '';
      const findings = inspectText(text);
      for (const { kind } of findings) kinds.add(kind);
      const gone = mustRemove(findings);
      if (gone.length === 0) return text;
      remarks.add('masked');
      return maskText(text, gone);
    },
    flags: (): readonly string[] => [...kinds],
  };
};
