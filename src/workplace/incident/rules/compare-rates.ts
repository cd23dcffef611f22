/** So many reports of so many residents, in the same period. */
export interface Rate {
  readonly count: number;
  readonly residents: number;
}

/** The logarithms of 0! up to n!. */
const logFactorials = (n: number): Float64Array => {
  const table = new Float64Array(n + 1);
  for (let k = 1; k <= n; k += 1) table[k] = (table[k - 1] ?? 0) + Math.log(k);
  return table;
};

/** Rounding of doubles must not leave out an outcome that is as likely as the one seen (as R's `binom.test`). */
const AS_LIKELY = 1 + 1e-7;

/**
 * The two-sided exact binomial test: how likely it is that of `total` each with chance `chance` a count comes out that
 * is no more likely than `count`. The rule of the smallest likelihoods, as R's `binom.test` and `poisson.test`.
 */
export const binomialP = (count: number, total: number, chance: number): number => {
  if (total === 0 || chance <= 0 || chance >= 1) return 1;
  const logs = logFactorials(total);
  const [logIn, logOut] = [Math.log(chance), Math.log1p(-chance)];
  const likelihood = (k: number): number =>
    Math.exp((logs[total] ?? 0) - (logs[k] ?? 0) - (logs[total - k] ?? 0) + k * logIn + (total - k) * logOut);
  const seen = likelihood(count) * AS_LIKELY;
  let sum = 0;
  for (let k = 0; k <= total; k += 1) {
    const one = likelihood(k);
    if (one <= seen) sum += one;
  }
  return Math.min(1, sum);
};

/**
 * How likely a difference between two rates is by chance alone, when both are Poisson: given the sum of both counts,
 * the first is binomial with its share of the residents. Source: J. Przyborowski and H. Wilenski, "Homogeneity of
 * results in testing samples from Poisson series", Biometrika 31 (1940) 313-323.
 */
export const compareRates = (here: Rate, elsewhere: Rate): number => {
  const residents = here.residents + elsewhere.residents;
  if (here.residents <= 0 || elsewhere.residents <= 0) return 1;
  return binomialP(here.count, here.count + elsewhere.count, here.residents / residents);
};

/** What may be said of two rates: only a difference that the test shows. Without enough reports it is not said at all. */
export type Verdict = 'more' | 'less' | 'no_difference' | 'too_few';

/** The verdict at a level such as 0.05; with fewer reports in both together than `least` nothing is said. */
export const verdictOn = (here: Rate, elsewhere: Rate, level: number, least: number): Verdict => {
  if (here.count + elsewhere.count < least) return 'too_few';
  if (compareRates(here, elsewhere) >= level) return 'no_difference';
  return here.count / here.residents > elsewhere.count / elsewhere.residents ? 'more' : 'less';
};
