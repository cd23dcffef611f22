import type { Context } from '#platform/command/command.ts';
import { type Contact, openContact } from './contact.ts';

/** One reporter or helper who can be told something: by id and channel, never by name or address. */
export interface Voice {
  readonly reporterId: string;
  readonly signaalId: string;
  readonly channel: 'mail' | 'letter' | 'phone';
}

/** A voice with what shows whether two of them are one person; the address stays sealed unless it must be compared. */
export interface Listener extends Voice {
  readonly person: string;
  readonly sealed: Buffer | null;
}

/**
 * The columns of a {@link Listener}, of `reporter r`. Whoever left the same mail or telephone twice is one person, and so
 * is the same name at the same postcode until the house numbers differ; without an address a reporter is himself.
 */
export const LISTENER = `
  r.id as "reporterId", r.signaal_id as "signaalId", r.channel,
  coalesce(case r.channel when 'mail' then r.mail_index when 'phone' then r.phone_index
    else r.name_index || ' ' || r.postcode_index end, r.id::text) as person,
  case when r.channel = 'letter' then r.sealed end as sealed`;

/** Remembers who was told, so that each person hears a thing once. */
export class People {
  readonly #known = new Map<string, Listener[]>();
  readonly #context: Pick<Context, 'world' | 'gemeente'>;

  constructor(context: Pick<Context, 'world' | 'gemeente'>) {
    this.#context = context;
  }

  /** Whether this is somebody new; from now on he is known. Two of one name in one street are two (law 4). */
  isNew(listener: Listener): boolean {
    const known = this.#known.get(listener.person) ?? [];
    if (known.some((one) => this.#atOneAddress(one, listener))) return false;
    this.#known.set(listener.person, [...known, listener]);
    return true;
  }

  #atOneAddress(one: Listener, other: Listener): boolean {
    if (one.sealed === null || other.sealed === null) return true;
    return this.#house(one) === this.#house(other);
  }

  #house({ reporterId, sealed }: Listener): string {
    const { world, gemeente } = this.#context;
    const contact: Contact | null = sealed ? openContact(world.keyring, gemeente, reporterId, sealed) : null;
    return (contact?.houseNumber ?? '').replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  }
}
