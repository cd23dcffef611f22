import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { afterStep, drawMachine, stepsFrom } from '#platform/state-machine.ts';
import { assignmentMachine } from './assignment-states.ts';
import { carePatternMachine } from './care-pattern-states.ts';
import { publicWordOf, signaalMachine } from './signaal-states.ts';

const machines = [signaalMachine, assignmentMachine, carePatternMachine] as const;

/** Each allowed pair, written out by hand from product.md C2.2: the table of the code is compared with it. */
const SIGNAAL_PAIRS = `
  answer received>answered reopened>answered
  mark_duplicate received>duplicate reopened>duplicate assigned>duplicate
  refer received>referred reopened>referred
  assign received>assigned reopened>assigned assigned>assigned planned>assigned
  send_back assigned>received planned>received reopened>received
  plan assigned>planned planned>planned reopened>planned
  complete assigned>done planned>done reopened>done
  close done>closed answered>closed duplicate>closed referred>closed withdrawn>closed
  reopen done>reopened answered>reopened duplicate>reopened referred>reopened closed>reopened
  withdraw received>withdrawn reopened>withdrawn assigned>withdrawn planned>withdrawn
  end_elsewhere received>closed assigned>closed`;

const ASSIGNMENT_PAIRS = `
  accept offered>accepted
  return offered>returned accepted>returned planned>returned
  plan accepted>planned planned>planned
  complete accepted>done planned>done`;

const CARE_PATTERN_PAIRS = `
  ask offered>asked
  reply asked>offered
  accept offered>accepted asked>accepted
  decline offered>declined asked>declined`;

const expectedPairs = (text: string): Set<string> =>
  new Set(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [step, ...pairs] = line.trim().split(' ');
        return pairs.map((pair) => `${step}:${pair}`);
      }),
  );

it.each([
  ['signaal', signaalMachine, SIGNAAL_PAIRS, 10 * 11],
  ['assignment', assignmentMachine, ASSIGNMENT_PAIRS, 5 * 4],
  ['care_pattern', carePatternMachine, CARE_PATTERN_PAIRS, 4 * 4],
] as const)(
  'answers every state x every step of the %s as written down',
  (_noun, machine, written, cells) => {
    const expected = expectedPairs(written);
    let seen = 0;
    for (const state of machine.states) {
      for (const step of Object.keys(machine.steps)) {
        seen += 1;
        const to = afterStep(machine as typeof signaalMachine, state as 'received', step as 'answer');
        const allowed = [...expected].find((pair) => pair.startsWith(`${step}:${state}>`));
        expect(to ? `${step}:${state}>${to}` : undefined, `${step} from ${state}`).toBe(allowed);
      }
    }
    expect(seen).toBe(cells);
  },
);

it('can reach every state from the first one', () => {
  for (const machine of machines) {
    const reached = new Set<string>(machine.initial);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      const steps: readonly { from: readonly string[]; to: string }[] = Object.values(machine.steps);
      for (const { from, to } of steps) {
        if (from.some((state) => reached.has(state))) reached.add(to);
      }
    }
    expect([...reached].sort()).toEqual([...machine.states].sort());
  }
});

it('ends a signaal only in closed: every other state has a way on', () => {
  const stuck = signaalMachine.states.filter((state) => stepsFrom(signaalMachine, state).length === 0);
  expect(stuck).toEqual([]);
});

it('has one of the five public words for every state', () => {
  const words = new Set(signaalMachine.states.map((state) => publicWordOf(state)));
  expect([...words].sort()).toEqual(['looked_at', 'open_again', 'planned', 'ready', 'received']);
});

it('is drawn in the documentation as it is in the code', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'states.md'), 'utf8');
  for (const machine of machines) {
    expect(page).toContain(drawMachine(machine as typeof signaalMachine));
  }
});
