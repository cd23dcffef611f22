import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import type { MessageChannel, MessageRow, MessageTemplate } from '#platform/mail/template.ts';
import type { Lang } from '#platform/texts/catalogue.ts';
import type { World } from '#platform/world.ts';
import { messageFacts } from './facts.ts';
import { followLine, type Words, type Writing, writeMessage } from './letter.ts';

/** What a room above knows of a letter to the reporter of a signaal: how and in which language, never to whom. */
export interface ReporterLetter {
  readonly channel: MessageChannel;
  readonly lang: Lang;
  /** The kind of signaal, its day and its number, to fill in. */
  readonly about: Writing['about'];
  /** The code, to read or to hear. */
  readonly followLine: string;
}

/** A message of another room to reporters. */
export interface ReporterMessage<Loaded> {
  readonly name: string;
  /** Reads what the message tells; null when there is nothing to tell any more. */
  readonly load: (world: World, db: TenantDb, message: MessageRow) => Promise<Loaded | null>;
  /** Its subject, and its paragraphs between our greeting and closing. */
  readonly words: (letter: ReporterLetter, loaded: Loaded) => Words;
}

/** Makes the template of such a message: address and words are made at the moment of sending (D9, C5.5). */
export const reporterTemplate = <Loaded>({
  name,
  load,
  words,
}: ReporterMessage<Loaded>): MessageTemplate => ({
  name,
  render: async (world, db, message) => {
    const facts = await messageFacts(world, db, message);
    const loaded = facts ? await load(world, db, message) : null;
    if (!facts || loaded === null) return null;
    return writeMessage(facts, message.channel, (writing) =>
      words(
        {
          channel: message.channel,
          lang: facts.lang,
          about: writing.about,
          followLine: followLine(writing),
        },
        loaded,
      ),
    );
  },
});
