import type { Context } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { newId } from '#platform/database/ids.ts';
import type { FeedbackTable } from '#platform/database/schema.gen.ts';

/** One thing said: to the reporter, by the reporter, or among staff. */
export interface Said {
  readonly signaalId: string;
  readonly direction: FeedbackTable['direction'];
  readonly kind: FeedbackTable['kind'];
  readonly text: string;
  readonly channel: FeedbackTable['channel'];
  readonly verdict?: 'solved' | 'not_solved';
  /** The joined voice that says it, when it is not the root's own reporter. */
  readonly voiceId?: string | null;
}

/** Keeps what was said; the history keeps that it was said, by whom, and a fingerprint of the words. */
export const insertFeedback = async (context: Context, said: Said): Promise<string> => {
  const id = newId();
  await context.db
    .insertInto('feedback')
    .values({
      gemeente: context.gemeente,
      id,
      signaal_id: said.signaalId,
      direction: said.direction,
      kind: said.kind,
      text: said.text,
      text_wiped_at: null,
      verdict: said.verdict ?? null,
      channel: said.channel,
      voice_id: said.voiceId ?? null,
      author_id: context.principal.id,
      created_at: context.now,
    })
    .execute();
  context.record({
    noun: 'signaal',
    objectId: said.signaalId,
    action: `said_${said.kind}`,
    after: {
      direction: said.direction,
      channel: said.channel,
      verdict: said.verdict ?? null,
      ...(said.voiceId ? { voice_id: said.voiceId } : {}),
      text: secret(said.text),
    },
  });
  return id;
};

/** A line among staff. */
export const insertNote = (context: Context, signaalId: string, text: string): Promise<string> =>
  insertFeedback(context, { signaalId, direction: 'internal', kind: 'note', text, channel: 'none' });
