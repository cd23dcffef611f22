import { defineCommand, execute, runInside } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { RecurringJob, Subscription } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { dueAt, settingsOf } from '../store/terms.ts';
import { takeInRun } from './commands.ts';
import { NEXT } from './draft-commands.ts';
import { sortOut } from './sort-out.ts';
import { readChunk } from './store/chunks.ts';
import { lockRun, moveRun } from './store/runs.ts';

/**
 * Takes the next chunk of an import over and asks for the one after it, all in one transaction: cut off at any moment it
 * goes on with the first chunk that was not stored. Does nothing for an import that does not run.
 */
const continueImport = defineCommand<string, void>({
  name: 'import.continue',
  action: 'signaal.import',
  run: async (context, runId) => {
    context.allow();
    const run = await lockRun(context, runId);
    if (run.state !== 'running') return;
    const rows = await readChunk(context, runId, run.nextChunk);
    const last = rows === null || run.nextChunk + 1 >= run.chunks;
    await takeInRun(context, run, await sortOut(context, run.mapping, rows ?? []), last);
    if (!last) context.emit(NEXT, runId);
  },
});

/** Each event takes one chunk. */
export const importNext: Subscription = {
  queue: 'signaal.import',
  events: [NEXT],
  handle: (world, db, { gemeente, objectId }) =>
    runInside(world, gemeente, systemPrincipal, db, continueImport, objectId),
};

/** Stops the imports that nobody began in time, so that the rows of their files go. Gives how many. */
const expireImports = defineCommand<void, number>({
  name: 'import.expire',
  action: 'signaal.import',
  run: async (context) => {
    context.allow();
    const { db, gemeente, now } = context;
    const settings = await settingsOf(context);
    const rows = await runSql<{ id: string; createdAt: Date }>(
      db,
      `select id, created_at as "createdAt" from import_run
       where gemeente = $1 and state = 'draft' order by created_at, id limit 50`,
      [gemeente],
    );
    const old = rows.filter(({ createdAt }) => dueAt(settings, 'draft', createdAt) <= now);
    for (const { id } of old) await moveRun(context, await lockRun(context, id), 'stop');
    return old.length;
  },
});

/** Every hour: files whose import was not begun are gone after the term of an unfinished form. */
export const importExpiry: RecurringJob = {
  queue: 'signaal.import-expire',
  cron: '7 * * * *',
  run: (world) =>
    everyTenant(world, async (gemeente) => {
      await execute(world, gemeente, systemPrincipal, expireImports, undefined);
    }),
};
