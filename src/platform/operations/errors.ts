import { refusing } from '../errors.ts';

/** What the screens of the administrator and the auditor may refuse. */
export type OperationsError = 'job_gone' | 'job_reason_needed';

export const refuseOperation = refusing<OperationsError>();
