import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { afterStep, drawMachine } from '#platform/state-machine.ts';
import { roundMachine } from '../round/states.ts';
import { focuspuntMachine } from './states.ts';

/** Each allowed pair, written out by hand from product.md C2.3 and 0.2 D3, D4, D15. */
const FOCUSPUNT_PAIRS = [
  'consult:proposed>consulting',
  'to_college:consulting>with_college',
  'set:with_college>set',
  'reject:with_college>rejected',
  'hold:with_college>held',
  'bring_back:held>with_college',
  'inform_council:set>council_informed',
  'start:council_informed>running',
  'test:running>yearly_test',
  'continue:yearly_test>running',
  'reach:yearly_test>reached',
  'stop:yearly_test>stopped',
  'transfer:yearly_test>transferred',
];
const ROUND_PAIRS = ['propose:gathering>proposed', 'decide:proposed>decided', 'release:decided>released'];

describe.each([
  ['focuspunt', focuspuntMachine, FOCUSPUNT_PAIRS, 12 * 13],
  ['focus_round', roundMachine, ROUND_PAIRS, 4 * 3],
] as const)('the machine of %s', (_, machine, pairs, combinations) => {
  it('allows exactly these steps, each other pair of state and step is refused', () => {
    const seen: string[] = [];
    let asked = 0;
    for (const state of machine.states) {
      for (const step of Object.keys(machine.steps)) {
        asked += 1;
        const to = afterStep(machine as typeof focuspuntMachine, state as 'proposed', step as 'consult');
        if (to !== null) seen.push(`${step}:${state}>${to}`);
      }
    }
    expect(asked).toBe(combinations);
    expect(seen.sort()).toEqual([...pairs].sort());
  });

  it('is drawn in the documentation', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/states.md'), 'utf8');
    expect(page).toContain(drawMachine(machine as typeof focuspuntMachine));
  });
});
