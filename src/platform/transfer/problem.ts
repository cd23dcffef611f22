/** Why something cannot leave or come in; the words are the command line's. */
export type TransferCode =
  | 'bad_row'
  | 'broken_archive'
  | 'changed_file'
  | 'dangling'
  | 'database_there'
  | 'foreign_row'
  | 'key_missing'
  | 'manifest_broken'
  | 'missing_file'
  | 'not_an_export'
  | 'not_openable'
  | 'older_key'
  | 'other_format'
  | 'other_migration'
  | 'other_postgres'
  | 'other_tables'
  | 'rows_refused'
  | 'target_exists'
  | 'too_large'
  | 'unreadable'
  | 'unsafe_file'
  | 'weak_key'
  | 'wrong_count'
  | 'wrong_key';

/** A transfer that was refused: a closed list of codes, with what fills their sentence. Never holds personal data. */
export class TransferProblem extends Error {
  override readonly name = 'TransferProblem';
  readonly code: TransferCode;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: TransferCode, values: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(values)}`, { cause });
    this.code = code;
    this.values = values;
  }
}

/** The code that the operating system gave an error, such as `ENOENT`; empty when it gave none. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
