import { readSettings } from '#gemeente/index.ts';
import {
  addCorrespondent,
  confirmCorrespondent,
  findCorrespondent,
  holderOfToken,
  type TokenHolder,
  wipeCorrespondent,
  wipeUnconfirmed,
} from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { isId, newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { enqueue } from '#platform/mail/outbox.ts';
import { countUse } from '#platform/rate-count.ts';
import type { Lang } from '#platform/texts/catalogue.ts';
import { refuse } from './errors.ts';
import { type FollowKind, followedOf } from './followed.ts';
import { asksPerHour, mailsPerAddress, unconfirmedDays } from './settings.ts';

/** The template of the first mail: it asks whether the address is theirs. */
export const CONFIRM_MESSAGE = 'follow.confirm';

/** More than this one address does not follow: its page and its mails stay short. */
export const MOST_FOLLOWS = 50;
const PURPOSE = 'follow';
const HOUR = 3_600;
const DAY = 86_400;

const MAIL = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{1,185}\.[^\s@,;<>".]{2,24}$/u;

/** A mail address as people type it; throws `mail_missing` or `mail_unreadable`. */
const readMail = (typed: string): string => {
  const mail = typed
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .replace(/^mailto:/i, '');
  if (mail === '') throw refuse('mail_missing', { fields: { mail: 'mail_missing' } });
  if (!MAIL.test(mail)) throw refuse('mail_unreadable', { fields: { mail: 'mail_unreadable' } });
  return mail;
};

/** What is asked: which wijk or focuspunt, and where the news should go. */
export interface AskFollow {
  readonly kind: FollowKind;
  readonly objectId: string;
  readonly mail: string;
  readonly lang: Lang;
  readonly visitor: string;
}

/**
 * Asks for news by mail: one mail leaves with a link, and nothing is followed before that is used. The answer is the same
 * whether the address is known or not. Throws `mail_missing`, `mail_unreadable`, `asked_too_often`, `not_found`.
 */
export const askFollow = defineCommand<AskFollow, void>({
  name: 'follow.ask',
  action: 'follow.ask',
  run: async (context, { kind, objectId, mail: typed, lang, visitor }) => {
    context.allow();
    const { db, gemeente, now, today } = context;
    const settings = await readSettings(db, gemeente, today);
    const used = await countUse(db, gemeente, `follow ${visitor}`, now, HOUR);
    if (used > settings.get(asksPerHour)) throw refuse('asked_too_often', { status: 429 });
    const mail = readMail(typed);
    await mustBePublic(context, kind, objectId);
    const person = { purpose: PURPOSE, name: '', mail, lang, confirmed: false } as const;
    const id = await addCorrespondent(context, person);
    // Nobody fills somebody else's mailbox with first mails; who asks sees no difference.
    const mails = await countUse(db, gemeente, `follow-mail ${id}`, now, DAY);
    if (mails > settings.get(mailsPerAddress)) return;
    await enqueue(context, {
      template: CONFIRM_MESSAGE,
      recipientKind: 'correspondent',
      recipientId: id,
      channel: 'mail',
      objectId,
      variables: { kind },
    });
  },
});

const mustBePublic = async (
  { db, gemeente, today }: Context,
  kind: FollowKind,
  id: string,
): Promise<void> => {
  const found = await followedOf(db, gemeente, today, [{ kind, id }]);
  if (found.length === 0) throw notFound();
};

/** Whoever holds the link of a mail, with the row held; throws `not_found` for anybody else. */
const openLink = async (context: Context, token: string): Promise<TokenHolder> => {
  context.allow();
  const holder = await holderOfToken(context.db, context.gemeente, PURPOSE, token, true);
  if (!holder) throw notFound();
  return holder;
};

const OPEN_FOLLOWS = `select id, object_kind as kind, object_id as "objectId" from follow
  where gemeente = $1 and correspondent_id = $2 and ended_at is null order by id limit ${MOST_FOLLOWS}`;

interface OpenFollow {
  readonly id: string;
  readonly kind: string;
  readonly objectId: string;
}

const followsOf = ({ db, gemeente }: Context, holderId: string): Promise<OpenFollow[]> =>
  runSql<OpenFollow>(db, OPEN_FOLLOWS, [gemeente, holderId]);

/** With the link of the mail somebody wants the news indeed; doing it twice is following once. Throws `too_many_follows`. */
export const beginFollow = defineCommand<
  { readonly token: string; readonly kind: FollowKind; readonly objectId: string },
  void
>({
  name: 'follow.begin',
  action: 'follow.keep',
  run: async (context, { token, kind, objectId }) => {
    const holder = await openLink(context, token);
    if (holder.wiped) throw notFound();
    await mustBePublic(context, kind, objectId);
    await confirmCorrespondent(context, holder.id);
    const follows = await followsOf(context, holder.id);
    if (follows.some((follow) => follow.kind === kind && follow.objectId === objectId)) return;
    if (follows.length >= MOST_FOLLOWS) throw refuse('too_many_follows', { status: 409 });
    const row = {
      object_kind: kind,
      object_id: objectId,
      correspondent_id: holder.id,
      rhythm: 'news' as const,
    };
    const id = newId();
    await context.db
      .insertInto('follow')
      .values({ gemeente: context.gemeente, id, ...row, created_at: context.now })
      .execute();
    context.record({ noun: 'follow', objectId: id, action: 'began', after: row });
  },
});

const endFollows = async (context: Context, ids: readonly string[]): Promise<void> => {
  const { db, gemeente, now } = context;
  if (ids.length === 0) return;
  await runSql(db, 'update follow set ended_at = $3 where gemeente = $1 and id = any ($2::uuid[])', [
    gemeente,
    ids,
    now,
  ]);
  for (const id of ids) {
    context.record({
      noun: 'follow',
      objectId: id,
      action: 'ended',
      before: { ended: false },
      after: { ended: true },
    });
  }
};

/** Stops one thing, or all of it; with the last thing the address itself is wiped. Doing it twice is no fault. */
const stop = async (context: Context, holderId: string, followId: string | null): Promise<number> => {
  const follows = await followsOf(context, holderId);
  const ended = follows.filter(({ id }) => followId === null || id === followId);
  await endFollows(
    context,
    ended.map(({ id }) => id),
  );
  const left = follows.length - ended.length;
  if (left === 0) await wipeCorrespondent(context, holderId);
  return left;
};

/** Stops following with the link of a mail: one thing, or everything when `followId` is null. Gives how much is left. */
export const stopFollow = defineCommand<
  { readonly token: string; readonly followId: string | null },
  { readonly left: number }
>({
  name: 'follow.stop',
  action: 'follow.keep',
  run: async (context, { token, followId }) => {
    const holder = await openLink(context, token);
    if (holder.wiped) return { left: 0 };
    return { left: await stop(context, holder.id, isId(followId ?? '') ? followId : null) };
  },
});

/**
 * The desk stops all news for somebody who calls or comes by (C4). Whether the address followed anything is not told: nobody
 * learns by this who follows. Throws `mail_missing`, `mail_unreadable`.
 */
export const stopFollowFor = defineCommand<{ readonly mail: string }, void>({
  name: 'follow.stop_for',
  action: 'follow.stop_for',
  run: async (context, { mail }) => {
    context.allow();
    const id = await findCorrespondent(context, PURPOSE, readMail(mail));
    if (id !== null) await stop(context, id, null);
  },
});

const BATCH = 100;
/** A sweep that stood still for so long still finds what it missed, in days. */
const LOOK_BACK = 60;

/** Wipes addresses whose first mail nobody answered, one batch at once. */
export const tidyFollows = defineCommand<void, { readonly wiped: number }>({
  name: 'follow.tidy',
  action: 'term.sweep',
  run: async (context) => {
    context.allow();
    const { db, gemeente, now, today } = context;
    const days = (await readSettings(db, gemeente, today)).get(unconfirmedDays);
    const daysAgo = (n: number) => new Date(now.getTime() - n * DAY * 1_000);
    const added = { from: daysAgo(days + LOOK_BACK), before: daysAgo(days) };
    return { wiped: await wipeUnconfirmed(context, PURPOSE, added, BATCH) };
  },
});
