import { endOfTerm } from '#gemeente/index.ts';
import type { Context } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { enqueue } from '#platform/mail/outbox.ts';
import { hashToken, randomToken, seal } from '#platform/secrets/index.ts';
import { startTerm } from '#platform/terms.ts';
import { type Member, membersOf } from '#wijkteam/index.ts';
import { tokenPlace } from '../advice-token.ts';
import { refuse } from '../errors.ts';
import { focuspuntTerms } from '../settings.ts';
import { moveFocuspunt, settingsOf } from '../store.ts';
import { openFocuspunt } from './prepare.ts';

/**
 * Asks the wijkteam for advice by mail (five working days) and opens the residents' reaction (fourteen days) at the same
 * moment (0.2 D4). Everybody in the wijkteam gets a link of his own. Throws `summary_missing`: residents must have words to react to.
 */
export const consultFocuspunt = defineCommand<{ readonly focuspuntId: string }, { readonly asked: number }>({
  name: 'focuspunt.consult',
  action: 'focuspunt.prepare',
  run: async (context, input) => {
    const focuspunt = await openFocuspunt(context, input.focuspuntId);
    if (focuspunt.public_summary.trim() === '') throw refuse('summary_missing');
    const settings = await settingsOf(context);
    const due = (key: keyof typeof focuspuntTerms) => endOfTerm(settings, focuspuntTerms[key], context.now);
    const [advice, reaction] = [due('advice'), due('reaction')];
    await moveFocuspunt(context, focuspunt, 'consult', {
      consulting_since: context.now,
      advice_due_at: advice,
      reaction_until: reaction,
    });
    const members = await membersOf(context.db, context.gemeente, focuspunt.area_id, context.today);
    for (const member of members) {
      await askMember(context, focuspunt.id, member, { due: advice, expires: due('advice_link') });
    }
    const about = { kind: 'focuspunt', id: focuspunt.id };
    if (members.length > 0) await startTerm(context, 'focus_advice', about, advice);
    await startTerm(context, 'focus_reaction', about, reaction);
    context.emit('focuspunt.consulting', focuspunt.id);
    return { asked: members.length };
  },
});

const askMember = async (
  context: Context,
  focuspuntId: string,
  member: Member,
  { due, expires }: { readonly due: Date; readonly expires: Date },
): Promise<void> => {
  const id = newId();
  const token = randomToken();
  const { gemeente, world, now } = context;
  await context.db
    .insertInto('focuspunt_advice')
    .values({
      gemeente,
      id,
      focuspunt_id: focuspuntId,
      member_id: member.id,
      token_hash: hashToken(token),
      token_sealed: seal(world.keyring, token, tokenPlace(gemeente, id)),
      asked_at: now,
      due_at: due,
      expires_at: expires,
    })
    .execute();
  const recipient = recipientOf(member);
  if (!recipient) return;
  await enqueue(context, { ...recipient, template: 'focuspunt.advice', channel: 'mail', objectId: id });
};

/** Where the mail for somebody of the wijkteam goes; null when no address is known: the page then says so. */
export const recipientOf = (
  member: Pick<Member, 'accountId' | 'correspondentId'>,
): { recipientKind: 'account' | 'correspondent'; recipientId: string } | null => {
  if (member.accountId) return { recipientKind: 'account', recipientId: member.accountId };
  if (member.correspondentId) return { recipientKind: 'correspondent', recipientId: member.correspondentId };
  return null;
};
