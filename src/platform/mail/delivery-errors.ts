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
  readonly responseCode: number;
}

const faultOf = (error: unknown): SmtpFault => {
  const fields = typeof error === 'object' && error !== null ? error : {};
  return {
    code: 'code' in fields ? String(fields.code) : '',
    responseCode: 'responseCode' in fields ? Number(fields.responseCode) : 0,
  };
};

/** The code for what nodemailer threw. A server that says "not now" (4xx) is tried again, one that says "never" (5xx) is not. */
export const smtpFailure = (error: unknown): DeliveryFailure => {
  if (error instanceof DeliveryFailure) return error;
  const { code, responseCode } = faultOf(error);
  if (code === 'EAUTH' || code === 'ENOAUTH') return new DeliveryFailure('sign_in_refused', error);
  if (code === 'EENVELOPE') {
    return new DeliveryFailure(responseCode >= 500 ? 'address_refused' : 'server_refused', error);
  }
  if (code === 'ETIMEDOUT') return new DeliveryFailure('too_slow', error);
  if (responseCode > 0) return new DeliveryFailure('server_refused', error);
  return new DeliveryFailure('server_unreachable', error);
};
