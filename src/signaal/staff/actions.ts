import { gate } from '#people/index.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { afterStep } from '#platform/state-machine.ts';
import { reaches, reachesPart, type SignaalFacts } from '../policy.ts';
import { type AssignmentStep, assignmentMachine } from '../rules/assignment-states.ts';
import { OPEN_STATES, type SignaalStep, signaalMachine } from '../rules/signaal-states.ts';
import type { Assignment, Signaal } from '../store/load.ts';

/** What somebody can do with a signaal as a whole. */
export type SignaalAct =
  | 'categorise'
  | 'assign'
  | 'answer'
  | 'duplicate'
  | 'refer'
  | 'to_wijkregisseur'
  | 'ask_desk'
  | 'postpone'
  | 'not_now'
  | 'note'
  | 'ask'
  | 'object'
  | 'withdraw'
  | 'contact'
  | 'correct'
  | 'erase'
  | 'publish';

/** What the holder of one part can do with it. */
export type PartAct = AssignmentStep;

/** The acts of one person on one signaal in its present state. */
export interface Acts {
  readonly signaal: ReadonlySet<SignaalAct>;
  readonly parts: ReadonlyMap<string, ReadonlySet<PartAct>>;
  /** Forwarding asks for advice: only from the wijkregisseur's own pile (0.2 D6). */
  readonly adviceAsked: boolean;
  /** Reading the contact asks for a reason: it lies outside this person's own task (0.2 D10). */
  readonly reasonAsked: boolean;
}

type State = Pick<Signaal, 'state' | 'queue'>;
type Part = Pick<Assignment, 'id' | 'state' | 'department_id' | 'account_id'>;

/** The row of the role matrix behind each act, and when the state allows it. */
const RULES: Record<SignaalAct, { action: string; when: (signaal: State) => boolean }> = {
  categorise: { action: 'signaal.categorise', when: ({ state }) => OPEN_STATES.includes(state) },
  assign: { action: 'signaal.assign', when: step('assign') },
  answer: { action: 'signaal.answer', when: step('answer') },
  duplicate: { action: 'signaal.duplicate', when: step('mark_duplicate') },
  refer: { action: 'signaal.refer', when: step('refer') },
  to_wijkregisseur: {
    action: 'signaal.to_wijkregisseur',
    when: ({ state, queue }) => (state === 'received' || state === 'reopened') && queue !== 'wijkregisseur',
  },
  ask_desk: { action: 'signaal.decide', when: waitsForWijkregisseur },
  postpone: { action: 'signaal.decide', when: waitsForWijkregisseur },
  not_now: { action: 'signaal.decide', when: waitsForWijkregisseur },
  note: { action: 'signaal.note', when: () => true },
  ask: { action: 'signaal.note', when: ({ state }) => OPEN_STATES.includes(state) },
  object: { action: 'signaal.object', when: step('reopen') },
  withdraw: { action: 'signaal.withdraw', when: step('withdraw') },
  contact: { action: 'reporter.read', when: () => true },
  correct: { action: 'reporter.correct', when: () => true },
  erase: { action: 'reporter.erase', when: () => true },
  publish: { action: 'signaal.publish', when: () => true },
};

function waitsForWijkregisseur({ state, queue }: State): boolean {
  return (state === 'received' || state === 'reopened') && queue === 'wijkregisseur';
}

function step(name: SignaalStep): (signaal: State) => boolean {
  return ({ state }) => afterStep(signaalMachine, state, name) !== null;
}

const PART_ACTS = ['accept', 'return', 'plan', 'complete'] as const;

/**
 * What this person may do with this signaal now: the same gate and the same state tables that the commands ask, so that
 * a page shows no button that is refused. Whether there is a contact at all, the page knows.
 */
export const actionsFor = (
  principal: Principal,
  facts: SignaalFacts,
  signaal: State,
  assignments: readonly Part[],
): Acts => {
  const fits = reaches(principal, facts);
  const acts = Object.entries(RULES).flatMap(([act, { action, when }]) =>
    when(signaal) && gate(principal, action, fits).ok ? [act as SignaalAct] : [],
  );
  const adviceAsked = signaal.queue === 'wijkregisseur';
  const offered = new Set(acts);
  if (adviceAsked && !maySayAdvice(principal, facts)) offered.delete('assign');
  return {
    signaal: offered,
    parts: new Map(assignments.map((part) => [part.id, partActs(principal, facts, signaal, part)])),
    adviceAsked,
    reasonAsked: !isOwnTask(principal, facts),
  };
};

/** The desk gives no advice (0.2 D6): what lies with the wijkregisseur it leaves there. */
const maySayAdvice = (principal: Principal, facts: SignaalFacts): boolean =>
  gate(principal, 'signaal.assign', (holding, reach) => {
    return reach !== 'simple' && reaches(principal, facts)(holding, reach);
  }).ok;

/** At one's own desk or department no reason is asked; looking further asks one. */
const isOwnTask = (principal: Principal, facts: SignaalFacts): boolean =>
  gate(principal, 'reporter.read', (holding, reach) => {
    const isNear = reach === 'desk' || reach === 'department' || reach === 'own' || reach === 'complaint';
    return isNear && reaches(principal, facts)(holding, reach);
  }).ok;

const partActs = (
  principal: Principal,
  facts: SignaalFacts,
  signaal: State,
  part: Part,
): ReadonlySet<PartAct> => {
  if (!gate(principal, 'assignment.answer', reachesPart(principal, facts, part)).ok) return new Set();
  return new Set(PART_ACTS.filter((act) => isPossible(act, signaal, part)));
};

/** "Gedaan" and a date may skip the acceptance: the command writes that step as well (0.2 D7). */
const isPossible = (act: PartAct, signaal: State, part: Part): boolean => {
  const from = part.state === 'offered' && (act === 'plan' || act === 'complete') ? 'accepted' : part.state;
  if (afterStep(assignmentMachine, from, act) === null) return false;
  if (act === 'plan') return afterStep(signaalMachine, signaal.state, 'plan') !== null;
  if (act === 'complete') return afterStep(signaalMachine, signaal.state, 'complete') !== null;
  return true;
};
