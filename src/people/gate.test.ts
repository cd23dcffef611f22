import { describe, expect, it } from 'vitest';
import {
  anonymous,
  type Holding,
  operatorPrincipal,
  type Principal,
  systemPrincipal,
} from '#platform/policy/principal.ts';
import { allActions, gate, grantsFor, isAction, matrix, reachOf, roles } from './index.ts';

const holding = (role: string, more: Partial<Holding> = {}): Holding => ({
  role,
  departmentId: null,
  areaId: null,
  buurtIds: null,
  onBehalfOf: null,
  ...more,
});

const staff = (...holdings: Holding[]): Principal => ({ kind: 'staff', id: 'someone', holdings });

const cells = allActions
  .filter(isAction)
  .flatMap((action) => roles.map((role) => ({ action, role: role.id, reach: reachOf(action, role.id) })));

describe('the gate', () => {
  it('answers every cell of the matrix as the matrix says', () => {
    expect(cells.length).toBe(allActions.length * roles.length);
    for (const { action, role, reach } of cells) {
      const byResident = reachOf(action, 'resident') !== undefined;
      expect([action, role, gate(staff(holding(role)), action).ok]).toEqual([
        action,
        role,
        reach !== undefined || byResident,
      ]);
    }
  });

  it('gives somebody without a role what any resident may, and nothing else', () => {
    for (const action of allActions.filter(isAction)) {
      const may = reachOf(action, 'resident') !== undefined;
      expect(gate(staff(), action).ok).toBe(may);
      expect(gate(anonymous, action)).toEqual(
        may ? { ok: true, holding: null } : { ok: false, code: 'sign_in_needed' },
      );
    }
  });

  it('tells staff "forbidden" and a visitor to sign in', () => {
    expect(gate(staff(holding('auditor')), 'account.manage')).toEqual({ ok: false, code: 'forbidden' });
    expect(gate(anonymous, 'account.manage')).toEqual({ ok: false, code: 'sign_in_needed' });
  });

  it('throws on an action that stands in no row', () => {
    expect(() => gate(anonymous, 'signaal.steal')).toThrow(/no row/);
    expect(() => gate(systemPrincipal, 'toString')).toThrow(/no row/);
  });

  it('gives nothing for a role that does not exist', () => {
    expect(gate(staff(holding('king')), 'account.manage').ok).toBe(false);
  });

  it('lets the program and the operator do what their row says, not what residents may', () => {
    expect(gate(systemPrincipal, 'term.sweep').ok).toBe(true);
    expect(gate(operatorPrincipal, 'tenant.create').ok).toBe(true);
    expect(gate(systemPrincipal, 'signaal.give').ok).toBe(false);
    expect(gate(operatorPrincipal, 'signaal.read').ok).toBe(false);
  });

  it('picks the holding that fits the object', () => {
    const [groen, wegen] = [
      holding('department_worker', { departmentId: 'groen' }),
      holding('department_worker', { departmentId: 'wegen' }),
    ];
    const fits = (held: Holding | null) => held?.departmentId === 'wegen';
    expect(gate(staff(groen, wegen), 'signaal.read', fits)).toEqual({ ok: true, holding: wegen });
    expect(gate(staff(groen), 'signaal.read', fits).ok).toBe(false);
  });

  it('keeps all grants apart, so that a list can be their union', () => {
    const grants = grantsFor(staff(holding('wijkregisseur'), holding('process_guard')), 'signaal.read');
    expect(grants.map((grant) => grant.reach)).toEqual(['area', 'all']);
  });
});

describe('the matrix', () => {
  it('never shows the content of reporters to who only controls or counts', () => {
    for (const role of ['auditor', 'councillor', 'raad', 'college', 'wijk_wethouder'] as const) {
      expect(reachOf('reporter.read', role)).toBeUndefined();
      expect(reachOf('signaal.read', role)).toBeUndefined();
    }
  });

  it('keeps the access log for the privacy officer, and accounts for the administrator', () => {
    expect(Object.keys(matrix['access_log.read'])).toEqual(['privacy_officer']);
    expect(Object.keys(matrix['account.manage']).sort()).toEqual(['functional_admin', 'operator']);
  });
});
