import { type Department, departments } from '#gemeente/index.ts';
import { type ObjectFacts, reachesObject } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { notFound } from '#platform/errors.ts';
import { afterStep } from '#platform/state-machine.ts';
import type { Rq } from '#platform/web/request.ts';
import { type PartAbout, partsOfSignaal } from '#signaal/index.ts';
import { type KnotDetail, type MoveRow, movesOfGroup, readKnot } from '../read/knot.ts';
import { knotMachine, levelOf, UNDECIDED } from '../rules/knot-states.ts';
import { ROLE_OF_LEVEL } from '../rules/mandates.ts';
import type { Failed } from '../web/form.tsx';
import { readWorkdays, type Workdays } from '../web/knot-words.tsx';

/** What this person can do with a knot now, and nothing that would be refused. */
export type KnotAct = 'take' | 'hear' | 'decide' | 'replace' | 'escalate' | 'drop' | 'execute' | 'agenda';

/** The page of one knot. */
export interface KnotPage {
  readonly knot: KnotDetail;
  readonly parts: readonly PartAbout[];
  readonly moves: readonly MoveRow[];
  readonly departments: readonly Department[];
  readonly workdays: Workdays;
  readonly acts: ReadonlySet<KnotAct>;
  readonly isGuard: boolean;
  /** Whether this person may open what it is about; else only its name stands there. */
  readonly opensObject: boolean;
  readonly failed: Failed | null;
  readonly done?: string | undefined;
}

/** Reads the page; "not found" for whoever may not see it. At most four queries. */
export const readKnotPage = (rq: Rq, id: string, failed: Failed | null, done?: string): Promise<KnotPage> =>
  rq.read(async (db) => {
    const { gemeente, principal } = rq;
    const today = isoDate(rq.now);
    const knot = await readKnot(db, gemeente, id, today);
    if (!knot) throw notFound();
    const facts: ObjectFacts = {
      buurtIds: knot.buurtIds,
      departmentIds: [knot.sideAId, knot.sideBId].filter((side) => side !== null),
      accountIds: knot.raisedById ? [knot.raisedById] : [],
    };
    if (!rq.world.gate(principal, 'knot.read', reachesObject(principal, facts)).ok) throw notFound();
    const acts = actsOn(rq, knot, facts);
    const parts = knot.objectKind === 'signaal' ? await partsOfSignaal(db, gemeente, knot.objectId) : [];
    return {
      knot,
      parts,
      opensObject: knot.objectKind !== 'signaal' || mayReadSignaal(rq, knot, parts),
      moves: knot.objectKind === 'group' ? await movesOfGroup(db, gemeente, knot.objectId) : [],
      departments: acts.has('decide') || acts.has('replace') ? await departments(db, gemeente, today) : [],
      workdays: await readWorkdays(db, gemeente, today),
      acts,
      isGuard: principal.holdings.some(({ role }) => role === 'process_guard'),
      failed,
      done,
    };
  });

const mayReadSignaal = (
  { principal, world }: Rq,
  { buurtIds }: KnotDetail,
  parts: readonly PartAbout[],
): boolean => {
  const facts = { buurtIds, departmentIds: parts.map(({ departmentId }) => departmentId), accountIds: [] };
  return world.gate(principal, 'signaal.read', reachesObject(principal, facts)).ok;
};

const actsOn = (rq: Rq, knot: KnotDetail, facts: ObjectFacts): ReadonlySet<KnotAct> => {
  const { principal, world } = rq;
  const may = (action: string): boolean => world.gate(principal, action, reachesObject(principal, facts)).ok;
  const holds = (role: string): boolean => principal.holdings.some((holding) => holding.role === role);
  const level = knot.state === 'decided' ? (knot.decisions[0]?.level ?? 'guard') : levelOf(knot.state);
  const myTurn = may('knot.decide') && holds(ROLE_OF_LEVEL[level]);
  const can = (step: keyof typeof knotMachine.steps): boolean =>
    afterStep(knotMachine, knot.state, step) !== null;
  const acts: readonly (readonly [KnotAct, boolean])[] = [
    ['take', can('take') && may('knot.guard')],
    ['hear', UNDECIDED.includes(knot.state) && may('knot.hear')],
    ['decide', can('decide') && myTurn],
    ['replace', can('replace') && myTurn],
    ['escalate', (can('escalate_to_director') || can('escalate_to_college')) && myTurn],
    ['drop', can('drop') && may('knot.guard')],
    ['execute', can('execute') && may('knot.execute')],
    ['agenda', UNDECIDED.includes(knot.state) && may('agenda.put')],
  ];
  return new Set(acts.filter(([, allowed]) => allowed).map(([act]) => act));
};
