import { isoDate } from '#platform/calendar/index.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Shape } from '#platform/geo/index.ts';
import { defineRoute } from '#platform/web/route.ts';
import { MAP_AREAS } from './paths.ts';

const OUTLINES = `select name, outline from buurt
  where gemeente = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2) and outline is not null
  order by code limit 1000`;

/** About a metre: finer than anybody points, and half the size. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** The outlines of the buurten, under the cross of the map. */
export const mapAreasRoute = defineRoute({
  method: 'GET',
  path: MAP_AREAS,
  policy: 'public.read',
  handle: async (rq) => {
    const rows = await rq.read((db) =>
      runSql<{ name: string; outline: Shape }>(db, OUTLINES, [rq.gemeente, isoDate(rq.now)]),
    );
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
