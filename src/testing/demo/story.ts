import { manualClock } from '#platform/clock.ts';
import { type Command, execute } from '#platform/command/command.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { Principal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import type { PeopledTown } from './load-signalen.ts';
import { demoPeople } from './people.ts';

const DAY = 86_400_000;

/** The demo at one moment of its past: what its people do there, through the real commands. */
export interface Moment {
  readonly world: World;
  readonly gemeente: string;
  /** Runs a command as an invented person, by the part of the address before the at sign. */
  readonly as: <Input, Output>(
    person: string,
    command: Command<Input, Output>,
    input: Input,
  ) => Promise<Output>;
}

const DOMAIN = '@zoetermeer.voorbeeld';

/** An invented person as the gate sees him; roles without bounds, for the demo's own loading only. */
const principalOf = (town: PeopledTown, person: string): Principal => {
  const email = `${person}${DOMAIN}`;
  const found = demoPeople.find((one) => one.email === email);
  if (!found) throw new Error(`Nobody in the demo is called ${person}`);
  const departmentId = town.departments[found.department ?? ''] ?? null;
  return {
    kind: 'staff',
    id: town.accounts[email] ?? null,
    holdings: [{ role: found.role, departmentId, areaId: null, buurtIds: null, onBehalfOf: null }],
  };
};

const at = (world: World, town: PeopledTown, moment: Date): Moment => {
  const then: World = { ...world, clock: manualClock(moment) };
  return {
    world: then,
    gemeente: town.gemeente,
    as: (person, command, input) => execute(then, town.gemeente, principalOf(town, person), command, input),
  };
};

/** The demo on a day of its past, at ten in the morning. `day` is `YYYY-MM-DD`. */
export const onDay = (world: World, town: PeopledTown, day: string): Moment =>
  at(world, town, new Date(`${day}T09:00:00Z`));

/** The demo so many days before the moment at which it is loaded. */
export const daysAgo = (world: World, town: PeopledTown, days: number): Moment =>
  at(world, town, new Date(world.clock.now().getTime() - days * DAY));

/** The plan of a focuspunt, to work on. */
export const planOf = (
  world: World,
  gemeente: string,
  focuspuntId: string,
): Promise<{ id: string; version: number }> =>
  tenantTransaction(world.pool, gemeente, (db) =>
    db
      .selectFrom('plan')
      .select(['id', 'version'])
      .where('gemeente', '=', gemeente)
      .where('focuspunt_id', '=', focuspuntId)
      .executeTakeFirstOrThrow(),
  );
