import { maskText } from '../redaction.ts';

/**
 * What is kept of a job that failed: kind and message, addresses and numbers masked. The job tables know no tenants and
 * no encryption, and pg-boss keeps every field of an error; that of a database quotes the whole row it refused.
 */
export const jobFault = (error: unknown): Error => {
  const fault = new Error(error instanceof Error ? maskText(`${error.name}: ${error.message}`) : 'unknown');
  // The frames are those of this line, and tell nothing.
  delete fault.stack;
  return fault;
};
