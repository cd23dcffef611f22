import { execute, runInside } from '../command/command.ts';
import { everyTenant } from '../database/every-tenant.ts';
import { runSql, tenantTransaction } from '../database/tenant-transaction.ts';
import type { RecurringJob, Subscription } from '../jobs/jobs.ts';
import { systemPrincipal } from '../policy/principal.ts';
import type { World } from '../world.ts';
import { deliverCommand } from './deliver.ts';
import { isOfTheServer } from './delivery-errors.ts';
import type { PostOffice } from './office.ts';
import { MESSAGE_QUEUED } from './outbox.ts';

const SWEEP_SIZE = 50;

/** Sends a mail as soon as it is in the outbox. */
export const mailSubscriptions = (office: PostOffice): Subscription[] => {
  const deliver = deliverCommand(office);
  return [
    {
      queue: 'mail-send',
      events: [MESSAGE_QUEUED],
      handle: async (world, db, { gemeente, objectId }) => {
        await runInside(world, gemeente, systemPrincipal, db, deliver, { id: objectId });
      },
    },
  ];
};

/** Tries again what did not arrive, and takes up what lost its job; each mail in a transaction of its own. */
export const mailRecurring = (office: PostOffice): RecurringJob[] => {
  const deliver = deliverCommand(office);
  return [
    {
      queue: 'mail-retry',
      cron: '* * * * *',
      run: (world) =>
        everyTenant(world, async (gemeente) => {
          for (const id of await dueMail(world, gemeente)) {
            const error = await execute(world, gemeente, systemPrincipal, deliver, { id });
            // One mail tells it for all: the others wait for the next minute, and hold no connection meanwhile.
            if (isOfTheServer(error)) return;
          }
        }),
    },
  ];
};

const dueMail = (world: World, gemeente: string): Promise<string[]> =>
  tenantTransaction(world.pool, gemeente, async (db) => {
    const rows = await runSql<{ id: string }>(
      db,
      `select id from message where gemeente = $1 and state = 'queued' and next_try_at <= $2
       order by next_try_at, id limit ${SWEEP_SIZE}`,
      [gemeente, world.clock.now()],
    );
    return rows.map((row) => row.id);
  });
