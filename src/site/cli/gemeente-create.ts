import { makeTenant, saveDepartment } from '#gemeente/index.ts';
import { addHolding, createAccount, createSignInLink } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { type Command, runInside } from '#platform/command/command.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { operatorPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import type { CliCommand } from './command.ts';
import { say } from './sentences.ts';

/** Makes a municipality with its first administrator, who gets in without mail. */
export const gemeenteCreate: CliCommand = {
  name: 'gemeente create',
  about: 'Maak een gemeente met haar eerste beheerder.',
  options: [
    {
      name: 'code',
      value: 'GM0637',
      about: 'Code van de gemeente (CBS: GM en vier cijfers).',
      required: true,
    },
    { name: 'name', value: 'Zoetermeer', about: 'Naam van de gemeente.', required: true },
    {
      name: 'host',
      value: 'zoetermeer.localhost',
      about: 'Naam waaronder de site te vinden is.',
      required: true,
    },
    {
      name: 'admin',
      value: 'beheer@voorbeeld.nl',
      about: 'Mailadres van de eerste beheerder.',
      required: true,
    },
    { name: 'admin-name', value: 'naam', about: 'Naam van de eerste beheerder; anders het mailadres.' },
  ],
  run: async (input, { open, world }) => {
    const code = input.option('code').toUpperCase();
    const name = input.option('name');
    const email = input.option('admin').toLowerCase();
    await makeTenant(world, open.urls.ownerUrl, { code, name, demo: false, hosts: [input.option('host')] });
    await open.addresses.refresh();
    const path = await makeAdmin(world, code, email, input.option('admin-name') || email);
    const address = world.publicUrl(code);
    const link = address + path;
    return {
      sentences: [say.created(name, code, address), say.admin(email), link],
      facts: { code, name, address, admin: email, link },
    };
  },
};

type Run = <Input, Output>(command: Command<Input, Output>, input: Input) => Promise<Output>;

/** The three departments without which a signaal could lack an owner; the administrator renames them at will. */
const makeOwners = async (run: Run, validFrom: string): Promise<void> => {
  for (const [name, kind] of [
    ['Balie', 'desk'],
    ['Wijkregie', 'wijkregie'],
    ['Klachtencoördinatie', 'complaints'],
  ] as const) {
    await run(saveDepartment, { id: null, name, kind, publicContact: null, validFrom, validTo: null });
  }
};

/** One transaction: an administrator without a role, or without a way in, would be no use. */
const makeAdmin = (world: World, gemeente: string, email: string, name: string): Promise<string> =>
  tenantTransaction(world.pool, gemeente, async (db) => {
    const run: Run = (command, input) => runInside(world, gemeente, operatorPrincipal, db, command, input);
    await makeOwners(run, isoDate(world.clock.now()));
    const accountId = await run(createAccount, { name, email, lang: 'nl' });
    await run(addHolding, { accountId, role: 'functional_admin', from: isoDate(world.clock.now()) });
    return run(createSignInLink, { email });
  });
