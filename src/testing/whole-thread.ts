import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { blindIndex } from '#platform/secrets/index.ts';
import { newCode } from '#platform/speakable-code/index.ts';
import { giveSignaal } from '#signaal/index.ts';
import type { ThreadKind } from '#thread/index.ts';
import { makePerson } from './people.ts';
import { aGift, resident, type SmallTown } from './signaal.ts';
import { asOwner, type TestWorld } from './world.ts';

type Sql = <Row extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;

/** One whole thread, from what was said to what the raad knows; the ids by kind. */
export interface WholeThreadIds extends Record<ThreadKind, string> {
  /** All signalen of the knelpunt, the first of which is `signaal`; one more is a complaint. */
  readonly signalen: readonly string[];
  readonly complaint: string;
  readonly joined: string;
  readonly person: string;
  /** The code that the reporter of `signaal` got. */
  readonly code: string;
}

interface Wish {
  /** How many signalen stand behind the knelpunt. */
  readonly voices: number;
  readonly focuspuntState: string;
  readonly isReleased: boolean;
  readonly embargoUntil: string;
}

const USUAL: Wish = {
  voices: 6,
  focuspuntState: 'running',
  isReleased: true,
  embargoUntil: '2016-04-07T12:00:00Z',
};

/** Lays a whole thread through the small town, past the commands of the other rooms: their tables are the contract. */
export const layThread = async (
  tw: TestWorld,
  town: SmallTown,
  change: Partial<Wish> = {},
): Promise<WholeThreadIds> => {
  const wish = { ...USUAL, ...change };
  const { gemeente } = town;
  const sql: Sql = (text, values = []) => asOwner(tw.urls, gemeente, text, [gemeente, ...values]);
  const person = await makePerson(tw, { name: 'Wanda Verzonnen' }, gemeente);
  const give = async (more = {}): Promise<string> =>
    (await execute(tw.world, gemeente, resident, giveSignaal, aGift(more))).signaalId;
  const code = newCode();
  const signalen: string[] = [];
  for (let index = 0; index < wish.voices; index += 1) signalen.push(await give());
  const joined = await give();
  const complaint = await give({ kind: 'complaint', text: 'De ambtenaar was onbeleefd.' });
  const ids = Object.fromEntries(
    ['care_pattern', 'group', 'knot', 'knelpunt', 'focuspunt', 'plan', 'goal', 'measurement'].map((kind) => [
      kind,
      newId(),
    ]),
  ) as Record<ThreadKind, string>;
  const rest = { yearly_test: newId(), news_release: newId(), document: newId(), council_item: newId() };
  const all: WholeThreadIds = {
    ...ids,
    ...rest,
    signaal: signalen[0] ?? '',
    signalen,
    complaint,
    joined,
    person,
    code,
  };
  await sql('update signaal set code_hash = $3 where gemeente = $1 and id = $2', [
    all.signaal,
    blindIndex(tw.world.keyring, gemeente, 'code', code),
  ]);
  await layGroup(sql, town, all);
  await layKnelpunt(sql, town, all);
  await layFocuspunt(sql, town, all, wish);
  await layWork(sql, all);
  await layCouncil(sql, all, wish);
  return all;
};

/** What the raadsmemo of the fixture says: nothing of the points, which its own room tests. */
const MEMO = {
  title: 'Raadsmemo focuspunten',
  gemeente: 'Zoetermeer',
  memoNumber: 'RM-1',
  madeOn: '2016-04-06',
  intro: 'Het college heeft besloten.',
  points: [],
  budget: null,
};

const TOLD = '2016-04-07T12:00:00Z';
const NUMBER = `(select coalesce(max(number), 0) + 1 from`;

/** A group that moved from one department to another, and whose knot is a fourth matter beside the thread. */
const layGroup = async (sql: Sql, town: SmallTown, ids: WholeThreadIds): Promise<void> => {
  await sql(
    `insert into residents_group (gemeente, id, name, about, area_id, size, professionalism, reachability, representativity,
       home_department_id, home_since, created_at)
     values ($1, $2, 'Groep Verzonnen', 'Groen in de straat', $3, 'small', 'beginning', 'easy', 'part', $4,
       '2016-03-12T10:00:00Z', '2016-03-01T10:00:00Z')`,
    [ids.group, town.area, town.green],
  );
  await sql(
    `insert into group_move (gemeente, id, group_id, to_department_id, state, offered_by, offered_at)
     select $1, m.id::uuid, $2, m.department::uuid, 'returned', $3, '2016-03-12T10:00:00Z'
     from unnest($4::text[], $5::text[]) as m (id, department)`,
    [ids.group, ids.person, [newId(), newId()], [town.green, town.roads]],
  );
  await sql(
    `insert into knot (gemeente, id, number, object_kind, object_id, area_id, title, cause, state, reported_at, state_since,
       decide_by)
     values ($1, $2, ${NUMBER} knot), 'group', $3, $4, 'Groep Verzonnen', 'returned_twice', 'reported',
       '2016-03-20T10:00:00Z', '2016-03-20T10:00:00Z', '2016-03-27T10:00:00Z')`,
    [newId(), ids.group, town.area],
  );
};

const layKnelpunt = async (sql: Sql, town: SmallTown, ids: WholeThreadIds): Promise<void> => {
  await sql(
    `insert into knelpunt (gemeente, id, number, title, origin, category_id, area_id, buurt_id, hypothesis, state,
       owner_account_id, public_sentence, made_by, created_at, state_since, lat, lon)
     values ($1, $2, ${NUMBER} knelpunt), 'Takken op het fietspad', 'problem', $3, $4, $5, 'GEHEIME hypothese', 'candidate',
       $6, 'We zien dat het fietspad vaak vol takken ligt.', $6, '2016-03-10T10:00:00Z', '2016-03-10T10:00:00Z', 52.06123, 4.49123)`,
    [ids.knelpunt, town.tree, town.area, town.buurt, ids.person],
  );
  for (const signaal of [...ids.signalen, ids.complaint]) {
    await sql(
      `insert into knelpunt_signaal (gemeente, knelpunt_id, signaal_id, added_at, added_by, told_at)
       values ($1, $2, $3, '2016-03-10T10:00:00Z', $4, '2016-03-10T11:00:00Z')`,
      [ids.knelpunt, signaal, ids.person],
    );
  }
  await sql(
    `update signaal set state = 'duplicate', outcome = 'duplicate', duplicate_of = $3, joined = true where gemeente = $1 and id = $2`,
    [ids.joined, ids.signaal],
  );
  await sql(
    `insert into care_pattern (gemeente, id, number, category_id, area_id, size_class, state, given_by, created_at)
     values ($1, $2, ${NUMBER} care_pattern), $3, $4, '5_to_10', 'accepted', $5, '2016-03-09T10:00:00Z')`,
    [ids.care_pattern, town.tree, town.area, ids.person],
  );
  await sql(
    `insert into knelpunt_pattern (gemeente, knelpunt_id, care_pattern_id, added_at, added_by)
     values ($1, $2, $3, '2016-03-10T10:00:00Z', $4)`,
    [ids.knelpunt, ids.care_pattern, ids.person],
  );
  await sql(
    `insert into knot (gemeente, id, number, object_kind, object_id, area_id, buurt_id, title, cause, state,
       reported_at, state_since, decide_by)
     values ($1, $2, ${NUMBER} knot), 'knelpunt', $3, $4, $5, 'Wie ruimt de takken?', 'returned_twice', 'decided',
       '2016-03-11T10:00:00Z', '2016-03-11T10:00:00Z', '2016-03-18T10:00:00Z')`,
    [ids.knot, ids.knelpunt, town.area, town.buurt],
  );
};

const layFocuspunt = async (sql: Sql, town: SmallTown, ids: WholeThreadIds, wish: Wish): Promise<void> => {
  const besluit = ['proposed', 'consulting', 'with_college'].includes(wish.focuspuntState)
    ? null
    : '2016-04-06';
  await sql(
    `insert into focuspunt (gemeente, id, number, title, area_id, category_id, origin, state, problem, public_summary,
       trekker_function, besluit_on, next_test_on, proposed_by, created_at, state_since, reject_reason, held_until, outcome_public_at)
     values ($1, $2, ${NUMBER} focuspunt), 'Een schoon fietspad', $3, $4, 'problem', $5, 'GEHEIM probleem',
       'Het fietspad is het hele jaar schoon.', 'wijkregisseur', $6, '2017-04-01', $7, '2016-03-20T10:00:00Z',
       '2016-04-06T10:00:00Z', case when $5 = 'rejected' then 'te duur' end, case when $5 = 'held' then date '2016-09-01' end, $8)`,
    [
      ids.focuspunt,
      town.area,
      town.tree,
      wish.focuspuntState,
      besluit,
      ids.person,
      wish.isReleased ? TOLD : null,
    ],
  );
  await sql('insert into focuspunt_knelpunt (gemeente, focuspunt_id, knelpunt_id) values ($1, $2, $3)', [
    ids.focuspunt,
    ids.knelpunt,
  ]);
};

const layWork = async (sql: Sql, ids: WholeThreadIds): Promise<void> => {
  await sql(
    `insert into plan (gemeente, id, focuspunt_id, state, approach, created_by, created_at, state_since)
     values ($1, $2, $3, 'active', 'Elke week vegen.', $4, '2016-05-01T10:00:00Z', '2016-05-20T10:00:00Z')`,
    [ids.plan, ids.focuspunt, ids.person],
  );
  await sql(
    `insert into goal (gemeente, id, object_kind, object_id, kind, title, unit, source, direction, target_value, made_by, created_at, set_by, set_at)
     values ($1, $2, 'focuspunt', $3, 'figure', 'Meldingen over takken', 'meldingen', 'wijkregie', 'down', 2, $4, '2016-04-01T10:00:00Z', $4, '2016-04-02T10:00:00Z')`,
    [ids.goal, ids.focuspunt, ids.person],
  );
  await sql(
    `insert into measurement (gemeente, id, goal_id, role, value, measured_on, source, definition_version, entered_by, entered_at)
     values ($1, $2, $3, 'test', 7, '2017-03-20', 'wijkregie', 1, $4, '2017-03-20T10:00:00Z')`,
    [ids.measurement, ids.goal, ids.person],
  );
  await sql(
    `insert into yearly_test (gemeente, id, focuspunt_id, due_on, state, measurement_id, result, decided_on, decided_by, created_at)
     values ($1, $2, $3, '2017-04-01', 'decided', $4, 'continued', '2017-03-28', $5, '2017-01-20T10:00:00Z')`,
    [ids.yearly_test, ids.focuspunt, ids.measurement, ids.person],
  );
};

const layCouncil = async (sql: Sql, ids: WholeThreadIds, wish: Wish): Promise<void> => {
  const told = wish.isReleased ? TOLD : null;
  await sql(
    `insert into news_release (gemeente, id, focuspunt_id, memo_number, memo_content, made_by, made_at, embargo_until,
       signed_by_mayor, mayor_signed_at, signed_by_secretary, secretary_signed_at,
       released_at, council_told_at, partners_told_at, reporters_told_at, followers_told_at, press_told_at)
     values ($1, $2, $3, 'RM ' || $7, $8, $4, '2016-04-06T15:00:00Z', $5, $4, '2016-04-06T15:00:00Z', $4,
       '2016-04-06T15:00:00Z', $6::timestamptz, $6::timestamptz, $6::timestamptz, $6::timestamptz, $6::timestamptz,
       $6::timestamptz)`,
    [
      ids.news_release,
      ids.focuspunt,
      ids.person,
      wish.embargoUntil,
      told,
      newId().slice(-8),
      JSON.stringify(MEMO),
    ],
  );
  await sql(
    `insert into document (gemeente, id, kind, number, title, dated_on, status, release_id, created_at)
     values ($1, $2, 'council_memo', 'RM-1', 'Raadsmemo focuspunten', '2016-04-07', 'for_information', $3, '2016-04-07T12:00:00Z')`,
    [ids.document, ids.news_release],
  );
  await sql(
    `insert into council_item (gemeente, id, kind, title, text, given_on, given_by, owner_function, state, created_at)
     values ($1, $2, 'toezegging', 'Het fietspad blijft schoon', 'Toegezegd.', '2016-04-18', 'wethouder', 'wijkwethouder', 'open', '2016-04-18T12:00:00Z')`,
    [ids.council_item],
  );
  for (const [kind, id] of [
    ['document', ids.document],
    ['council_item', ids.council_item],
  ]) {
    await sql(
      `insert into council_link (gemeente, from_kind, from_id, object_kind, object_id) values ($1, $2, $3, 'focuspunt', $4)`,
      [kind, id, ids.focuspunt],
    );
  }
};
