import { describe, expect, it } from 'vitest';
import type { Principal } from '#platform/policy/principal.ts';
import { reaches, type SignaalFacts } from './policy.ts';

const desk: Principal = { kind: 'staff', id: 'bea', holdings: [] };
const facts = (change: Partial<SignaalFacts>): SignaalFacts => ({
  buurtId: null,
  queue: 'department',
  complex: false,
  kind: 'report',
  registeredBy: 'somebody',
  channel: 'desk',
  departmentIds: [],
  fallbackAreaId: null,
  ...change,
});
const mayDesk = (change: Partial<SignaalFacts>): boolean => reaches(desk, facts(change))(null, 'desk');

describe('the reach of a desk (0.2 D10)', () => {
  it.each(['desk', 'phone', 'paper', 'mail'])('contains what staff registered by %s', (channel) => {
    expect(mayDesk({ channel })).toBe(true);
    expect(mayDesk({ channel, registeredBy: null })).toBe(false);
  });

  it.each(['web', 'street', 'rondgang'])(
    'does not contain what a colleague, a councillor or a partner gave by %s, until it waits at the desk',
    (channel) => {
      expect(mayDesk({ channel })).toBe(false);
      expect(mayDesk({ channel, queue: 'desk' })).toBe(true);
    },
  );

  it('never contains a complaint about conduct that another registered', () => {
    expect(mayDesk({ kind: 'complaint', queue: 'desk' })).toBe(false);
  });
});
