import { newId } from '#platform/database/ids.ts';
import { makePerson } from '#testing/people.ts';
import type { SmallTown } from '#testing/signaal.ts';
import { asOwner, type TestWorld } from '#testing/world.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows of rooms below, put in past their commands: the tables are the contract between rooms. */
export interface Seed {
  readonly insert: (table: string, row: Row) => Promise<string>;
  readonly change: (table: string, id: string, row: Row) => Promise<void>;
  /** A focuspunt of the town's area, set and told to the raad unless told otherwise. */
  readonly focuspunt: (row?: Row) => Promise<string>;
  readonly goal: (focuspuntId: string, row?: Row) => Promise<string>;
  readonly measurement: (goalId: string, row?: Row) => Promise<string>;
  readonly release: (row: Row) => Promise<string>;
}

/** Makes the seed of one small town. */
export const seedOf = async (tw: TestWorld, town: SmallTown): Promise<Seed> => {
  const { gemeente } = town;
  const maker = await makePerson(tw, {}, gemeente);
  let number = 0;
  const now = () => tw.clock.now();
  const insert = async (table: string, row: Row): Promise<string> => {
    const full: Row = { gemeente, id: newId(), ...row };
    const names = Object.keys(full);
    const places = names.map((_, index) => `$${index + 1}`);
    const sql = `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`;
    await asOwner(tw.urls, gemeente, sql, Object.values(full));
    return String(full.id);
  };
  return {
    insert,
    change: async (table, id, row) => {
      const sets = Object.keys(row).map((name, index) => `${name} = $${index + 2}`);
      await asOwner(tw.urls, gemeente, `update ${table} set ${sets.join(', ')} where id = $1`, [
        id,
        ...Object.values(row),
      ]);
    },
    focuspunt: (row = {}) => {
      number += 1;
      return insert('focuspunt', {
        number,
        title: `Focuspunt ${number}`,
        area_id: town.area,
        origin: 'problem',
        state: 'running',
        problem: 'Troep op het plein.',
        besluit_on: '2016-03-01',
        proposed_by: maker,
        created_at: now(),
        state_since: now(),
        ...row,
      });
    },
    goal: (focuspuntId, row = {}) =>
      insert('goal', {
        object_kind: 'focuspunt',
        object_id: focuspuntId,
        kind: 'figure',
        title: 'Tevreden over het plein',
        definition: 'Aandeel dat tevreden is',
        unit: '%',
        source: 'enquête',
        direction: 'up',
        target_value: 70,
        target_on: '2017-03-01',
        created_at: now(),
        ...row,
      }),
    measurement: (goalId, row = {}) =>
      insert('measurement', {
        goal_id: goalId,
        role: 'baseline',
        value: 55,
        margin: 4,
        n: 312,
        measured_on: '2016-02-01',
        source: 'enquête',
        definition_version: 1,
        entered_by: maker,
        entered_at: now(),
        ...row,
      }),
    release: (row) => {
      const told = row.council_told_at
        ? {
            signed_by_mayor: maker,
            mayor_signed_at: now(),
            signed_by_secretary: maker,
            secretary_signed_at: now(),
            released_at: now(),
          }
        : {};
      return insert('news_release', {
        memo_number: `RM ${newId()}`,
        memo_content: '{}',
        made_by: maker,
        made_at: now(),
        embargo_until: now(),
        ...told,
        ...row,
      });
    },
  };
};
