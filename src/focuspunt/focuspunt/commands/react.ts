import { reachesObject } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { isId, newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { countUse } from '#platform/rate-count.ts';
import { keyedHash } from '#platform/secrets/index.ts';
import { refuse } from '../errors.ts';
import { guardTexts } from '../guarded.ts';
import { reactionsPerHour } from '../settings.ts';
import { factsOf, lockFocuspunt, settingsOf } from '../store.ts';
import type { Stance } from './advise.ts';

interface Reaction {
  readonly focuspuntId: string;
  readonly stance: Stance | null;
  readonly text: string;
  /** Makes sending the same form twice count once. */
  readonly onceKey: string;
}

/**
 * Until when residents may react: the whole term, also when the college has it already. Asked of the public state: a form
 * that closes early would tell of a decision under embargo.
 */
const reactionIsOpen = (
  focuspunt: { readonly public_state: string | null; readonly reaction_until: Date | null },
  now: Date,
): boolean =>
  focuspunt.reaction_until !== null &&
  now <= focuspunt.reaction_until &&
  (focuspunt.public_state === 'consulting' || focuspunt.public_state === 'with_college');

const store = async (
  context: Context,
  input: Reaction,
  channel: 'web' | 'desk' | 'phone' | 'paper',
): Promise<void> => {
  const focuspunt = await lockFocuspunt(context, input.focuspuntId);
  if (!reactionIsOpen(focuspunt, context.now)) throw refuse('reaction_closed', { status: 409 });
  if (input.stance === null) throw refuse('stance_missing', { fields: { stance: 'stance_missing' } });
  guardTexts({ text: input.text });
  if (!(await claim(context, input))) return;
  const id = newId();
  await context.db
    .insertInto('focuspunt_reaction')
    .values({
      gemeente: context.gemeente,
      id,
      focuspunt_id: focuspunt.id,
      channel,
      stance: input.stance,
      text: input.text.trim(),
      entered_by: channel === 'web' ? null : context.principal.id,
      created_at: context.now,
    })
    .execute();
  context.record({
    noun: 'focuspunt',
    objectId: focuspunt.id,
    action: 'react',
    after: { reaction: id, channel, stance: input.stance },
  });
};

/** Whether this form comes for the first time. */
const claim = async (context: Context, { focuspuntId, onceKey }: Reaction): Promise<boolean> => {
  const { db, gemeente, world, now } = context;
  const hash = keyedHash(world.keyring, gemeente, `reaction ${focuspuntId} ${onceKey}`);
  const rows = await runSql(
    db,
    `insert into idempotency (gemeente, key_hash, result_id, created_at) values ($1, $2, $3, $4)
     on conflict do nothing returning key_hash`,
    [gemeente, hash, focuspuntId, now],
  );
  return rows.length > 0;
};

/** A resident reacts on the website (journey 5.3). Throws `reaction_closed`, `sent_too_often`, `text_has_person`. */
export const reactFocuspunt = defineCommand<Reaction & { readonly visitor: string }, void>({
  name: 'focuspunt.react',
  action: 'focuspunt.react',
  run: async (context, input) => {
    context.allow();
    const most = (await settingsOf(context)).get(reactionsPerHour);
    const bucket = `reaction ${input.visitor}`;
    const used = await countUse(context.db, context.gemeente, bucket, context.now, 3_600);
    if (used > most) throw refuse('sent_too_often', { status: 429 });
    await store(context, input, 'web');
  },
});

/** The desk or the support officer enters what came on paper, by phone or at the desk (G13: never fully digital). */
export const enterReaction = defineCommand<Reaction & { readonly channel: 'desk' | 'phone' | 'paper' }, void>(
  {
    name: 'focuspunt.enter_reaction',
    action: 'focuspunt.enter_reaction',
    run: async (context, input) => {
      context.allow();
      await store(context, input, input.channel);
    },
  },
);

/**
 * A person looked at a reaction: its words become public, as they are or made shorter, or stay inside (`publicText` null).
 * Throws `text_has_person`: what names a person is never published.
 */
export const clearReaction = defineCommand<
  { readonly reactionId: string; readonly publicText: string | null },
  { readonly focuspuntId: string }
>({
  name: 'focuspunt.clear_reaction',
  action: 'focuspunt.clear_reaction',
  run: async (context, { reactionId, publicText }) => {
    const { db, gemeente, now, principal } = context;
    if (!isId(reactionId)) throw notFound();
    const reaction = await db
      .selectFrom('focuspunt_reaction')
      .select(['id', 'focuspunt_id'])
      .where('gemeente', '=', gemeente)
      .where('id', '=', reactionId)
      .forUpdate()
      .executeTakeFirst();
    if (!reaction) throw notFound();
    const focuspunt = await lockFocuspunt(context, reaction.focuspunt_id);
    context.allow(reachesObject(principal, await factsOf(context, focuspunt)));
    const words = publicText?.trim() ?? '';
    guardTexts({ text: words });
    await db
      .updateTable('focuspunt_reaction')
      .set({ public_text: words === '' ? null : words, cleared_by: principal.id, cleared_at: now })
      .where('gemeente', '=', gemeente)
      .where('id', '=', reactionId)
      .execute();
    context.record({
      noun: 'focuspunt',
      objectId: focuspunt.id,
      action: 'clear_reaction',
      after: { reaction: reactionId, published: words !== '' },
    });
    return { focuspuntId: focuspunt.id };
  },
});
