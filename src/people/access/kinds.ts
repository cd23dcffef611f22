import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { SignInKind } from '../access-log.ts';
import { peopleTexts } from '../texts.ts';

/** The words of one kind of line in the access log. */
export interface AccessKind {
  readonly catalogue: Catalogue;
  readonly key: string;
}

const OWN: readonly SignInKind[] = [
  'link_sent',
  'link_refused',
  'link_dead',
  'link_used',
  'second_factor_refused',
  'second_factor_blocked',
  'second_factor_reset',
  'signed_in',
  'signed_out',
  'sessions_ended',
  'demo_signed_in',
  'demo_refused',
];

const known = new Map<string, AccessKind>(
  OWN.map((kind) => [kind, { catalogue: peopleTexts, key: `access.kind.${kind}` }]),
);

/** All kinds that have words, in the order in which the filter shows them. */
export const accessKinds = (): ReadonlyMap<string, AccessKind> => known;

/** Gives a kind of line that another room writes its words, such as a read of contact data. Throws when the kind is taken. */
export const registerAccessKind = <Source extends Texts>(
  kind: string,
  catalogue: Catalogue<Source>,
  key: keyof Source & string,
): void => {
  if (known.has(kind)) throw new Error(`Access kind ${kind} is registered twice`);
  known.set(kind, { catalogue, key });
};
