import { newId } from '#platform/database/ids.ts';
import { makePerson } from '#testing/people.ts';
import type { SmallTown } from '#testing/signaal.ts';
import { asOwner, type TestWorld } from '#testing/world.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows of rooms below, put in past their commands: the tables are the contract between rooms. */
export interface Seed {
  readonly insert: (table: string, row: Row) => Promise<string>;
  readonly change: (table: string, id: string, row: Row) => Promise<void>;
  /** A focuspunt of the town's area of which the raad was told, unless told otherwise. */
  readonly focuspunt: (row?: Row) => Promise<string>;
  readonly goal: (focuspuntId: string, row?: Row) => Promise<string>;
  readonly measurement: (goalId: string, row?: Row) => Promise<string>;
  /** News of a decision, not told to anybody yet. */
  readonly release: (row: Row) => Promise<string>;
  /** Tells the raad of it. */
  readonly tell: (releaseId: string) => Promise<void>;
  /** The last step of the news: everybody was told. */
  readonly publish: (releaseId: string) => Promise<void>;
}

/** Makes the seed of one small town. */
export const seedOf = async (tw: TestWorld, town: SmallTown): Promise<Seed> => {
  const maker = await makePerson(tw, {}, town.gemeente);
  const { insert, change } = tableSeed(tw, town.gemeente);
  let number = 0;
  const now = () => tw.clock.now();
  return {
    insert,
    change,
    focuspunt: (row = {}) => {
      number += 1;
      return insert('focuspunt', { ...aFocuspunt(number, town, maker, now()), ...row });
    },
    goal: (id, row = {}) => insert('goal', { ...aGoal(id, maker, now()), ...row }),
    measurement: (id, row = {}) => insert('measurement', { ...aMeasurement(id, maker, now()), ...row }),
    release: (row) => insert('news_release', { ...aRelease(maker, now()), ...row }),
    tell: (id) =>
      change('news_release', id, {
        signed_by_mayor: maker,
        mayor_signed_at: now(),
        signed_by_secretary: maker,
        secretary_signed_at: now(),
        released_at: now(),
        council_told_at: now(),
      }),
    publish: (id) =>
      change('news_release', id, {
        partners_told_at: now(),
        reporters_told_at: now(),
        followers_told_at: now(),
        press_told_at: now(),
      }),
  };
};

const tableSeed = (tw: TestWorld, gemeente: string): Pick<Seed, 'insert' | 'change'> => ({
  insert: async (table, row) => {
    const full: Row = { gemeente, id: newId(), ...row };
    const names = Object.keys(full);
    const places = names.map((_, index) => `$${index + 1}`);
    const sql = `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`;
    await asOwner(tw.urls, gemeente, sql, Object.values(full));
    return String(full.id);
  },
  change: async (table, id, row) => {
    const sets = Object.keys(row).map((name, index) => `${name} = $${index + 2}`);
    const values = [id, ...Object.values(row)];
    await asOwner(tw.urls, gemeente, `update ${table} set ${sets.join(', ')} where id = $1`, values);
  },
});

const aFocuspunt = (number: number, town: SmallTown, maker: string, now: Date): Row => ({
  number,
  title: `Focuspunt ${number}`,
  area_id: town.area,
  origin: 'problem',
  state: 'running',
  problem: 'Troep op het plein.',
  besluit_on: '2016-03-01',
  proposed_by: maker,
  created_at: now,
  state_since: now,
});

const aGoal = (focuspuntId: string, maker: string, now: Date): Row => ({
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
  made_by: maker,
  set_by: maker,
  set_at: now,
  created_at: now,
});

const aMeasurement = (goalId: string, maker: string, now: Date): Row => ({
  goal_id: goalId,
  role: 'baseline',
  value: 55,
  margin: 4,
  n: 312,
  measured_on: '2016-02-01',
  source: 'enquête 2016',
  definition_version: 1,
  entered_by: maker,
  entered_at: now,
});

const aRelease = (maker: string, now: Date): Row => ({
  memo_number: `RM ${newId()}`,
  memo_content: '{}',
  made_by: maker,
  made_at: now,
  embargo_until: now,
});
