/** Why one row is not taken over; each has its sentence (`reject.<reason>`). */
export type RejectReason =
  | 'columns'
  | 'broken_text'
  | 'date_missing'
  | 'date_unreadable'
  | 'date_in_future'
  | 'date_too_old'
  | 'ref_repeated';

/** One row of a file: its values as texts by column; what is not there is not in the map. */
export interface FileRow {
  /** The line of the file on which it begins; of JSON and XLSX the number of the record or row. */
  readonly line: number;
  readonly values: ReadonlyMap<string, string>;
  /** It could not be read as a row at all. */
  readonly problem: 'columns' | 'broken_text' | null;
}

/** How a file is written, as far as it was found out. */
export interface FileForm {
  readonly kind: 'csv' | 'json' | 'json_lines' | 'xlsx';
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  /** Between the values of a line; empty when the kind has none. */
  readonly delimiter: string;
}

/** Bytes that can be read more than once: a file on disk, or what a browser sent. */
export interface Bytes {
  readonly read: () => AsyncIterable<Uint8Array>;
}

/** A file that is ready to be read row by row, as often as needed. */
export interface OpenedFile {
  readonly form: FileForm;
  readonly rows: () => AsyncIterable<FileRow>;
}

/** The longest row, in characters: a report of ten pages. A file without line ends is no table. */
export const MOST_ROW = 200_000;
export const MOST_COLUMNS = 300;
