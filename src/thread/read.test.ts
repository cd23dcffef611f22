import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { runSql, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { giveSignaal } from '#signaal/index.ts';
import { makeTenant } from '#testing/people.ts';
import { aGift, resident, type SmallTown, smallTown } from '#testing/signaal.ts';
import { layThread, type WholeThreadIds } from '#testing/whole-thread.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { type Audience, THREAD_KINDS, type ThreadKind } from './model.ts';
import { A_FEW, threadOf, voicesOfThread } from './read.ts';
import { stationsOf } from './rules.ts';
import { nearStatement, threadStatement } from './sql-stations.ts';

let tw: TestWorld;
let town: SmallTown;
let ids: WholeThreadIds;

const now = new Date('2017-04-01T10:00:00Z');
const staff: Audience = { side: 'staff', codeHash: null, accountId: null, now };
const everybody: Audience = { side: 'public', codeHash: null, accountId: null, now };

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  ids = await layThread(tw, town);
});
afterAll(() => tw.close());

const read = (kind: ThreadKind, id: string, audience = staff, most = A_FEW, gemeente = town.gemeente) =>
  tenantTransaction(tw.world.pool, gemeente, (db) => threadOf(db, gemeente, { kind, id }, audience, most));

const kindsOn = async (kind: ThreadKind, audience = staff) =>
  [...new Set((await read(kind, ids[kind], audience))?.items.map((item) => item.kind))].sort();

/** All that hangs on one whole thread; a group of residents has a thread of its own. */
const WHOLE = THREAD_KINDS.filter((kind) => kind !== 'group');
const ALL = [...WHOLE, 'department'].sort();

describe('one read model, both ways', () => {
  it.each(WHOLE)('finds every kind of object from a %s', async (kind) => {
    expect(await kindsOn(kind)).toEqual(ALL);
  });

  it('leads from a group of residents to its home and its knot, and from that knot back', async () => {
    const group = await read('group', ids.group);
    expect(group?.items.map(({ kind }) => kind).sort()).toEqual([
      'department',
      'department',
      'group',
      'knot',
    ]);
    expect(group && stationsOf(group).filter(({ state }) => state !== 'ahead')).toMatchObject([
      { key: 'heard', day: '2016-03-01' },
      { key: 'assigned', day: '2016-03-12' },
    ]);
    const knot = group?.items.find(({ kind }) => kind === 'knot');
    const back = await read('knot', knot?.id ?? '');
    expect(back?.items.map(({ kind }) => kind).sort()).toEqual(['department', 'department', 'group', 'knot']);
    expect(await read('group', ids.group, everybody)).toBeNull();
  });

  it('is one statement', async () => {
    const statements: string[] = [];
    await tenantTransaction(
      tw.world.pool,
      town.gemeente,
      (db) => threadOf(db, town.gemeente, { kind: 'focuspunt', id: ids.focuspunt }, staff),
      (sql) => statements.push(sql),
    );
    expect(statements).toHaveLength(1);
  });

  it('tells of a signaal without a knelpunt by the short statement what the long one tells', async () => {
    const { signaalId } = await execute(tw.world, town.gemeente, resident, giveSignaal, aGift());
    const values = (id: string) => [town.gemeente, id, false, null, A_FEW, null, '2017-04-01'];
    const both = await tenantTransaction(tw.world.pool, town.gemeente, async (db) => ({
      short: await runSql(db, nearStatement, values(signaalId)),
      long: await runSql(db, threadStatement('signaal'), values(signaalId)),
      bundled: await runSql<{ station: string }>(db, nearStatement, values(ids.signaal)),
    }));
    expect(both.short).toEqual(both.long);
    expect(both.short.length).toBeGreaterThan(2);
    expect(both.bundled.map(({ station }) => station)).toContain('bundled');
  });

  it('counts all voices, with who joined them, and never a complaint', async () => {
    const thread = await read('knelpunt', ids.knelpunt, staff, 50);
    expect(thread?.voices.count).toBe(ids.signalen.length + 1);
    const heard = thread?.items.filter(({ kind }) => kind === 'signaal').map(({ id }) => id);
    expect(heard).toHaveLength(ids.signalen.length + 1);
    expect(heard).not.toContain(ids.complaint);
  });

  it('gives a joined voice the thread of its original', async () => {
    const thread = await read('signaal', ids.joined);
    expect(thread?.own?.state).toBe('assigned');
    expect(thread?.items.map(({ kind }) => kind)).toContain('focuspunt');
  });

  it('is nothing for what is not there, and in another municipality', async () => {
    expect(await read('focuspunt', ids.knelpunt)).toBeNull();
    await makeTenant(tw, 'GM0106', 'Assen');
    for (const kind of THREAD_KINDS) {
      expect(await read(kind, ids[kind], staff, A_FEW, 'GM0106')).toBeNull();
    }
  });
});

describe('what everybody may know', () => {
  it('has no knot, no pattern of the care network and nobody’s melding', async () => {
    const expected = ALL.filter((kind) => !['knot', 'care_pattern', 'signaal'].includes(kind));
    expect(await kindsOn('focuspunt', everybody)).toEqual(expected);
  });

  it('gives whoever gave a pattern of the care network his own pattern with its thread, and another partner nothing', async () => {
    const [row] = await tenantTransaction(tw.world.pool, town.gemeente, (db) =>
      db.selectFrom('care_pattern').select('given_by').where('id', '=', ids.care_pattern).execute(),
    );
    const own = { ...everybody, accountId: row?.given_by ?? null };
    const kinds = await kindsOn('care_pattern', own);
    expect(kinds).toContain('care_pattern');
    expect(kinds).toContain('focuspunt');
    expect(kinds).not.toContain('signaal');
    const other = { ...everybody, accountId: ids.knelpunt };
    expect(await kindsOn('care_pattern', other)).not.toContain('care_pattern');
  });

  it('gives a visitor with a code his own melding, and no other', async () => {
    const [row] = await tenantTransaction(tw.world.pool, town.gemeente, (db) =>
      db
        .selectFrom('signaal')
        .select('code_hash')
        .where('id', '=', ids.signalen[1] ?? '')
        .execute(),
    );
    const mine = await read('news_release', ids.news_release, {
      ...everybody,
      codeHash: row?.code_hash ?? '',
    });
    expect(mine?.items.filter(({ kind }) => kind === 'signaal').map(({ id }) => id)).toEqual([
      ids.signalen[1],
    ]);
  });

  it.each([
    [
      'a proposal',
      { focuspuntState: 'proposed', isReleased: false },
      ['council_item', 'department', 'knelpunt'],
    ],
    [
      'a reaction that is asked',
      { focuspuntState: 'consulting', isReleased: false },
      ['council_item', 'department', 'focuspunt', 'knelpunt'],
    ],
    [
      'a besluit before its release',
      { focuspuntState: 'set', isReleased: false },
      ['council_item', 'department', 'focuspunt', 'knelpunt'],
    ],
    [
      'a besluit under embargo',
      { focuspuntState: 'council_informed', isReleased: false, embargoUntil: '2017-04-01T10:00:01Z' },
      ['council_item', 'department', 'focuspunt', 'knelpunt'],
    ],
  ])('hides %s', async (_what, wish, expected) => {
    const hidden = await layThread(tw, town, { voices: 1, ...wish });
    const thread = await read('knelpunt', hidden.knelpunt, everybody);
    const kinds = [...new Set(thread?.items.map(({ kind }) => kind))].sort();
    expect(kinds).toEqual(expected);
    const focuspunt = thread?.items.find(({ kind }) => kind === 'focuspunt');
    expect(['consulting', 'with_college', undefined]).toContain(focuspunt?.state ?? undefined);
    if (wish.focuspuntState === 'set') expect(focuspunt?.day).toBe('2016-03-20');
  });

  it('shows the besluit once the raad was told', async () => {
    const told = await layThread(tw, town, { voices: 1, focuspuntState: 'council_informed' });
    const thread = await read('knelpunt', told.knelpunt, everybody);
    expect(thread?.items.find(({ kind }) => kind === 'focuspunt')).toMatchObject({
      state: 'council_informed',
      day: '2016-04-06',
    });
  });
});

it('pages through all voices, each once', async () => {
  const start = { kind: 'focuspunt', id: ids.focuspunt } as const;
  const page = (after: { at: Date; id: string } | null) =>
    tenantTransaction(tw.world.pool, town.gemeente, (db) =>
      voicesOfThread(db, town.gemeente, start, staff, after),
    );
  const all = await page(null);
  expect(all).toHaveLength(ids.signalen.length + 1);
  const third = all[2];
  if (!third) throw new Error('too few voices');
  expect((await page({ at: third.at, id: third.id })).map(({ id }) => id)).toEqual(
    all.slice(3).map(({ id }) => id),
  );
});
