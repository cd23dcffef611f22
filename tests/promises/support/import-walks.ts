import { asOwner } from '#testing/world.ts';
import { type Visit, walkAs } from './crawl.ts';
import type { House } from './house.ts';

/** A file of another system that the administrator sends, with its import in every state. */
export const takenOver = async (house: House): Promise<readonly Visit[]> => {
  const { test, town } = house;
  const who = 'femke.beheer@zoetermeer.voorbeeld';
  const { visits, client, look } = await walkAs(house, 'functional_admin', who);
  await look('/beheer/overnemen');
  const table = 'id;datum;status;onderwerp\n1;1-2-2016;open;Verzonnen\n2;leeg;open;Boom';
  const bestand = new File([table], 'verzonnen.csv');
  const sent = await client.post('/beheer/overnemen', { system: 'Verzonnen', bestand });
  if (sent.location === null) throw new Error(`The file was answered with ${sent.status}`);
  await look(sent.location);
  for (const state of ['running', 'done']) {
    await asOwner(
      test.urls,
      town.gemeente,
      `update import_run set state = $1, counts = jsonb_set(counts, '{rejected}', '1')`,
      [state],
    );
    await look(sent.location);
  }
  await look(`${sent.location}/niet-overgenomen`);
  return visits;
};
