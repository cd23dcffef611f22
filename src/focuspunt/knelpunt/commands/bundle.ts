import { defineCommand, runInside } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { referIndividual } from '#signaal/index.ts';
import { refuse } from '../errors.ts';
import { freeSignalen, insertSignalen, MOST_SIGNALEN, signalenIn } from '../store/bundle.ts';
import { openKnelpunt } from '../store/load.ts';
import { changeKnelpunt } from '../store/move.ts';
import { tellReporters } from '../store/tell.ts';
import { insertCarePatterns } from './make.ts';

/** Adds signalen to a knelpunt; only reporters who did not hear its sentence yet hear it. Gives how many. */
export const addSignalen = defineCommand<
  { knelpuntId: string; signaalIds: readonly string[]; carePatternIds: readonly string[] },
  { told: number }
>({
  name: 'knelpunt.bundle',
  action: 'knelpunt.make',
  run: async (context, input) => {
    const { knelpunt } = await openKnelpunt(context, input.knelpuntId);
    const here = new Set(await signalenIn(context, knelpunt.id));
    const wanted = input.signaalIds.filter((id) => !here.has(id));
    const signalen = await freeSignalen(context, wanted);
    if (here.size + signalen.length > MOST_SIGNALEN) throw refuse('too_many_signalen');
    await insertSignalen(
      context,
      knelpunt.id,
      signalen.map(({ id }) => id),
    );
    await insertCarePatterns(context, knelpunt.id, input.carePatternIds);
    const changed = await changeKnelpunt(context, knelpunt, 'bundled');
    return { told: await tellReporters(context, changed, 'bundled') };
  },
});

interface Removal {
  readonly knelpuntId: string;
  readonly signaalId: string;
}

/** Takes signalen out, with a reason; each stays a signaal (S3). Throws `knelpunt_reason_missing`, `signaal_not_in_knelpunt`. */
export const removeSignaal = defineCommand<Removal & { reason: string }, void>({
  name: 'knelpunt.unbundle',
  action: 'knelpunt.make',
  run: async (context, input) => {
    const { knelpunt } = await openKnelpunt(context, input.knelpuntId);
    if (input.reason.trim() === '') {
      throw refuse('knelpunt_reason_missing', { fields: { reason: 'knelpunt_reason_missing' } });
    }
    const rows = await runSql(
      context.db,
      `update knelpunt_signaal set removed_at = $4, removed_reason = $5
       where gemeente = $1 and knelpunt_id = $2 and signaal_id::text = $3 and removed_at is null returning signaal_id`,
      [context.gemeente, knelpunt.id, input.signaalId, context.now, input.reason.trim()],
    );
    if (rows.length === 0) throw refuse('signaal_not_in_knelpunt', { status: 409 });
    context.record({
      noun: 'signaal',
      objectId: input.signaalId,
      action: 'unbundled',
      after: { knelpunt_id: knelpunt.id },
    });
    await changeKnelpunt(context, knelpunt, 'unbundled');
  },
});

/**
 * "Hoort niet hier maar bij het zorgnetwerk": the signaal leaves the bundle through the gate; its text is wiped, its
 * reporter hears where to go, a count stays (rapport L280-290). Throws what the gate throws, `signaal_not_in_knelpunt`.
 */
export const referBundled = defineCommand<Removal & { text: string; referredTo: string }, void>({
  name: 'knelpunt.refer_individual',
  action: 'knelpunt.make',
  run: async (context, input) => {
    const { knelpunt } = await openKnelpunt(context, input.knelpuntId);
    const here = await signalenIn(context, knelpunt.id);
    if (!here.includes(input.signaalId)) throw refuse('signaal_not_in_knelpunt', { status: 409 });
    const { world, gemeente, principal, db } = context;
    await runInside(world, gemeente, principal, db, referIndividual, {
      signaalId: input.signaalId,
      text: input.text,
      referredTo: input.referredTo,
    });
    // What stays must tell nothing: neither that it was here, nor why it went.
    await runSql(
      db,
      'delete from knelpunt_signaal where gemeente = $1 and knelpunt_id = $2 and signaal_id = $3',
      [gemeente, knelpunt.id, input.signaalId],
    );
    await changeKnelpunt(context, knelpunt, 'referred_individual');
  },
});
