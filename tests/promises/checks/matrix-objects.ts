import { isAction, isRole, reachOf } from '#people/index.ts';
import type { Command } from '#platform/command/command.ts';
import type { Principal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import type { Actor } from '../support/cast.ts';
import type { AnyObject } from '../support/objects.ts';
import { AT_ONCE, askOf, type Cell } from './matrix.ts';

const ELSEWHERE = '0198c0de-0000-7000-8000-00000000e15e';

/** The same roles for the whole municipality. */
const everywhere = ({ principal }: Actor): Principal => ({
  ...principal,
  holdings: principal.holdings.map((holding) => ({ ...holding, areaId: null, buurtIds: null })),
});

/** The same roles of somebody else, in an area and a department that no object is about. */
const elsewhere = ({ principal }: Actor): Principal => ({
  ...principal,
  id: principal.id === null ? null : ELSEWHERE,
  holdings: principal.holdings.map((holding) => ({
    ...holding,
    areaId: ELSEWHERE,
    buurtIds: [ELSEWHERE],
    departmentId: ELSEWHERE,
  })),
});

/** How far this actor's roles reach with an action: the reach of each role that has the right. */
const reachesOf = (actor: Actor, action: string): string[] => {
  if (!isAction(action)) return [];
  const isMachine = actor.role === 'system' || actor.role === 'operator';
  const roles = isMachine
    ? [actor.role]
    : [...actor.principal.holdings.map(({ role }) => role).filter(isRole), 'resident' as const];
  return roles.flatMap((role) => reachOf(action, role) ?? []);
};

/**
 * What the matrix says of an object about which only this is known: it lies in some area, at some department, with some
 * people. Null where that does not decide it: `own` and `department` inside their reach are each room's own tests.
 */
const mayFrom = (reaches: readonly string[], where: 'everywhere' | 'elsewhere'): boolean | null => {
  if (reaches.length === 0) return false;
  if (reaches.includes('all')) return true;
  if (where === 'everywhere' && reaches.includes('area')) return true;
  const known = reaches.every((reach) => reach === 'area' || reach === 'department' || reach === 'own');
  return where === 'elsewhere' && known ? false : null;
};

/**
 * Runs a command that asks about an object of its own as everybody, twice: with the roles held for the whole municipality,
 * and held where no object lies. `ofOneself` names commands whose object is whoever asks.
 */
export const objectCellsOf = async (
  world: World,
  gemeente: string,
  command: Command<unknown, unknown>,
  cast: readonly Actor[],
  anyObject: AnyObject,
  ofOneself: boolean,
): Promise<Cell[]> => {
  const { action, name } = command;
  const cells: Cell[] = [];
  const asThis = async (actor: Actor): Promise<void> => {
    const reaches = reachesOf(actor, action);
    for (const [where, principal] of [
      ['everywhere', everywhere(actor)],
      ['elsewhere', elsewhere(actor)],
    ] as const) {
      const answer = await askOf(world, gemeente, { ...actor, principal }, command, anyObject);
      if (answer === null) continue;
      const isSelf = ofOneself && where === 'elsewhere' && reaches.includes('own');
      const should = answer.asksObject && !isSelf ? mayFrom(reaches, where) : reaches.length > 0;
      if (should === null) continue;
      cells.push({ action, role: actor.role, what: name, should, was: answer.allowed });
      // What is not asked about an object is answered alike wherever the roles are held.
      if (!answer.asksObject) break;
    }
  };
  for (let from = 0; from < cast.length; from += AT_ONCE) {
    await Promise.all(cast.slice(from, from + AT_ONCE).map(asThis));
  }
  return cells;
};
