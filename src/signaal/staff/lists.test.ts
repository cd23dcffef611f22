import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RoleId } from '#people/index.ts';
import { execute } from '#platform/command/command.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { acceptAssignment, returnAssignment } from '../commands/assignment.ts';
import { giveSignaal } from '../commands/give.ts';
import { factsOf, reaches } from '../policy.ts';
import { fallbackAreaFor } from '../store/fallback.ts';
import type { Assignment, Signaal } from '../store/load.ts';
import { settingsOf } from '../store/terms.ts';
import { actionsFor } from './actions.ts';
import { staffSignaalRoutes } from './index.ts';
import { readList } from './list.ts';
import { fallbackFor, scopeOf } from './scope.ts';

let tw: TestWorld;
let town: SmallTown;
const people = new Map<string, Principal & { id: string }>();

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);
const run = <Input, Output>(
  who: Principal,
  command: Parameters<typeof execute<Input, Output>>[3],
  input: Input,
) => execute(tw.world, town.gemeente, who, command, input);

const ROLES: readonly [RoleId, () => Parameters<typeof staffOf>[3]][] = [
  ['desk_worker', () => ({ departmentId: town.desk })],
  ['desk_manager', () => ({ departmentId: town.desk })],
  ['wijkregisseur', () => ({ areaId: town.area, buurtIds: [town.buurt] })],
  ['support_officer', () => ({ areaId: town.area, buurtIds: [town.buurt] })],
  ['public_space_manager', () => ({ areaId: town.area, buurtIds: [town.buurt] })],
  ['department_worker', () => ({ departmentId: town.green })],
  ['department_head', () => ({ departmentId: town.green })],
  ['process_guard', () => ({})],
  ['complaints_coordinator', () => ({ departmentId: town.complaints })],
  ['welfare_partner', () => ({ departmentId: town.roads })],
  ['councillor', () => ({})],
];

const PLACES = [
  { lat: 52.06, lon: 4.49 },
  { lat: 52.06, lon: 4.53 },
  { lat: null, lon: null },
  { lat: 50, lon: 3 },
];

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  await sql(
    `insert into setting (gemeente, key, valid_from, value, set_at) values ($1, 'area.fallback', '2016-01-01', $2, now())`,
    [town.gemeente, JSON.stringify(town.area)],
  );
  for (const [role, bounds] of ROLES) people.set(role, await staffOf(tw, town, role, bounds()));
  const desk = people.get('desk_worker');
  for (const kind of ['report', 'question', 'complaint', 'idea'] as const) {
    for (const place of PLACES) {
      for (const [who, channel] of [
        [resident, 'web'],
        [desk ?? resident, 'desk'],
      ] as const) {
        const category = kind === 'report' ? { categoryId: place.lat === 50 ? town.lamp : town.tree } : {};
        const gift = aGift({
          kind,
          channel,
          ...category,
          place: { ...place, street: '', note: '', buurtId: null },
        });
        await run(who, giveSignaal, gift);
      }
    }
  }
});
afterAll(() => tw.close());

const listed = (who: Principal, pageSize = 100): Promise<string[]> =>
  tenantTransaction(tw.world.pool, town.gemeente, async (db) => {
    const fallback = await fallbackFor(db, town.gemeente, '2016-03-07', who);
    const question = {
      gemeente: town.gemeente,
      accountId: who.id,
      branches: scopeOf(who, fallback),
      filter: {},
      order: 'oldest' as const,
      size: pageSize,
    };
    const ids: string[] = [];
    for (let after: { at: Date; id: string } | null = null; ; ) {
      const page = await readList(db, { ...question, after });
      ids.push(...page.rows.map(({ id }) => id));
      const last = page.rows.at(-1);
      if (!page.next || !last) return ids;
      after = { at: last.receivedAt, id: last.id };
    }
  });

/** What the gate lets through one by one. */
const allowed = async (who: Principal): Promise<string[]> => {
  const signalen = await sql<Signaal & Record<string, unknown>>(
    'select * from signaal order by received_at, id',
  );
  const parts = await sql<Assignment & Record<string, unknown>>('select * from assignment');
  return tenantTransaction(tw.world.pool, town.gemeente, async (db) => {
    const context = { db, gemeente: town.gemeente, today: '2016-03-07' };
    const ids: string[] = [];
    for (const signaal of signalen) {
      const settings = await settingsOf(context as Parameters<typeof settingsOf>[0]);
      const own = parts.filter(({ signaal_id }) => signaal_id === signaal.id);
      const facts = factsOf(signaal, own, await fallbackAreaFor(context, settings, signaal.buurt_id));
      if (tw.world.gate(who, 'signaal.read', reaches(who, facts)).ok) ids.push(signaal.id);
    }
    return ids;
  });
};

it('lists for each role exactly what the gate lets it read, complaints and fallback included', async () => {
  const counts: Record<string, number> = {};
  for (const [role, who] of people) {
    const ids = await listed(who);
    expect(ids.toSorted(), role).toEqual((await allowed(who)).toSorted());
    counts[role] = ids.length;
  }
  expect(counts.process_guard).toBe(24);
  expect(counts.complaints_coordinator).toBe(32);
  expect(counts.councillor).toBe(0);
  expect(counts.desk_worker).toBeGreaterThan(15);
  expect(counts.wijkregisseur).toBe(24);
});

it('pages through a list without losing or repeating one, also where moments are equal', async () => {
  for (const [role, who] of people) {
    expect(await listed(who, 3), role).toEqual(await listed(who));
  }
});

const client = (role: string): Promise<TestClient> =>
  testSite(tw, staffSignaalRoutes)
    .client()
    .signInAs(people.get(role)?.id ?? '');

it('gives departments their parts, others their reach, and keeps within five queries besides the session', async () => {
  for (const [role, status] of [
    ['department_worker', 200],
    ['department_head', 200],
    ['complaints_coordinator', 200],
    ['process_guard', 200],
    ['wijkregisseur', 200],
    ['welfare_partner', 200],
    ['desk_worker', 200],
    ['councillor', 403],
  ] as const) {
    const page = await (await client(role)).get('/werk?zoek=tak');
    expect(page.status, role).toBe(status);
    expect(page.statements.length, role).toBeLessThanOrEqual(5);
  }
});

it('accepts in one click and says what is late in words', async () => {
  const worker = await client('department_worker');
  const page = await worker.get('/werk');
  const [, action = ''] = /action="(\/signalen\/[^"]+\/aanvaarden)"/.exec(page.text) ?? [];
  const accepted = await worker.submit(page, {}, action);
  expect(accepted.location).toBe('/werk');
  tw.clock.advance(5 * 86_400_000);
  const later = await (await client('department_worker')).get('/werk?laat=on');
  expect(later.text).toContain('te laat sinds do 10 mrt 2016');
  expect(later.text).not.toContain(action);
  const head = await (await client('department_head')).get('/werk');
  expect(head.text).toMatch(/\d te laat/);
  tw.clock.set('2016-03-07T10:00:00+01:00');
});

it('narrows by state, buurt and words, and a number finds just that one', async () => {
  const worker = await client('department_worker');
  const rows = async (query: string) =>
    (await worker.get(`/werk?${query}`)).text.match(/#deel-/g)?.length ?? 0;
  const all = await rows('');
  expect(all).toBe(6);
  expect(await rows(`buurt=${town.buurt}`)).toBe(2);
  expect(await rows('stand=accepted')).toBe(1);
  expect(await rows('zoek=grote+fietspad')).toBe(all);
  expect(await rows('zoek=olifant')).toBe(0);
  expect(await rows('zoek=1&stand=accepted&zoek2=olifant')).toBe(1);
  expect(await rows("zoek='%20or%201=1--")).toBe(0);
});

it('shows the wijkregisseur what only he decides, why it is here, and counts the rest', async () => {
  const worker = people.get('department_worker');
  const [row] = await sql<{ id: string; signaal_id: string }>(
    `select a.id, a.signaal_id from assignment a join signaal s on s.id = a.signaal_id
     where a.state = 'offered' and a.department_id = $1 and s.buurt_id = $2`,
    [town.green, town.buurt],
  );
  const input = { signaalId: row?.signaal_id ?? '', assignmentId: row?.id ?? '' };
  await run(worker ?? resident, returnAssignment, {
    ...input,
    reason: 'owner_unknown',
    note: 'Van wie?',
    suggestedDepartmentId: null,
  });
  const wr = await client('wijkregisseur');
  const page = await wr.get('/wijk-werk');
  expect(page.status).toBe(200);
  expect(page.statements.length).toBeLessThanOrEqual(5);
  expect(page.text).toContain('1e keer terug');
  expect(page.text).toContain('Van wie?');
  expect(page.text).toMatch(/Nu te beslissen: 7\./);
  expect(page.text).toMatch(/Zonder u lopen er 17\./);
  const send = `/signalen/${row?.signaal_id}/beleggen`;
  const sent = await wr.submit(
    page,
    { afdeling: town.roads, kansrijk: '1', nut: '2', advies: 'Probeer Wegen.' },
    send,
  );
  expect(sent.location).toBe('/wijk-werk');
  expect((await (await client('department_worker')).get('/wijk-werk')).status).toBe(403);
});

it('offers no act that its command refuses to this person, and none that the state forbids', async () => {
  const worker = people.get('department_worker') ?? resident;
  const [row] = await sql<Assignment & Record<string, unknown>>(
    `select * from assignment where state = 'offered' and department_id = $1`,
    [town.green],
  );
  const [signaal] = await sql<Signaal & Record<string, unknown>>('select * from signaal where id = $1', [
    row?.signaal_id,
  ]);
  if (!row || !signaal) throw new Error('The arrangement lacks an offered part');
  const acts = actionsFor(worker, factsOf(signaal, [row]), signaal, [row]);
  expect([...(acts.parts.get(row.id) ?? [])]).toEqual(['accept', 'return', 'plan', 'complete']);
  expect([...acts.signaal]).toEqual(['note', 'ask', 'contact']);
  await run(worker, acceptAssignment, { signaalId: signaal.id, assignmentId: row.id });
  const after = actionsFor(worker, factsOf(signaal, [row]), signaal, [{ ...row, state: 'accepted' }]);
  expect([...(after.parts.get(row.id) ?? [])]).toEqual(['return', 'plan', 'complete']);
  const closed = actionsFor(worker, factsOf(signaal, [row]), { ...signaal, state: 'closed' }, [
    { ...row, state: 'done' },
  ]);
  expect([...(closed.parts.get(row.id) ?? [])]).toEqual([]);
});
