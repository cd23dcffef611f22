import type { CommitmentState } from './states.ts';

/** What was promised by others, in whole euros; withdrawn money is named and never counted. */
export interface CommitmentSum {
  /** Promised or confirmed. */
  readonly total: number;
  readonly confirmed: number;
  readonly open: number;
  readonly withdrawn: number;
}

/** Adds commitments up honestly: what is only promised stands apart from what is confirmed (S21). */
export const sumOf = (
  commitments: readonly { readonly euro: number; readonly state: CommitmentState }[],
): CommitmentSum => {
  const of = (state: CommitmentState): number =>
    commitments.filter((one) => one.state === state).reduce((sum, { euro }) => sum + euro, 0);
  const [confirmed, open, withdrawn] = [of('confirmed'), of('promised'), of('withdrawn')];
  return { total: confirmed + open, confirmed, open, withdrawn };
};
