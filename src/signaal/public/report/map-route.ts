import { outlinesOn } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { defineRoute } from '#platform/web/route.ts';
import { MAP_AREAS } from './paths.ts';

/** About a metre: finer than anybody points, and half the size. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** The outlines of the buurten, under the cross of the map. */
export const mapAreasRoute = defineRoute({
  method: 'GET',
  path: MAP_AREAS,
  policy: 'public.read',
  handle: async (rq) => {
    const rows = await rq.read((db) => outlinesOn(db, rq.gemeente, isoDate(rq.now)));
    const features = rows.map(({ name, outline }) => ({
      type: 'Feature',
      properties: { name },
      geometry: {
        type: 'MultiPolygon',
        coordinates: outline.map((part) =>
          part.map((ring) => ring.map(([lon, lat]) => [rounded(lon), rounded(lat)])),
        ),
      },
    }));
    return new Response(JSON.stringify({ type: 'FeatureCollection', features }), {
      headers: { 'content-type': 'application/geo+json', 'cache-control': 'public, max-age=3600' },
    });
  },
});
