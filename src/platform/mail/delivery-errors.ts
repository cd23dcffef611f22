/** Why a message did not arrive: a closed list, shown to the administrator as `delivery.<code>`. */
export type DeliveryError =
  | 'address_refused'
  | 'no_address'
  | 'not_reached'
  | 'server_unreachable'
  | 'server_refused'
  | 'sign_in_refused'
  | 'too_slow'
  | 'text_failed';

/** Whether trying again without a change is of no use. */
const LASTING: ReadonlySet<DeliveryError> = new Set(['address_refused', 'no_address', 'not_reached']);

/** The mail server itself does not do its work: so it is for every mail, and it says nothing about this one. */
const OF_THE_SERVER: ReadonlySet<DeliveryError> = new Set([
  'server_unreachable',
  'server_refused',
  'sign_in_refused',
  'too_slow',
]);

/** Whether an error would have met any other mail too. */
export const isOfTheServer = (code: DeliveryError | null): boolean =>
  code !== null && OF_THE_SERVER.has(code);

/** A delivery that failed. The code is all that is kept: what a mail server says may quote the address. */
export class DeliveryFailure extends Error {
  override readonly name = 'DeliveryFailure';
  readonly code: DeliveryError;

  constructor(code: DeliveryError, cause?: unknown) {
    super(`Delivery failed: ${code}`, { cause });
    this.code = code;
  }

  get lasting(): boolean {
    return LASTING.has(this.code);
  }
}

interface SmtpFault {
  readonly code: string;
  /** What was said to the server when it refused. */
  readonly command: string;
  readonly responseCode: number;
}

const faultOf = (error: unknown): SmtpFault => {
  const fields = typeof error === 'object' && error !== null ? error : {};
  return {
    code: 'code' in fields ? String(fields.code) : '',
    command: 'command' in fields ? String(fields.command) : '',
    responseCode: 'responseCode' in fields ? Number(fields.responseCode) : 0,
  };
};

/** The code for what nodemailer threw. A server that says "not now" (4xx) is tried again, one that says "never" (5xx) is not. */
export const smtpFailure = (error: unknown): DeliveryFailure => {
  if (error instanceof DeliveryFailure) return error;
  const { code, command, responseCode } = faultOf(error);
  if (code === 'EAUTH' || code === 'ENOAUTH') return new DeliveryFailure('sign_in_refused', error);
  // Our own name refused says nothing about the address: it is so for every mail, until somebody mends it.
  if (code === 'EENVELOPE' && command === 'MAIL FROM') return new DeliveryFailure('server_refused', error);
  if (code === 'EENVELOPE') {
    return new DeliveryFailure(responseCode >= 500 ? 'address_refused' : 'server_refused', error);
  }
  if (code === 'ETIMEDOUT') return new DeliveryFailure('too_slow', error);
  if (responseCode > 0) return new DeliveryFailure('server_refused', error);
  return new DeliveryFailure('server_unreachable', error);
};
