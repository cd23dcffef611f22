/**
 * The check over values 0 to 23. Each value is taken as a pair: one part counted modulo 3, one in the field of eight
 * elements. In both every position has a weight that is never zero and differs from its neighbours', so one wrong value
 * changes a sum, and so does any swap of two different neighbours. A plain sum modulo 24 would miss some of both.
 */
interface Sums {
  readonly three: number;
  readonly eight: number;
}

/** The value that makes a code of these values right. */
export const checkValue = (values: readonly number[]): number => {
  const { three, eight } = sum(values);
  // Adding a last value first multiplies both sums; the check value cancels what that gives.
  return ((3 - ((2 * three) % 3)) % 3) + 3 * timesTwo(eight);
};

/** Whether the last value is the check over those before it. */
export const isRight = (values: readonly number[]): boolean => {
  const { three, eight } = sum(values);
  return three === 0 && eight === 0;
};

const sum = (values: readonly number[]): Sums =>
  values.reduce<Sums>(
    ({ three, eight }, value) => ({
      three: (2 * three + value) % 3,
      eight: timesTwo(eight) ^ Math.floor(value / 3),
    }),
    { three: 0, eight: 0 },
  );

/** Multiplication by x in GF(8) with x³ = x + 1. */
const timesTwo = (element: number): number => {
  const shifted = element << 1;
  return shifted > 7 ? shifted ^ 0b1011 : shifted;
};
