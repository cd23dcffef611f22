import type { Holding, Principal } from '#platform/policy/principal.ts';
import type { Assignment, Signaal } from './store/load.ts';

/** What the gate must know of a signaal to say whether somebody's reach contains it. */
export interface SignaalFacts {
  readonly buurtId: string | null;
  readonly queue: string;
  readonly complex: boolean;
  readonly kind: string;
  readonly registeredBy: string | null;
  readonly channel: string;
  /** Departments that hold or held a part of it; a complaint about conduct names only its own. */
  readonly departmentIds: readonly string[];
  /** The area whose wijkregisseur takes this buurt because no other does; null when the buurt has one. */
  readonly fallbackAreaId: string | null;
}

/** The facts of a loaded signaal. */
export const factsOf = (
  signaal: Signaal,
  assignments: readonly Assignment[],
  fallbackAreaId: string | null = null,
): SignaalFacts => ({
  buurtId: signaal.buurt_id,
  queue: signaal.queue,
  complex: signaal.complex,
  kind: signaal.kind,
  registeredBy: signaal.registered_by,
  channel: signaal.channel,
  departmentIds: assignments.map((assignment) => assignment.department_id),
  fallbackAreaId,
});

/**
 * Whether a reach of the role matrix contains this signaal. `hasCode` says that the visitor showed its code.
 * A complaint about conduct is seen by the complaints coordinator and by whoever registered it only (0.2 D17).
 */
export const reaches =
  (principal: Principal, facts: SignaalFacts, hasCode = false) =>
  (holding: Holding | null, reach: string): boolean => {
    if (facts.kind === 'complaint' && !mayKnowComplaint(principal, facts, holding, hasCode)) return false;
    switch (reach) {
      case 'all':
        return true;
      case 'code':
        return hasCode;
      case 'own':
        return principal.id !== null && facts.registeredBy === principal.id;
      case 'area':
        return inArea(holding, facts);
      case 'department':
        return facts.departmentIds.includes(holding?.departmentId ?? '');
      case 'desk':
        return atDesk(facts);
      case 'simple':
        return atDesk(facts) && !facts.complex;
      case 'question':
        return facts.kind === 'question' && facts.queue === 'desk';
      case 'complaint':
        return facts.kind === 'complaint';
      default:
        return false;
    }
  };

/**
 * Whether a reach contains one holder's part: of a department only its own part, never that of a neighbour on the same
 * signaal; of a person only what he took on himself (C3: "only the accepted holder").
 */
export const reachesPart =
  (principal: Principal, facts: SignaalFacts, part: Pick<Assignment, 'department_id' | 'account_id'>) =>
  (holding: Holding | null, reach: string): boolean => {
    if (reach === 'own') {
      return principal.id !== null && part.account_id === principal.id && facts.kind !== 'complaint';
    }
    return reaches(principal, { ...facts, departmentIds: [part.department_id] })(holding, reach);
  };

/** How somebody speaks through a desk; what staff note on the street, partners and councillors is not the desk's. */
export const DESK_CHANNELS: readonly string[] = ['desk', 'phone', 'paper', 'mail'];

/** Staff registered it at a desk, by phone, from paper or from a mail, or it waits at the desk. */
const atDesk = ({ queue, registeredBy, channel }: SignaalFacts): boolean =>
  queue === 'desk' || (registeredBy !== null && DESK_CHANNELS.includes(channel));

const inArea = (holding: Holding | null, facts: SignaalFacts): boolean => {
  if (!holding) return false;
  if (holding.buurtIds === null) return true;
  if (facts.buurtId !== null && holding.buurtIds.includes(facts.buurtId)) return true;
  return facts.fallbackAreaId !== null && facts.fallbackAreaId === holding.areaId;
};

const mayKnowComplaint = (
  principal: Principal,
  facts: SignaalFacts,
  holding: Holding | null,
  hasCode: boolean,
): boolean =>
  hasCode ||
  principal.kind === 'system' ||
  holding?.role === 'complaints_coordinator' ||
  holding?.role === 'privacy_officer' ||
  (principal.id !== null && facts.registeredBy === principal.id);
