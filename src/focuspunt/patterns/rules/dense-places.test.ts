import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMetres } from '#platform/geo/index.ts';
import { densePlaces, type Placed } from './dense-places.ts';

const METRES = 200;
const LEAST = 4;

/** Points in a town of some two kilometres, many of them close together. */
const items = fc
  .array(
    fc.record({
      lat: fc.integer({ min: 0, max: 40 }).map((step) => 52.05 + step * 0.0005),
      lon: fc.integer({ min: 0, max: 40 }).map((step) => 4.48 + step * 0.0007),
      at: fc.integer({ min: 0, max: 20 }),
    }),
    { maxLength: 60 },
  )
  .map((points) => points.map((point, index): Placed => ({ ...point, id: `id-${index}` })));

const idsOf = (list: readonly Placed[]): string[] => list.map(({ id }) => id);
const found = (list: readonly Placed[]) =>
  densePlaces(list, METRES, LEAST).map(({ centre, members }) => [centre.id, ...idsOf(members)]);

describe('dense places', () => {
  it('do not depend on the order in which the items come', () => {
    fc.assert(
      fc.property(items, fc.integer(), (list, seed) => {
        const shuffled = list.toSorted((a, b) => ((a.at * 31 + seed) % 7) - ((b.at * 17 + seed) % 5));
        expect(found(shuffled)).toEqual(found(list));
        expect(found(list.toReversed())).toEqual(found(list));
      }),
    );
  });

  it('never span more than the radius from their centre, hold enough, and share nothing', () => {
    fc.assert(
      fc.property(items, (list) => {
        const places = densePlaces(list, METRES, LEAST);
        const members = places.flatMap((place) => idsOf(place.members));
        expect(new Set(members).size).toBe(members.length);
        for (const { centre, members: own } of places) {
          expect(own.length).toBeGreaterThanOrEqual(LEAST);
          expect(idsOf(own)).toContain(centre.id);
          for (const item of own) expect(distanceMetres(centre, item)).toBeLessThanOrEqual(METRES);
        }
      }),
    );
  });

  it('leave nothing behind: among the rest nowhere lie enough', () => {
    fc.assert(
      fc.property(items, (list) => {
        const used = new Set(densePlaces(list, METRES, LEAST).flatMap(({ members }) => idsOf(members)));
        const rest = list.filter(({ id }) => !used.has(id));
        for (const item of rest) {
          expect(rest.filter((other) => distanceMetres(item, other) <= METRES).length).toBeLessThan(LEAST);
        }
      }),
    );
  });

  it('grow: with one more the fullest is not smaller, and what was dense still touches a dense place', () => {
    fc.assert(
      fc.property(items, items, (list, [extra]) => {
        fc.pre(extra !== undefined);
        const more = [
          ...list,
          { lat: extra?.lat ?? 0, lon: extra?.lon ?? 0, at: extra?.at ?? 0, id: 'one-more' },
        ];
        const [earlier, later] = [densePlaces(list, METRES, LEAST), densePlaces(more, METRES, LEAST)];
        const fullest = (places: typeof earlier) =>
          Math.max(0, ...places.map(({ members }) => members.length));
        expect(fullest(later)).toBeGreaterThanOrEqual(fullest(earlier));
        const used = new Set(later.flatMap(({ members }) => idsOf(members)));
        for (const { members } of earlier) expect(members.some(({ id }) => used.has(id))).toBe(true);
      }),
    );
  });

  it('at exactly the radius belong, one step farther do not', () => {
    const at = (id: string, lat: number): Placed => ({ id, lat, lon: 4.49, at: 0 });
    const points = [at('a', 52.06), at('b', 52.0605)];
    const metres = distanceMetres(points[0] ?? at('', 0), points[1] ?? at('', 0));
    expect(densePlaces(points, metres, 2)).toHaveLength(1);
    expect(densePlaces(points, metres - 0.01, 2)).toHaveLength(0);
  });

  // Measured on a quiet laptop: 1.1 seconds, with a hundred neighbours each.
  it('are found among twenty thousand in a second or two', () => {
    const many = Array.from({ length: 20_000 }, (_, index): Placed => {
      const [east, north] = [(index * 7_919) % 4_001, (index * 104_729) % 4_003];
      return { id: `${index}`, at: index, lat: 52.03 + north * 0.00001, lon: 4.45 + east * 0.00002 };
    });
    const began = performance.now();
    const places = densePlaces(many, METRES, 5);
    const took = performance.now() - began;
    expect(places.length).toBeGreaterThan(10);
    expect(took).toBeLessThan(20_000);
  });
});
