import { defineCommand } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { newId } from '#platform/database/ids.ts';
import { refuse } from '../errors.ts';
import { identifiesPerson } from '../rules/identifies.ts';
import { type Contact, contactIndexes, openContact, sealContact } from '../store/contact.ts';
import { wipeReporters } from '../store/wipe.ts';
import { openSignaal } from './open.ts';

/** A reporter or helper as the person who may read it sees it. */
export interface ReadContact {
  readonly id: string;
  readonly part: 'reporter' | 'helper';
  readonly channel: 'mail' | 'letter' | 'phone' | 'none';
  readonly contact: Contact;
}

/** Reads who reported; each read is logged with its reason (C5.5, 0.2 D10). Throws `contact_gone` after wiping. */
export const readReporter = defineCommand<{ signaalId: string; reason: string }, ReadContact[]>({
  name: 'reporter.read',
  action: 'reporter.read',
  run: async (context, input) => {
    const { signaal } = await openSignaal(context, input.signaalId);
    const { db, gemeente, world, now, principal } = context;
    const rows = await db
      .selectFrom('reporter')
      .select(['id', 'part', 'channel', 'sealed'])
      .where('gemeente', '=', gemeente)
      .where('signaal_id', '=', signaal.id)
      .orderBy('part', 'desc')
      .limit(10)
      .execute();
    const reason = input.reason.trim();
    await db
      .insertInto('access_log')
      .values({
        gemeente,
        id: newId(),
        at: now,
        account_id: principal.id,
        kind: 'contact_read',
        object_id: signaal.id,
        reason: reason === '' ? null : reason,
      })
      .execute();
    return rows.flatMap(({ id, part, channel, sealed }) =>
      sealed ? [{ id, part, channel, contact: openContact(world.keyring, gemeente, id, sealed) }] : [],
    );
  },
});

/** Sets a mistyped address or number right (2.35). Throws `contact_gone` when it was wiped. */
export const correctReporter = defineCommand<
  { signaalId: string; reporterId: string; contact: Contact },
  void
>({
  name: 'reporter.correct',
  action: 'reporter.correct',
  run: async (context, input) => {
    const { signaal } = await openSignaal(context, input.signaalId);
    const { gemeente, world } = context;
    const row = await context.db
      .updateTable('reporter')
      .set({
        sealed: sealContact(world.keyring, gemeente, input.reporterId, input.contact),
        ...contactIndexes(world.keyring, gemeente, input.contact),
      })
      .where('gemeente', '=', gemeente)
      .where('signaal_id', '=', signaal.id)
      .where('id', '=', input.reporterId)
      .where('wiped_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!row) throw refuse('contact_gone', { status: 409 });
    context.record({
      noun: 'reporter',
      objectId: row.id,
      action: 'corrected',
      after: { contact: secret(JSON.stringify(input.contact)) },
    });
  },
});

/** Erases who reported, at the reporter's own request at the desk; the signaal goes on without (C5.12). */
export const eraseReporter = defineCommand<{ signaalId: string }, { wiped: number }>({
  name: 'reporter.erase',
  action: 'reporter.erase',
  run: async (context, input) => {
    const { signaal } = await openSignaal(context, input.signaalId);
    const flagged = signaal.guard_flags.length > 0 || identifiesPerson(signaal.text ?? '');
    return {
      wiped: await wipeReporters(context, signaal.id, { alsoText: flagged, action: 'erased_on_request' }),
    };
  },
});
