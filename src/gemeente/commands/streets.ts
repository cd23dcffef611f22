import { defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { isPoint } from '#platform/geo/index.ts';
import { searchForm } from '#platform/words.ts';
import { refuse } from '../errors.ts';

/** A street, or the part of it in one buurt; the point, when known, is its middle. */
export interface StreetInput {
  readonly name: string;
  readonly buurtId: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

const MOST = 20_000;

const ADD = `insert into street (gemeente, id, name, search_name, buurt_id, lat, lon)
  select $1, given.id, given.name, given.search, given.buurt, given.lat, given.lon
  from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::float8[], $7::float8[])
    as given(id, name, search, buurt, lat, lon)
  where not exists (select 1 from street s
    where s.gemeente = $1 and s.search_name = given.search and s.buurt_id = given.buurt)
  returning id`;

/**
 * Adds the streets that are not there yet, so that it may be run again; returns how many were added. Throws `name_needed`,
 * `unknown_buurt`, `bad_number` for half a point, `too_many_items` above 20,000.
 */
export const saveStreets = defineCommand<readonly StreetInput[], number>({
  name: 'street.save',
  action: 'area.manage',
  run: async (context, streets) => {
    context.allow();
    if (streets.length > MOST) throw refuse('too_many_items');
    const { db, gemeente } = context;
    const different = distinct(streets);
    const buurtIds = [...new Set(different.map((street) => street.buurtId))];
    const known = await runSql(db, 'select id from buurt where gemeente = $1 and id = any($2::uuid[])', [
      gemeente,
      buurtIds,
    ]);
    if (known.length < buurtIds.length) throw refuse('unknown_buurt');
    const added = await runSql(db, ADD, [
      gemeente,
      different.map(() => newId()),
      different.map((street) => street.name.trim()),
      different.map((street) => searchForm(street.name)),
      different.map((street) => street.buurtId),
      different.map((street) => street.lat),
      different.map((street) => street.lon),
    ]);
    if (added.length > 0) {
      const after = { added: added.length };
      context.record({ noun: 'street', objectId: gemeente, action: 'import', after });
    }
    return added.length;
  },
});

const distinct = (streets: readonly StreetInput[]): StreetInput[] => {
  const kept = new Map<string, StreetInput>();
  for (const street of streets) {
    const search = searchForm(street.name);
    if (search === '' || street.name.length > 100) throw refuse('name_needed');
    if (!isPlace(street)) throw refuse('bad_number');
    kept.set(`${search} ${street.buurtId}`, street);
  }
  return [...kept.values()];
};

const isPlace = ({ lat, lon }: StreetInput): boolean =>
  lat === null || lon === null ? lat === lon : isPoint({ lat, lon });
