import { isAction, isRole, reachOf } from '#people/index.ts';
import { type Command, execute } from '#platform/command/command.ts';
import type { Holding } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import type { Actor, Subject } from '../support/cast.ts';
import type { Finding } from '../support/finding.ts';

/** A command of which only the question to the gate is wanted: nothing that it writes is kept. */
class GateAnswered extends Error {
  readonly allowed: boolean;
  readonly asksObject: boolean;

  constructor(allowed: boolean, asksObject: boolean) {
    super('the gate has answered');
    this.allowed = allowed;
    this.asksObject = asksObject;
  }
}

/** What the matrix must say, worked out anew from its rows: who may do an action, and with which object. */
export const mayBy = (actor: Actor, action: string, subject?: Subject, hasCode = false): boolean => {
  if (!isAction(action)) return false;
  const isMachine = actor.role === 'system' || actor.role === 'operator';
  const held = actor.principal.holdings.flatMap((holding) =>
    isRole(holding.role) ? [{ role: holding.role, holding }] : [],
  );
  const ways = isMachine
    ? [{ role: actor.role, holding: null }]
    : [...held, { role: 'resident' as const, holding: null }];
  return ways.some(({ role, holding }) => {
    const reach = reachOf(action, role);
    if (reach === undefined) return false;
    return subject === undefined || liesWithin(reach, { actor, action, subject, hasCode, holding });
  });
};

interface Asked {
  readonly actor: Actor;
  readonly action: string;
  readonly subject: Subject;
  readonly hasCode: boolean;
  readonly holding: Holding | null;
}

/** The words of matrix.ts on each reach, as conditions. */
const liesWithin = (reach: string, asked: Asked): boolean => {
  const { actor, action, subject, hasCode, holding } = asked;
  const me = actor.principal.id;
  const isPart = action === 'assignment.answer';
  const isComplaint = subject.kind === 'complaint';
  if (isComplaint && (!knowsComplaint(asked) || (isPart && reach === 'own'))) return false;
  const through = ['desk', 'phone', 'paper', 'mail'].includes(subject.channel);
  const desk = subject.queue === 'desk' || (subject.registered_by !== null && through);
  const departments = isPart ? [subject.part_department_id] : subject.department_ids;
  const conditions: Record<string, boolean> = {
    all: true,
    code: hasCode,
    own: me !== null && (isPart ? subject.part_account_id === me : subject.registered_by === me),
    area: holding !== null && isInArea(holding, subject),
    department: holding?.departmentId != null && departments.includes(holding.departmentId),
    desk,
    simple: desk && !subject.complex,
    question: subject.kind === 'question' && subject.queue === 'desk',
    complaint: isComplaint,
    aggregate: false,
    log: false,
  };
  return conditions[reach] ?? false;
};

/** In the holding's own buurten, or in one that nobody has and that falls to its area. */
const isInArea = ({ buurtIds, areaId }: Holding, { buurt_id, fallback_area_id }: Subject): boolean =>
  buurtIds === null || buurtIds.includes(buurt_id ?? '') || (areaId !== null && areaId === fallback_area_id);

/** A complaint about conduct is known to its coordinator, to whoever wrote it down, and to who has its code (0.2 D17). */
const knowsComplaint = ({ actor, subject, hasCode, holding }: Asked): boolean => {
  const mine = actor.principal.id !== null && subject.registered_by === actor.principal.id;
  const office = holding?.role === 'complaints_coordinator' || holding?.role === 'privacy_officer';
  return hasCode || actor.role === 'system' || office || mine;
};

/** One cell of the matrix that was run: what should be, what was. */
export interface Cell {
  readonly action: string;
  readonly role: string;
  readonly what: string;
  readonly should: boolean;
  readonly was: boolean;
}

/** Each cell says what it should; `seen` counts the cells. */
export const checkCells = (cells: readonly Cell[]): Finding => ({
  seen: cells.length,
  breaches: cells
    .filter(({ should, was }) => should !== was)
    .map(
      ({ action, role, what, should }) =>
        `${what} (${action}) as ${role}: ${should ? 'is refused' : 'is allowed'}`,
    ),
});

const INPUT = {
  text: 'x',
  reason: 'x',
  name: 'x',
  channel: 'desk',
  id: '0198c0de-0000-7000-8000-000000000001',
};

/** Runs a command up to its question to the gate; null when it never asked. */
export const askOf = async (
  world: World,
  gemeente: string,
  actor: Actor,
  command: Command<unknown, unknown>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ allowed: boolean; asksObject: boolean } | null> => {
  const listening: World = {
    ...world,
    gate: (principal, action, fits) => {
      const verdict = world.gate(principal, action, fits);
      if (action === command.action) throw new GateAnswered(verdict.ok, fits !== undefined);
      return verdict;
    },
  };
  try {
    await execute(listening, gemeente, actor.principal, command, { ...INPUT, ...more });
    return null;
  } catch (error) {
    if (error instanceof GateAnswered) return error;
    return null;
  }
};

/** What the reporter may do is done with the code, or without it by staff. */
const WITH_CODE = /^signaal\.(add|withdraw|confirm|object)$/;

/** No more than there are connections. */
export const AT_ONCE = 6;

/** Runs a command as everybody, with every sort of signaal when it asks of one; nobody when it could not be brought to ask. */
export const cellsOf = async (
  world: World,
  gemeente: string,
  command: Command<unknown, unknown>,
  cast: readonly Actor[],
  subjects: readonly Subject[],
): Promise<Cell[]> => {
  const { action, name } = command;
  const cells: Cell[] = [];
  const run = async (actor: Actor, subject: Subject | undefined, hasCode: boolean): Promise<boolean> => {
    const input = subject ? { signaalId: subject.id, assignmentId: subject.part_id, hasCode } : {};
    const answer = await askOf(world, gemeente, actor, command, input);
    if (answer === null) return false;
    const object = answer.asksObject ? subject : undefined;
    const should = mayBy(actor, action, object, hasCode);
    cells.push({ action, role: actor.role, what: name, should, was: answer.allowed });
    return answer.asksObject;
  };
  const fitting = subjects.filter(({ part_id }) => part_id !== null || action !== 'assignment.answer');
  const asThis = async (actor: Actor, turn: number): Promise<void> => {
    // Each begins with another signaal, so that they do not wait for one another's lock.
    for (const subject of [...fitting.slice(turn), ...fitting.slice(0, turn)]) {
      const asksObject = await run(actor, subject, false);
      if (!asksObject) break;
      if (WITH_CODE.test(name)) await run(actor, subject, true);
    }
  };
  for (let from = 0; from < cast.length; from += AT_ONCE) {
    await Promise.all(cast.slice(from, from + AT_ONCE).map(asThis));
  }
  return cells;
};
