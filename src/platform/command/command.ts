import { dutchCalendar, isoDate } from '../calendar/index.ts';
import { noteChange } from '../changes.ts';
import { newId } from '../database/ids.ts';
import { runSql, type TenantDb, tenantTransaction } from '../database/tenant-transaction.ts';
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
  const history: HistoryRow[] = [];
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
    record: (entry) => history.push(historyRow(world, gemeente, entry)),
    emit: (name, objectId) => events.push({ id: newId(), gemeente, name, objectId }),
  };
  const output = await command.run(context, input);
  if (!asked.gate) throw new Error(`Command ${command.name} asked no policy`);
  await writeHistory(context, history, asked.onBehalfOf);
  if (events.length > 0) await world.events.send(db, events);
  return output;
};

const allowed = (verdict: Verdict): Holding | null => {
  if (verdict.ok) return verdict.holding;
  throw refuse(verdict.code, { status: verdict.code === 'sign_in_needed' ? 401 : 403 });
};

/** One statement for any number of rows: it is planned once, and an import of thousands costs no thousands of parameters. */
const HISTORY = `
  insert into history (gemeente, at, actor_kind, actor_id, on_behalf_of, id, noun, object_id, action, before, after)
  select $1, $2, $3, $4, $5, h.id, h.noun, h.object_id, h.action, h.before, h.after
  from unnest($6::uuid[], $7::text[], $8::text[], $9::text[], $10::jsonb[], $11::jsonb[])
    as h (id, noun, object_id, action, before, after)`;

/** A row of the history as it is stored; made when it is recorded, which may be while the database works. */
interface HistoryRow extends Pick<HistoryEntry, 'noun' | 'objectId' | 'action'> {
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
}

const historyRow = (world: World, gemeente: string, entry: HistoryEntry): HistoryRow => {
  const json = (values: HistoryEntry['after']): string | null => {
    const plain = withoutSecrets(world.keyring, gemeente, values);
    return plain && JSON.stringify(plain);
  };
  const { noun, objectId, action } = entry;
  return { id: newId(), noun, objectId, action, before: json(entry.before), after: json(entry.after) };
};

const writeHistory = async (
  { db, gemeente, now, principal }: Context,
  rows: readonly HistoryRow[],
  onBehalfOf: string | null,
): Promise<void> => {
  if (rows.length === 0) return;
  await runSql(db, HISTORY, [
    gemeente,
    now,
    principal.kind,
    principal.id,
    onBehalfOf,
    rows.map(({ id }) => id),
    rows.map(({ noun }) => noun),
    rows.map(({ objectId }) => objectId),
    rows.map(({ action }) => action),
    rows.map(({ before }) => before),
    rows.map(({ after }) => after),
  ]);
};

/** The Dutch calendar with the free days that a municipality adds. */
export const calendarOf = (extraFreeDays: readonly string[]) =>
  dutchCalendar({ extraFreeDays: [...extraFreeDays] });
