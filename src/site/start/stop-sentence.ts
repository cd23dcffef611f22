/** Why the program cannot start, in one Dutch sentence for the operator; ends with exit code 2. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** The exit code for what the operator must put right. */
export const OPERATOR_EXIT_CODE = 2;
