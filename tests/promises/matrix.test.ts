import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allActions, isAction, reachOf, roles } from '#people/index.ts';
import type { Command } from '#platform/command/command.ts';
import type { Route } from '#platform/web/route.ts';
import type { World } from '#platform/world.ts';
import { type Cell, cellsOf, checkCells, mayBy } from './checks/matrix.ts';
import { objectCellsOf } from './checks/matrix-objects.ts';
import { type Actor, castOf, type Subject, subjectsOf } from './support/cast.ts';
import { readCommands } from './support/command-objects.ts';
import { type House, openHouse } from './support/house.ts';
import { type AnyObject, anyObjectOf } from './support/objects.ts';

let house: House;
let cast: Actor[];
let subjects: Subject[];
let commands: Command<unknown, unknown>[];
let anyObject: AnyObject;
beforeAll(async () => {
  house = await openHouse();
  subjects = await subjectsOf(house);
  cast = await castOf(house);
  commands = await readCommands();
  anyObject = await anyObjectOf(house);
}, 120_000);
afterAll(() => house?.close());

const allCells = async (world: World, wanted: readonly Command<unknown, unknown>[]): Promise<Cell[]> => {
  const cells: Cell[] = [];
  const { gemeente } = house.town;
  for (const command of wanted) {
    const own = ABOUT_SIGNAAL.test(command.name)
      ? await cellsOf(world, gemeente, command, cast, subjects)
      : await objectCellsOf(world, gemeente, command, cast, anyObject, OF_ONESELF.has(command.name));
    cells.push(...own);
  }
  return cells;
};

/** Commands about a signaal or a part of one, whose every sort is tried. */
const ABOUT_SIGNAAL = /^(assignment|care|draft|reporter|signaal)\.|^(product\.count|term\.sweep)$/;

/** Commands whose object is whoever asks: nobody can stand outside it. */
const OF_ONESELF = new Set(['bandwidth.ask']);

/** For each action the first page and the first form that ask it. */
const routesOfActions = (): Route[] => {
  const first = new Map<string, Route>();
  for (const route of house.site.routes) {
    const key = `${route.policy} ${route.method}`;
    if (!first.has(key)) first.set(key, route);
  }
  return [...first.values()];
};

const ABSENT = '0198c0de-0000-7000-8000-000000000001';
const pathOf = ({ path }: Route): string =>
  path.replaceAll(/:code/g, '0000-0000-0000').replaceAll(/:\w+/g, ABSENT);

/** Every role knocks at the doors of every action: opened or not, as the matrix says; an absent object is no refusal. */
const cellsOfRoutes = async (routes: readonly Route[]): Promise<Cell[]> => {
  const cells: Cell[] = [];
  for (const actor of cast) {
    if (actor.role !== 'resident' && actor.email === undefined) continue;
    const client = await house.visit(actor.email);
    for (const route of routes) {
      // A form about the session itself may end it: somebody else in the same role sends that one.
      const sender = ENDS_SESSION.test(route.path) ? await house.visit(actor.email) : client;
      const answer = await (route.method === 'GET' ? sender.get(pathOf(route)) : sender.post(pathOf(route)));
      const turnedAway = answer.location?.startsWith('/aanmelden') && actor.role === 'resident';
      const was = answer.status !== 401 && answer.status !== 403 && !turnedAway;
      const what = `${route.method} ${route.path}`;
      cells.push({ action: route.policy, role: actor.role, what, should: mayBy(actor, route.policy), was });
    }
  }
  return cells;
};

const ENDS_SESSION = /^\/(aanmelden|afmelden|demo)/;

/** Actions that nothing asks for by name, with the reason. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  'signaal.close': 'the sweep of terms closes, as term.sweep',
};

describe('the role matrix', () => {
  it('is what every command does, for every role, with objects inside and outside its reach', async () => {
    const cells = await allCells(house.site.world, commands);
    const { seen, breaches } = checkCells(cells);
    expect(breaches).toEqual([]);
    const ran = new Set(cells.map(({ what }) => what));
    const unasked = commands.map(({ name }) => name).filter((name) => !ran.has(name));
    expect(unasked.length, unasked.join(' ')).toBeLessThanOrEqual(2);
    expect(subjects.length).toBeGreaterThanOrEqual(12);
    expect(seen).toBeGreaterThan(3_000);
    // Inside and outside: so many pairs of a role and an action were allowed with one object and refused with another.
    const pairs = Map.groupBy(cells, ({ role, action }) => `${role} ${action}`);
    const bounded = [...pairs.values()].filter((own) => new Set(own.map(({ was }) => was)).size === 2);
    expect(bounded.length).toBeGreaterThan(80);
    expect(pairs.size).toBeGreaterThan(1_000);
  }, 120_000);

  it('is what every kind of page and form does, for every role that comes in', async () => {
    const routes = routesOfActions();
    const { seen, breaches } = checkCells(await cellsOfRoutes(routes));
    expect(breaches).toEqual([]);
    expect(routes.length).toBeGreaterThan(35);
    expect(seen).toBeGreaterThan(1_200);
  }, 120_000);

  it('names no action that nothing asks', () => {
    const asked = new Set([
      ...commands.map(({ action }) => action),
      ...house.site.routes.map(({ policy }) => policy),
    ]);
    expect(allActions.filter((action) => !asked.has(action) && !Object.hasOwn(NOT_ASKED, action))).toEqual(
      [],
    );
    expect(Object.keys(NOT_ASKED).filter((action) => asked.has(action) || !isAction(action))).toEqual([]);
    expect(allActions.length).toBeGreaterThan(35);
  });

  it('lets who may read a signaal open it, and nobody else', async () => {
    const cells: Cell[] = [];
    for (const actor of cast.filter(({ email }) => email !== undefined)) {
      const client = await house.visit(actor.email);
      for (const subject of subjects) {
        const { status } = await client.get(`/signalen/${subject.id}`);
        const should = mayBy(actor, 'signaal.read', subject) || mayBy(actor, 'assignment.answer', subject);
        cells.push({
          action: 'signaal.read',
          role: actor.role,
          what: `${subject.kind} in ${subject.queue}`,
          should,
          was: status === 200,
        });
      }
    }
    const { seen, breaches } = checkCells(cells);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(400);
  }, 120_000);

  it('is what the page of roles and its JSON tell', async () => {
    const client = await house.visit();
    const told: { roles: { id: string; may: Record<string, string> }[] } = JSON.parse(
      (await client.get('/rollen.json')).text,
    );
    let cells = 0;
    for (const { id } of roles) {
      for (const action of allActions) {
        cells += 1;
        const reach = isAction(action) ? reachOf(action, id) : undefined;
        expect(told.roles.find((role) => role.id === id)?.may[action], `${id} ${action}`).toBe(reach);
      }
    }
    expect(cells).toBeGreaterThan(1_300);
    const page = (await client.get('/rollen')).text;
    expect(page.match(/<tr\b/g)?.length).toBeGreaterThanOrEqual(allActions.length);
  });
});

describe('seen red', () => {
  const few = () => commands.filter(({ name }) => ['signaal.note', 'term.sweep'].includes(name));

  it('finds a gate that lets everybody in, one that lets nobody in, and one that forgets the object', async () => {
    const world = house.site.world;
    const open = await allCells({ ...world, gate: () => ({ ok: true, holding: null }) }, few());
    expect(checkCells(open).breaches.join('\n')).toMatch(/signaal\.note.* as councillor: is allowed/);
    const shut = await allCells({ ...world, gate: () => ({ ok: false, code: 'forbidden' }) }, few());
    expect(checkCells(shut).breaches.join('\n')).toMatch(/term\.sweep.* as system: is refused/);
    const blind = await allCells(
      { ...world, gate: (principal, action) => world.gate(principal, action) },
      few(),
    );
    expect(blind.length).toBeGreaterThan(0);
    const boundless = await allCells(
      { ...world, gate: (principal, action, fits) => world.gate(principal, action, fits && (() => true)) },
      few(),
    );
    expect(checkCells(boundless).breaches.join('\n')).toMatch(
      /signaal\.note.* as department_worker: is allowed/,
    );
  });
});
