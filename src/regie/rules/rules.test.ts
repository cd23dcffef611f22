import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { afterStep, drawMachine } from '#platform/state-machine.ts';
import { knotMachine, levelAbove, levelOf } from './knot-states.ts';
import { becomesKnot, sidesOf } from './knottable.ts';
import { citedMandate, type Mandate } from './mandates.ts';
import { bandwidthMachine, groupMoveMachine } from './other-states.ts';
import { takeFromPot } from './pot.ts';

/**
 * Each allowed pair, by hand from product.md C2.9: gemeld -> bij_PB -> gehoord -> beslist | opgeschaald(DI) |
 * opgeschaald(CO) -> uitgevoerd; a new decision replaces the old; and what ends one that is none, or was not carried out.
 */
const KNOT_PAIRS = `
  take reported>with_guard
  hear with_guard>heard
  decide heard>decided escalated_to_director>decided escalated_to_college>decided
  replace decided>decided
  escalate_to_director heard>escalated_to_director
  escalate_to_college heard>escalated_to_college escalated_to_director>escalated_to_college
  execute decided>executed
  renew decided>dropped
  drop reported>dropped with_guard>dropped heard>dropped`;

const MOVE_PAIRS = `
  accept offered>accepted
  return offered>returned accepted>returned`;

const HOURS_PAIRS = `
  approve asked>approved
  refuse asked>refused
  end within_pot>ended asked>ended approved>ended`;

const pairsOf = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [step, ...pairs] = line.trim().split(' ');
      return pairs.map((pair) => `${step}:${pair}`);
    });

describe('the machines', () => {
  it.each([
    ['knot', knotMachine, KNOT_PAIRS, 8 * 9],
    ['group_move', groupMoveMachine, MOVE_PAIRS, 4 * 2],
    ['bandwidth', bandwidthMachine, HOURS_PAIRS, 5 * 3],
  ] as const)('answer every state x every step of the %s as written down', (_noun, machine, text, cells) => {
    const written = pairsOf(text);
    let seen = 0;
    for (const state of machine.states) {
      for (const step of Object.keys(machine.steps)) {
        seen += 1;
        const to = afterStep(machine as typeof knotMachine, state as 'reported', step as 'take');
        const allowed = written.find((pair) => pair.startsWith(`${step}:${state}>`));
        expect(to ? `${step}:${state}>${to}` : undefined, `${step} from ${state}`).toBe(allowed);
      }
    }
    expect(seen).toBe(cells);
  });

  it('are drawn in the documentation as they are in the code', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'states.md'), 'utf8');
    for (const machine of [knotMachine, groupMoveMachine, bandwidthMachine])
      expect(page).toContain(drawMachine(machine as typeof knotMachine));
  });

  it('give each undecided knot one level, and the college nobody above it', () => {
    expect(knotMachine.states.map(levelOf)).toEqual([
      'guard',
      'guard',
      'guard',
      'director',
      'college',
      'guard',
      'guard',
      'guard',
    ]);
    expect([levelAbove('guard'), levelAbove('director'), levelAbove('college')]).toEqual([
      'director',
      'college',
      null,
    ]);
  });
});

describe('what becomes a knot', () => {
  it.each([
    [true, 'resident', 'report', true],
    [false, 'resident', 'report', false],
    [false, 'group', 'report', true],
    [false, 'resident', 'idea', true],
    [true, 'resident', 'complaint', false],
  ] as const)('complex %s from a %s with a %s: %s', (complex, source, kind, expected) => {
    expect(becomesKnot({ complex, source, kind })).toBe(expected);
  });

  const part = (departmentId: string, suggestedDepartmentId: string | null = null) => ({
    id: departmentId,
    signaalId: 's',
    departmentId,
    department: departmentId,
    state: 'returned' as const,
    offeredAt: new Date(0),
    stateSince: new Date(0),
    returnReason: 'not_ours' as const,
    returnNote: null,
    suggestedDepartmentId,
  });

  it('has as its sides the last department and the one before, or the one it pointed at', () => {
    const [a, b] = [part('a'), part('b')];
    expect(sidesOf([a, b], b)).toEqual({ sideA: 'b', sideB: 'a' });
    expect(sidesOf([a, b], a)).toEqual({ sideA: 'a', sideB: 'b' });
    expect(sidesOf([part('a', 'c')], null)).toEqual({ sideA: 'a', sideB: 'c' });
    expect(sidesOf([part('a', 'a')], null)).toEqual({ sideA: 'a', sideB: null });
    expect(sidesOf([], null)).toEqual({ sideA: null, sideB: null });
  });
});

describe('a mandate', () => {
  const mandate = (id: string, change: Partial<Mandate> = {}): Mandate => ({
    gemeente: 'GM0637',
    id,
    role: 'process_guard',
    subject: 'knot',
    scope: 'x',
    limit_euro: 1_000,
    source: 'x',
    valid_from: '2016-01-01',
    valid_to: null,
    ...change,
  });
  const cite = (mandates: Mandate[], euro: number, day = '2016-03-07') =>
    citedMandate(mandates, 'guard', day, euro);

  it('reaches its limit and not a euro more; the tightest that reaches is cited', () => {
    const both = [mandate('wide', { limit_euro: 5_000 }), mandate('tight')];
    expect(cite(both, 1_000)).toEqual({ mandateId: 'tight' });
    expect(cite(both, 1_001)).toEqual({ mandateId: 'wide' });
    expect(cite(both, 5_001)).toBe('above');
    expect(cite([...both, mandate('all', { limit_euro: null })], 5_001)).toEqual({ mandateId: 'all' });
  });

  it('holds from its first day until the day on which it is over', () => {
    const one = [mandate('m', { valid_from: '2016-03-07', valid_to: '2016-03-10' })];
    expect(cite(one, 1, '2016-03-06')).toBe('missing');
    expect(cite(one, 1, '2016-03-07')).toEqual({ mandateId: 'm' });
    expect(cite(one, 1, '2016-03-09')).toEqual({ mandateId: 'm' });
    expect(cite(one, 1, '2016-03-10')).toBe('missing');
  });

  it('is of the decider’s own role, on knots; the college gives them and needs none', () => {
    expect(cite([mandate('m', { role: 'director' })], 1)).toBe('missing');
    expect(cite([mandate('m', { subject: 'focuspunt' })], 1)).toBe('missing');
    expect(citedMandate([], 'college', '2016-03-07', 1_000_000)).toEqual({ mandateId: null });
  });
});

describe('the pot', () => {
  it.each([
    [0, 60, 60, 80, 'within_pot', true],
    [0, 60, 60.5, 80, 'asked', false],
    [38, 60, 20, 80, 'within_pot', true],
    [38, 60, 9.9, 80, 'within_pot', false],
    [38, 60, 10, 80, 'within_pot', true],
    [48, 60, 2, 80, 'within_pot', false],
    [0, 0, 1, 80, 'asked', false],
  ] as const)('with %d of %d used gives %d hours: %#', (used, pot, wanted, percent, state, notice) => {
    expect(takeFromPot(used, pot, wanted, percent)).toEqual({ state, notice });
  });
});
