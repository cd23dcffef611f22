import { defineCommand, execute, runInside } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import { runSql, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { RecurringJob, Subscription } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { nextOf } from './steps.ts';
import { changeRelease, contentOf, lockRelease } from './store.ts';
import { tellers } from './tell.ts';

/**
 * Takes one step of the news of one release: its release when the embargo is over, or the next in the order. The row is held,
 * so that two who come at once send each message once; each step is a transaction of its own, never earlier than the one before.
 */
export const advanceRelease = defineCommand<{ readonly releaseId: string }, { readonly more: boolean }>({
  name: 'release.advance',
  action: 'release.send',
  run: async (context, { releaseId }) => {
    context.allow();
    const release = await lockRelease(context, releaseId);
    const step = nextOf(release, context.now);
    if (step === 'wait' || step === 'over') return { more: false };
    if (step === 'release') {
      await changeRelease(context, release, 'release', { released_at: context.now });
    } else {
      await tellers[step](context, release, contentOf(release));
      await changeRelease(context, release, `told_${step}`, { [`${step}_told_at`]: context.now });
    }
    context.emit('release.advanced', releaseId);
    return { more: true };
  },
});

/** As soon as a release may go, and after each step: the next one. */
export const newsChain: Subscription = {
  queue: 'focuspunt.news',
  events: ['release.signed', 'release.released', 'release.advanced'],
  handle: async (world, db, { gemeente, objectId }) => {
    await runInside(world, gemeente, systemPrincipal, db, advanceRelease, { releaseId: objectId });
  },
};

const WAITING = `select id from news_release where gemeente = $1 and press_told_at is null and embargo_until <= $2
  and mayor_signed_at is not null and secretary_signed_at is not null order by embargo_until, id limit 100`;

/** Sends what may go in one municipality, each release to its end. */
export const sendNews = async (world: World, gemeente: string): Promise<void> => {
  const waiting = await tenantTransaction(world.pool, gemeente, (db) =>
    runSql<{ id: string }>(db, WAITING, [gemeente, world.clock.now()]),
  );
  for (const { id } of waiting) {
    for (let more = true; more; ) {
      ({ more } = await execute(world, gemeente, systemPrincipal, advanceRelease, { releaseId: id }));
    }
  }
};

/** Each minute: an embargo may have ended. */
export const newsSweep: RecurringJob = {
  queue: 'focuspunt.news-sweep',
  cron: '* * * * *',
  run: (world) => everyTenant(world, (gemeente) => sendNews(world, gemeente)),
};
