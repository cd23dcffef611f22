import { openContact } from '#signaal/store/contact.ts';
import { asOwner } from '#testing/world.ts';
import type { House } from './house.ts';

/** The least letters of a mark: a shorter one stands in other words too. */
const LEAST = 5;

/** Everything by which the reporters of the municipality can be known: names, addresses, numbers, postcodes. */
export const marksOfReporters = async ({ test, town }: House): Promise<string[]> => {
  const rows = await asOwner<{ id: string; sealed: Buffer }>(
    test.urls,
    town.gemeente,
    'select id, sealed from reporter where sealed is not null',
  );
  const marks = rows.flatMap(({ id, sealed }) => {
    const { name, mail, phone, street, postcode } = openContact(
      test.world.keyring,
      town.gemeente,
      id,
      sealed,
    );
    return [name, mail, phone, phone.replaceAll(/\D/g, ''), street, postcode, postcode.replaceAll(' ', '')];
  });
  const real = new Set(marks.filter((mark) => mark.length >= LEAST && !STREETS.has(mark)));
  return [...real];
};

/** Streets of the municipality itself say where something is, not who told it. */
const STREETS = new Set(['Dorpsstraat']);
