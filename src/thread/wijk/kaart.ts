import { createHash } from 'node:crypto';
import { outlinesOfBuurten } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Shape } from '#platform/geo/index.ts';
import type { Rq } from '#platform/web/request.ts';

/** A metre is precise enough to look at. */
const DIGITS = 5;

/** An outline with what the map says of it. */
export interface MapFeature {
  readonly name: string;
  readonly label: string;
  readonly href?: string;
  /** 0 to 3: how dark it is drawn; the label says the same in words. */
  readonly level?: number;
  readonly shape: Shape;
}

/** The outlines of buurten by id, as they hold today; without those that have none. At most 1,000. */
export const outlinesOf = async (
  { gemeente, now }: Pick<Rq, 'gemeente' | 'now'>,
  db: TenantDb,
  buurtIds: readonly string[],
): Promise<ReadonlyMap<string, Shape>> => {
  const drawn = await outlinesOfBuurten(db, gemeente, isoDate(now), buurtIds);
  return new Map(drawn.map(({ id, outline }) => [id, outline]));
};

/** A GeoJSON answer for `wr-map-areas`; "not modified" for whoever has it already. */
export const mapAnswer = (rq: Rq, features: readonly MapFeature[]): Response =>
  cached(
    rq,
    'application/geo+json; charset=utf-8',
    JSON.stringify({
      type: 'FeatureCollection',
      features: features.map(({ shape, ...properties }) => ({
        type: 'Feature',
        properties,
        geometry: { type: 'MultiPolygon', coordinates: rounded(shape) },
      })),
    }),
  );

/** An answer that may be kept for five minutes, with the hash of its content. */
export const cached = (rq: Rq, contentType: string, body: string): Response => {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { etag, 'cache-control': 'private, max-age=300', 'content-type': contentType };
  const isKnown = rq.request.headers.get('if-none-match') === etag;
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
};

const rounded = (shape: Shape) =>
  shape.map((polygon) =>
    polygon.map((ring) => ring.map((place) => place.map((degrees) => Number(degrees.toFixed(DIGITS))))),
  );
