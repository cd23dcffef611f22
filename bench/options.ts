import { parseArgs } from 'node:util';

/** How much is measured. */
export interface Options {
  /** A look in under three minutes: 10,000 signalen, short loads, no import or export. */
  readonly quick: boolean;
  /** Also a municipality of a million signalen, which takes minutes to make. */
  readonly growth: boolean;
  /** Writes the figures and the chart to `docs/`. */
  readonly writeDocs: boolean;
  /** The sizes of the municipalities that are measured, in signalen, small to large. */
  readonly sizes: readonly number[];
  /** Seconds of each load. */
  readonly seconds: number;
  /** How many load at one moment. */
  readonly connections: number;
}

const SMALL = 10_000;
const LARGE = 200_000;
const HUGE = 1_000_000;

/** Reads what was asked: `--quick`, `--growth`, `--write-docs` (which takes the growth along), `--seconds 5`. */
export const readOptions = (argv: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean', default: false },
      growth: { type: 'boolean', default: false },
      'write-docs': { type: 'boolean', default: false },
      seconds: { type: 'string' },
    },
  });
  const { quick } = values;
  const growth = values.growth || (values['write-docs'] && !quick);
  return {
    quick,
    growth,
    writeDocs: values['write-docs'],
    sizes: [SMALL, ...(quick ? [] : [LARGE]), ...(growth ? [HUGE] : [])],
    seconds: Number(values.seconds ?? (quick ? 2 : 4)),
    connections: 4,
  };
};
