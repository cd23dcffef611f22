import { readSettings } from '#gemeente/index.ts';
import { type Context, defineCommand, execute } from '#platform/command/command.ts';
import { lockRow } from '#platform/command/rows.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import { runSql, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { untilFor } from './draw.ts';
import { passingClass } from './record-class.ts';
import { digestOf, linesOf, listMover } from './store.ts';

/** Lines in one transaction: short enough that nobody waits for it. */
const BATCH = 50;

interface Line {
  readonly id: string;
  readonly class: string;
  readonly object_id: string;
}

/**
 * Destroys a batch of an approved list, or, when no line is left, makes its certificate. One transaction: killed in
 * between, the next run goes on with the lines that are left. Gives whether the list is done.
 */
export const executeList = defineCommand({
  name: 'destruction.execute',
  action: 'destruction.execute',
  run: async (context, { listId }: { readonly listId: string }): Promise<boolean> => {
    context.allow();
    const { db, gemeente, now } = context;
    const list = await lockRow(context, 'destruction_list', listId);
    if (list.state !== 'approved') return true;
    const lines = await runSql<Line>(
      db,
      `select id, class, object_id from destruction_item
       where gemeente = $1 and list_id = $2 and state = 'listed' order by id limit ${BATCH}`,
      [gemeente, listId],
    );
    if (lines.length > 0) {
      await destroyLines(context, list.reference_day, lines);
      return false;
    }
    const digest = digestOf(await linesOf(db, gemeente, listId));
    await listMover.move(context, list, 'execute', { executed_at: now, digest });
    return true;
  },
});

const destroyLines = async (
  context: Context,
  referenceDay: string,
  lines: readonly Line[],
): Promise<void> => {
  const settings = await readSettings(context.db, context.gemeente, referenceDay);
  const settled: { readonly id: string; readonly state: string }[] = [];
  for (const line of lines) {
    const recordClass = passingClass(line.class);
    const until = untilFor(referenceDay, settings.get(recordClass.keep));
    const destroyed = await recordClass.destroy(context, line.object_id, until);
    settled.push({ id: line.id, state: destroyed ? 'destroyed' : 'skipped' });
  }
  await runSql(
    context.db,
    `update destruction_item i set state = n.state, settled_at = $4
     from unnest($2::uuid[], $3::text[]) as n (id, state) where i.gemeente = $1 and i.id = n.id`,
    [context.gemeente, settled.map(({ id }) => id), settled.map(({ state }) => state), context.now],
  );
};

const approvedList = (world: World, gemeente: string): Promise<string | undefined> =>
  tenantTransaction(world.pool, gemeente, async (db) => {
    const [row] = await runSql<{ id: string }>(
      db,
      `select id from destruction_list where gemeente = $1 and state = 'approved'`,
      [gemeente],
    );
    return row?.id;
  });

/** Destroys what two people approved, of every municipality; goes on where an earlier run stopped. */
export const destroyApproved = (world: World): Promise<void> =>
  everyTenant(world, async (gemeente) => {
    const listId = await approvedList(world, gemeente);
    if (listId === undefined) return;
    while (!(await execute(world, gemeente, systemPrincipal, executeList, { listId })));
  });

/** The recurring work of the destruction lists. */
export const destructionJob: RecurringJob = {
  queue: 'people-destruction',
  cron: '*/5 * * * *',
  run: destroyApproved,
};
