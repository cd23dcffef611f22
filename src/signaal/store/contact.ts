import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { blindIndex, type Keyring, open, seal } from '#platform/secrets/index.ts';
import type { Lang } from '#platform/texts/catalogue.ts';

/** How somebody wants to be answered. */
export type AnswerChannel = 'mail' | 'letter' | 'phone' | 'none';

/** What a reporter or helper left about himself. Empty texts where nothing was given. */
export interface Contact {
  readonly name: string;
  readonly mail: string;
  readonly phone: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly town: string;
}

/** Nobody known: the form was left empty. */
export const NO_CONTACT: Contact = {
  name: '',
  mail: '',
  phone: '',
  street: '',
  houseNumber: '',
  postcode: '',
  town: '',
};

/** Whether anything at all was left. */
export const isGiven = (contact: Contact): boolean => Object.values(contact).some((value) => value !== '');

const placeOf = (gemeente: string, id: string) => ({ gemeente, row: `reporter/${id}/sealed` });

/** The four searchable fingerprints of a contact; null where nothing was given. The name is found by its surname. */
export const contactIndexes = (keyring: Keyring, gemeente: string, contact: Contact) => ({
  name_index: blindIndex(keyring, gemeente, 'surname', contact.name) ?? null,
  mail_index: blindIndex(keyring, gemeente, 'mail', contact.mail) ?? null,
  phone_index: blindIndex(keyring, gemeente, 'phone', contact.phone) ?? null,
  postcode_index: blindIndex(keyring, gemeente, 'postcode', contact.postcode) ?? null,
});

/** Encrypts a contact for its own row. */
export const sealContact = (keyring: Keyring, gemeente: string, id: string, contact: Contact): Buffer =>
  seal(keyring, JSON.stringify(contact), placeOf(gemeente, id));

/** Decrypts a contact of {@link sealContact}. */
export const openContact = (keyring: Keyring, gemeente: string, id: string, sealed: Buffer): Contact => {
  const stored: Partial<Contact> = JSON.parse(open(keyring, sealed, placeOf(gemeente, id)));
  return { ...NO_CONTACT, ...stored };
};

interface NewReporter {
  readonly signaalId: string;
  readonly part: 'reporter' | 'helper';
  readonly contact: Contact;
  readonly channel: AnswerChannel;
  readonly lang: Lang;
}

/** Stores a reporter or helper encrypted, and gives its id; the history learns only that it happened. */
export const insertReporter = async (context: Context, reporter: NewReporter): Promise<string> => {
  const { world, gemeente } = context;
  const id = newId();
  await context.db
    .insertInto('reporter')
    .values({
      gemeente,
      id,
      signaal_id: reporter.signaalId,
      part: reporter.part,
      sealed: sealContact(world.keyring, gemeente, id, reporter.contact),
      ...contactIndexes(world.keyring, gemeente, reporter.contact),
      channel: reporter.channel,
      lang: reporter.lang,
      created_at: context.now,
      wiped_at: null,
    })
    .execute();
  return id;
};
