import { z } from 'zod';
import { isoDate } from '#platform/calendar/index.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { Shape } from '#platform/geo/index.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { buurtenVersion } from '../read/locate.ts';
import { outlinesOn } from '../read/outlines.ts';
import { readTheme } from '../read/theme.ts';

const HASH = /^[\w-]{16}\.css$/;

/** The municipality's theme under the hash of its content: another theme has another address. */
export const themeFileRoute: Route = defineRoute({
  method: 'GET',
  path: '/thema/:file',
  policy: 'public.read',
  beforeSecondFactor: true,
  params: z.object({ file: z.string().regex(HASH) }),
  handle: async (rq, { params: { file } }) => {
    const theme = await rq.read((db) => readTheme(db, rq.gemeente, isoDate(rq.now)));
    if (theme.css === '' || `${theme.hash}.css` !== file) throw notFound();
    return new Response(theme.css, {
      headers: {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      },
    });
  },
});

/** A metre is precise enough to look at. */
const DIGITS = 5;

/** The outlines of today's buurten for the map: names only, and whose drawing it is. */
export const outlinesRoute: Route = defineRoute({
  method: 'GET',
  path: '/gebieden.json',
  policy: 'public.read',
  beforeSecondFactor: true,
  handle: async (rq) => {
    const day = isoDate(rq.now);
    const known = rq.request.headers.get('if-none-match');
    return rq.read(async (db) => {
      const etag = `"${await buurtenVersion(db, rq.gemeente)}-${day}"`;
      const headers = { etag, 'cache-control': 'private, max-age=300' };
      if (known === etag) return new Response(null, { status: 304, headers });
      return new Response(JSON.stringify(await outlines(db, rq.gemeente, day)), {
        headers: { ...headers, 'content-type': 'application/geo+json; charset=utf-8' },
      });
    });
  },
});

const outlines = async (db: TenantDb, gemeente: string, day: string) => {
  const rows = await outlinesOn(db, gemeente, day);
  return {
    type: 'FeatureCollection',
    bron: [...new Set(rows.map(({ source }) => source))].filter((source) => source !== '').join('; '),
    features: rows.map(({ name, outline }) => ({
      type: 'Feature',
      properties: { naam: name },
      geometry: { type: 'MultiPolygon', coordinates: rounded(outline) },
    })),
  };
};

const rounded = (outline: Shape) =>
  outline.map((polygon) =>
    polygon.map((ring) =>
      ring.map(([lon, lat]) => [Number(lon.toFixed(DIGITS)), Number(lat.toFixed(DIGITS))]),
    ),
  );
