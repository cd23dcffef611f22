import { Refusal } from '#platform/errors.ts';

/**
 * Runs every check of a form and throws one refusal that names all that is wrong, so that nobody mends one field after
 * another. What is no refusal is thrown as it is.
 */
export const allAtOnce = (checks: readonly (() => unknown)[]): void => {
  const refusals = checks.flatMap((check) => refusalOf(check) ?? []);
  const [first] = refusals;
  if (!first) return;
  const fields = Object.assign({}, ...refusals.map((refusal) => refusal.fields));
  throw new Refusal(first.code, { status: first.status, fields });
};

const refusalOf = (check: () => unknown): Refusal | null => {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};
