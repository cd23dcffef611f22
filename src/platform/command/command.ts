import { dutchCalendar, isoDate } from '../calendar/index.ts';
import { noteChange } from '../changes.ts';
import { newId } from '../database/ids.ts';
import { type TenantDb, tenantTransaction } from '../database/tenant-transaction.ts';
import { refuse } from '../errors.ts';
import type { DomainEvent } from '../jobs/events.ts';
import type { Holding, Principal, Verdict } from '../policy/principal.ts';
import type { World } from '../world.ts';
import { type HistoryEntry, withoutSecrets } from './history.ts';

/** What a command works with: one tenant's open transaction, the moment, and the doors to history and events. */
export interface Context {
  readonly world: World;
  readonly gemeente: string;
  readonly db: TenantDb;
  readonly principal: Principal;
  /** The moment of the command, the same for everything it writes. */
  readonly now: Date;
  /** The day in the Netherlands, `YYYY-MM-DD`. */
  readonly today: string;
  /** Asks the gate for this command's action with the loaded object; throws when refused, else gives the holding that allowed it. */
  readonly allow: (fits?: (holding: Holding | null, reach: string) => boolean) => Holding | null;
  /** Keeps who did what; written with the change. */
  readonly record: (entry: HistoryEntry) => void;
  /** Tells other rooms, in the same transaction. */
  readonly emit: (name: string, objectId: string) => void;
}

/** One way to change something; `action` is the row of the role matrix that allows it. */
export interface Command<Input, Output> {
  readonly name: string;
  readonly action: string;
  readonly run: (context: Context, input: Input) => Promise<Output>;
}

/** All declared commands with their actions; for the promise tests and the role page. */
export const declaredCommands = new Map<string, string>();

/** Declares a command; the promise tests ask of each whether its action stands in the matrix. */
export const defineCommand = <Input, Output>(command: Command<Input, Output>): Command<Input, Output> => {
  declaredCommands.set(command.name, command.action);
  return command;
};

/**
 * Runs a command in its tenant's transaction: load, ask the rule, store, history and events, commit.
 * Throws when the command never asked the gate: no policy, no answer (law 2).
 */
export const execute = async <Input, Output>(
  world: World,
  gemeente: string,
  principal: Principal,
  command: Command<Input, Output>,
  input: Input,
): Promise<Output> => {
  const output = await tenantTransaction(world.pool, gemeente, (db) =>
    runInside(world, gemeente, principal, db, command, input),
  );
  noteChange(gemeente);
  return output;
};

/** Runs a command inside a transaction that is already open: for jobs and for commands that call another room's. */
export const runInside = async <Input, Output>(
  world: World,
  gemeente: string,
  principal: Principal,
  db: TenantDb,
  command: Command<Input, Output>,
  input: Input,
): Promise<Output> => {
  const entries: HistoryEntry[] = [];
  const events: DomainEvent[] = [];
  const asked: { gate: boolean; onBehalfOf: string | null } = { gate: false, onBehalfOf: null };
  const now = world.clock.now();
  const context: Context = {
    world,
    gemeente,
    db,
    principal,
    now,
    today: isoDate(now),
    allow: (fits) => {
      const verdict = world.gate(principal, command.action, fits);
      asked.gate = true;
      asked.onBehalfOf = (verdict.ok && verdict.holding?.onBehalfOf) || null;
      return allowed(verdict);
    },
    record: (entry) => entries.push(entry),
    emit: (name, objectId) => events.push({ id: newId(), gemeente, name, objectId }),
  };
  const output = await command.run(context, input);
  if (!asked.gate) throw new Error(`Command ${command.name} asked no policy`);
  await writeHistory(context, entries, asked.onBehalfOf);
  if (events.length > 0) await world.events.send(db, events);
  return output;
};

const allowed = (verdict: Verdict): Holding | null => {
  if (verdict.ok) return verdict.holding;
  throw refuse(verdict.code, { status: verdict.code === 'sign_in_needed' ? 401 : 403 });
};

/** PostgreSQL takes 65,535 values in one statement, and a row of the history has eleven. */
const MOST_ROWS = 1_000;

const writeHistory = async (
  context: Context,
  entries: readonly HistoryEntry[],
  onBehalfOf: string | null,
): Promise<void> => {
  for (let from = 0; from < entries.length; from += MOST_ROWS)
    await writeSome(context, entries.slice(from, from + MOST_ROWS), onBehalfOf);
};

const writeSome = async (
  context: Context,
  entries: readonly HistoryEntry[],
  onBehalfOf: string | null,
): Promise<void> => {
  const { world, gemeente, principal, now } = context;
  await context.db
    .insertInto('history')
    .values(
      entries.map((entry) => ({
        gemeente,
        id: newId(),
        at: now,
        actor_kind: principal.kind,
        actor_id: principal.id,
        on_behalf_of: onBehalfOf,
        noun: entry.noun,
        object_id: entry.objectId,
        action: entry.action,
        before: withoutSecrets(world.keyring, gemeente, entry.before),
        after: withoutSecrets(world.keyring, gemeente, entry.after),
      })),
    )
    .execute();
};

/** The Dutch calendar with the free days that a municipality adds. */
export const calendarOf = (extraFreeDays: readonly string[]) =>
  dutchCalendar({ extraFreeDays: [...extraFreeDays] });
