/** Why something was refused, by field: the code of a text in the room's catalogue under `error.`. */
export type FieldErrors = Readonly<Record<string, string>>;

interface RefusalDetails {
  readonly status?: number;
  readonly fields?: FieldErrors;
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * A refusal that a person can do something about. It carries a code from a closed list of its room; the words
 * live in the text catalogues. Anything else that is thrown is a fault of ours and answers 500.
 */
export class Refusal<Code extends string = string> extends Error {
  readonly code: Code;
  readonly status: number;
  readonly fields: FieldErrors;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: Code, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.status = details.status ?? 422;
    this.fields = details.fields ?? {};
    this.values = details.values ?? {};
  }
}

/** Makes the `refuse` of one room, which knows only that room's codes. */
export const refusing =
  <Code extends string>() =>
  (code: Code, details?: RefusalDetails): Refusal<Code> =>
    new Refusal(code, details);

/** The refusals every room shares. */
export type PlatformError =
  | 'bad_request'
  | 'broken_text'
  | 'busy'
  | 'changed_meanwhile'
  | 'forbidden'
  | 'form_expired'
  | 'not_found'
  | 'out_of_order'
  | 'sign_in_needed'
  | 'too_large'
  | 'too_many'
  | 'internal';

/** Makes one of the shared refusals, to throw or to pass on. */
export const refuse = refusing<PlatformError>();

/** There is nothing here, or nothing you may know of: the same answer, so that guessing teaches nothing. */
export const notFound = (): Refusal<PlatformError> => refuse('not_found', { status: 404 });
