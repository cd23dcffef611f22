import { type Visit, walkAs } from './crawl.ts';
import type { House } from './house.ts';

const BUURT = 'BU06379999';
const OUTLINE = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      properties: { buurtcode: BUURT, buurtnaam: 'Verzonnen' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [4.6, 52.2],
            [4.7, 52.2],
            [4.7, 52.3],
            [4.6, 52.2],
          ],
        ],
      },
    },
  ],
});

/** Files with areas and with key figures that the administrator sends and looks at, before anything is read in. */
export const filesOfAreas = async (house: House): Promise<readonly Visit[]> => {
  const who = 'femke.beheer@zoetermeer.voorbeeld';
  const { visits, client, look } = await walkAs(house, 'functional_admin', who);
  const start = '/beheer/gebieden/inlezen';
  await look(start);
  await look('/beheer/gebieden/kerncijfers');
  for (const [soort, name, text] of [
    ['areas', 'grenzen.geojson', OUTLINE],
    ['key_figures', 'cijfers-2020.csv', 'code;inwoners;anders\nBU06370003;5000;1\n'],
  ] as const) {
    const sent = await client.post(start, { soort, bestand: new File([text], name) });
    if (sent.location === null) throw new Error(`The file was answered with ${sent.status}`);
    await look(sent.location);
  }
  return visits;
};
