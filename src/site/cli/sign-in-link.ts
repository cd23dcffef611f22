import { createSignInLink } from '#people/index.ts';
import { execute } from '#platform/command/command.ts';
import { operatorPrincipal } from '#platform/policy/principal.ts';
import type { CliCommand } from './command.ts';
import { say } from './sentences.ts';
import { chosenTenant } from './tenants.ts';

/** A way in without mail, for somebody who has an account. */
export const signInLink: CliCommand = {
  name: 'sign-in-link',
  about: 'Maak een inloglink voor iemand met een account.',
  options: [
    { name: 'email', value: 'naam@voorbeeld.nl', about: 'Mailadres van het account.', required: true },
    { name: 'gemeente', value: 'GM0637', about: 'Code van de gemeente; nodig als er meer zijn.' },
  ],
  run: async (input, { world }) => {
    const gemeente = await chosenTenant(world, input.option('gemeente'));
    const email = input.option('email').toLowerCase();
    const path = await execute(world, gemeente, operatorPrincipal, createSignInLink, { email });
    const link = world.publicUrl(gemeente) + path;
    return { sentences: [say.link, link], facts: { gemeente, link } };
  },
};
