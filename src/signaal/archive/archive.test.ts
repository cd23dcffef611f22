import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleRecurring, peopleRoutes, type RoleId } from '#people/index.ts';
import { execute } from '#platform/command/command.ts';
import { blindIndex } from '#platform/secrets/index.ts';
import { newCode } from '#platform/speakable-code/index.ts';
import { openConnections } from '#testing/at-once.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { aGift, resident, type SmallTown, smallTown } from '#testing/signaal.ts';
import { type Answer, type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { giveSignaal, signaalRoutes } from '../index.ts';

const START = '/beheer/vernietiging';
const SECRET = 'Er ligt een grote tak op het fietspad van Jan zijn tuin.';

let test: TestWorld;
let town: SmallTown;
let site: TestSite;
let admin: TestClient;
let officer: TestClient;

beforeAll(async () => {
  test = await testWorld({ start: '2016-03-07T10:00:00+01:00' });
  town = await smallTown(test);
  await makeTenant(test, 'GM0106', 'Assen');
  site = testSite(test, [...peopleRoutes, ...signaalRoutes]);
  admin = await signedIn('functional_admin');
  officer = await signedIn('privacy_officer');
});
afterAll(() => test.close());

const signedIn = async (role: RoleId, gemeente = 'GM0637'): Promise<TestClient> =>
  site
    .client(gemeente)
    .signInAs(await makePerson(test, { name: `Wie ${role}`, holdings: [{ role }] }, gemeente));

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> =>
  asOwner<Row>(test.urls, town.gemeente, text, [town.gemeente, ...values]);

/** A signaal that ended on a day; gives its id and code. */
const ended = async (
  day: string,
  change: Record<string, string> = {},
): Promise<{ id: string; code: string }> => {
  const gift = aGift({
    text: SECRET,
    contact: { ...aGift().contact, name: 'Mevrouw De Vries', mail: 'vries@voorbeeld.test' },
    answerChannel: 'mail',
  });
  const { signaalId } = await execute(test.world, town.gemeente, resident, giveSignaal, gift);
  const { state = 'closed', outcome = 'solved', kind = 'report', root = null } = change;
  const code = newCode();
  await sql(
    `update signaal set state = $3, outcome = $4, kind = $5, state_since = $6, closed_at = $6, code_hash = $7,
       duplicate_of = $8, merged_into = $8
     where gemeente = $1 and id = $2`,
    [
      signaalId,
      state,
      outcome,
      kind,
      `${day}T12:00:00Z`,
      blindIndex(test.world.keyring, town.gemeente, 'code', code),
      root,
    ],
  );
  return { id: signaalId, code };
};

const draw = async (): Promise<string> => {
  const answer = await admin.submit(await admin.get(START), {}, START);
  expect(answer.status).toBe(303);
  return (answer.headers.get('location') ?? '').slice(START.length + 1);
};
const act = async (
  client: TestClient,
  id: string,
  what: string,
  fields: Record<string, string>,
): Promise<Answer> => client.submit(await client.get(`${START}/${id}`), fields, `${START}/${id}/${what}`);
const approve = (client: TestClient, id: string) => act(client, id, 'goedkeuren', { looked: 'ja' });
const runJobs = async (): Promise<void> => {
  for (const job of peopleRecurring) await job.run(test.world);
};
/** Patterns from the care network that were declined long ago. */
const patterns = (count: number, from: number) =>
  sql(
    `insert into care_pattern (gemeente, id, number, category_id, area_id, size_class, state, given_by, created_at, decided_at)
     select $1, gen_random_uuid(), n, $2, $3, '5_to_10', 'declined', (select id from account where gemeente = $1 limit 1),
       '2014-01-01', '2014-02-01' from generate_series($4::int, $4::int + $5::int - 1) as n`,
    [town.tree, town.area, from, count],
  );
const withdraw = (id: string) => act(officer, id, 'intrekken', { reason: 'Proef.' });
const labelsOf = async (id: string): Promise<string[]> => {
  const rows = await sql<{ object_id: string }>(
    'select object_id from destruction_item where gemeente = $1 and list_id = $2 order by id',
    [id],
  );
  return rows.map(({ object_id }) => object_id);
};

describe('a destruction list', () => {
  it('holds what was kept for its years, to the day, and nothing else', async () => {
    const past = await ended('2011-03-07');
    const notYet = await ended('2011-03-08');
    const question = await ended('2015-03-07', { kind: 'question', state: 'answered', outcome: 'answered' });
    const refused = await ended('2011-03-06', { outcome: 'not_with_explanation' });
    const open = await ended('2009-01-01');
    await sql(`update signaal set state = 'reopened' where gemeente = $1 and id = $2`, [open.id]);
    await ended('2009-01-01', { state: 'duplicate', outcome: 'duplicate', root: open.id });
    const id = await draw();
    expect((await labelsOf(id)).sort()).toEqual([past.id, question.id, refused.id].sort());
    const page = await admin.get(`${START}/${id}`);
    expect(page.text).toContain('wacht op de eerste goedkeuring');
    expect(page.text).not.toContain('De Vries');
    expect(page.statements.length).toBeLessThanOrEqual(6);
    expect((await labelsOf(id)).includes(notYet.id)).toBe(false);
    expect((await withdraw(id)).status).toBe(303);
  });

  it('is one at a time, also when two ask at once, and none when nothing is past', async () => {
    await openConnections(test);
    const form = await admin.get(START);
    const both = await Promise.all([admin.submit(form, {}, START), admin.submit(form, {}, START)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(both.find(({ status }) => status === 422)?.text).toContain('Er loopt al een lijst');
    const [{ id = '' } = {}] = await sql<{ id: string }>(
      `select id from destruction_list where gemeente = $1 and state = 'drawn_up'`,
    );
    await withdraw(id);
    const assen = await signedIn('functional_admin', 'GM0106');
    const none = await assen.submit(await assen.get(START), {}, START);
    expect(none.status).toBe(422);
    expect(none.text).toContain('Er is geen lijst gemaakt');
    expect((await assen.get(START)).text).toContain('Er is nog geen vernietigingslijst');
    expect((await assen.get(`${START}/${id}`)).text).toContain('refusal:not_found');
  });

  it('asks two people, who looked', async () => {
    const id = await draw();
    expect((await act(admin, id, 'goedkeuren', { looked: '' })).text).toContain('zet een vinkje');
    const second = await signedIn('municipal_secretary');
    const stale = await second.get(`${START}/${id}`);
    expect((await approve(admin, id)).status).toBe(303);
    expect((await admin.get(`${START}/${id}`)).text).toContain('De tweede goedkeuring is aan iemand anders');
    const again = await second.submit(stale, { looked: 'ja' }, `${START}/${id}/goedkeuren`);
    expect(again.text).toContain('refusal:changed_meanwhile');
    const forged = await admin.post(`${START}/${id}/goedkeuren`, { version: '2', looked: 'ja' });
    expect(forged.text).toContain('U keurde deze lijst al goed');
    await runJobs();
    expect(await sql(`select 1 from signaal where gemeente = $1 and destroyed_at is not null`)).toEqual([]);
    await expect(
      sql(
        `update destruction_list set state = 'approved', approved_by = first_approved_by where gemeente = $1 and id = $2`,
        [id],
      ),
    ).rejects.toThrow(/check/);
    for (const role of ['auditor', 'wijkregisseur', 'desk_manager'] as const) {
      const other = await signedIn(role);
      expect((await other.get(`${START}/${id}`)).status).toBe(role === 'auditor' ? 200 : 403);
      const post = await other.post(`${START}/${id}/goedkeuren`, { version: '2', looked: 'ja' });
      expect(post.status).toBe(403);
    }
    await withdraw(id);
    expect((await admin.get(`${START}/${id}`)).text).toContain('ingetrokken');
  });

  it('keeps off what is still needed, and remembers until when', async () => {
    const id = await draw();
    const [item] = await sql<{ id: string; object_id: string }>(
      'select id, object_id from destruction_item where gemeente = $1 and list_id = $2 order by id limit 1',
      [id],
    );
    const form = await officer.get(`${START}/${id}/bewaren/${item?.id}`);
    const send = (fields: Record<string, string>) => officer.submit(form, fields);
    expect((await send({ reason: ' ', 'until-year': '2017' })).text).toContain('Schrijf op waarom');
    const bad = await send({
      reason: 'Bezwaar loopt',
      'until-day': '30',
      'until-month': '2',
      'until-year': '2017',
    });
    expect(bad.text).toContain('Vul een dag in die bestaat');
    expect(bad.text).toContain('Bezwaar loopt');
    const day = (year: string) => ({ 'until-day': '1', 'until-month': '6', 'until-year': year });
    expect((await send({ reason: 'Bezwaar', ...day('2015') })).text).toContain('Kies een dag na vandaag');
    expect((await send({ reason: 'Bezwaar', ...day('2046') })).text).toContain('binnen tien jaar');
    expect((await send({ reason: 'Bezwaar <b>loopt</b>', ...day('2017') })).status).toBe(303);
    expect((await officer.get(`${START}/${id}`)).text).toContain('Bezwaar &lt;b&gt;loopt&lt;/b&gt;');
    expect((await send({ reason: 'Nog eens', ...day('2017') })).status).toBe(404);
    await withdraw(id);
    const next = await draw();
    expect(await labelsOf(next)).not.toContain(item?.object_id);
    expect((await labelsOf(next)).length).toBeGreaterThan(0);
    await withdraw(next);
  });
});

describe('destroying', () => {
  it('takes the content out, leaves what counts, skips what was opened anew, and certifies', async () => {
    const gone = await ended('2010-06-01');
    const anew = await ended('2010-06-02');
    const id = await draw();
    const before = await labelsOf(id);
    expect(before).toEqual(expect.arrayContaining([gone.id, anew.id]));
    await sql(`update signaal set state = 'reopened' where gemeente = $1 and id = $2`, [anew.id]);
    expect((await officer.get(`${START}/${id}/verklaring`)).status).toBe(404);
    await approve(officer, id);
    const second = await approve(admin, id);
    expect(second.status).toBe(303);
    expect((await act(admin, id, 'goedkeuren', { looked: 'ja' }).catch(() => null))?.status ?? 404).toBe(404);
    await runJobs();
    const [row] = await sql<Record<string, unknown>>(
      'select * from signaal where gemeente = $1 and id = $2',
      [gone.id],
    );
    expect(row).toMatchObject({
      text: null,
      lat: null,
      cell: null,
      place_kind: 'buurt',
      buurt_id: town.buurt,
      category_id: town.tree,
      outcome: 'solved',
      registered_by: null,
    });
    expect(row?.destroyed_at).toBeInstanceOf(Date);
    const left = await sql(
      `select 1 from signaal_word where gemeente = $1 and signaal_id = $2
       union all select 1 from message where gemeente = $1 and object_id = $2
       union all select 1 from reporter where gemeente = $1 and signaal_id = $2 and sealed is not null
       union all select 1 from feedback where gemeente = $1 and signaal_id = $2 and text <> ''`,
      [gone.id],
    );
    expect(left).toEqual([]);
    expect((await site.client().get(`/volg/${gone.code}`)).status).toBe(404);
    const [kept] = await sql<{ text: string }>('select text from signaal where gemeente = $1 and id = $2', [
      anew.id,
    ]);
    expect(kept?.text).toBe(SECRET);

    const certificate = await admin.get(`${START}/${id}/verklaring`);
    expect(certificate.status).toBe(200);
    const [list] = await sql<{ digest: string; destroyed: number; skipped: number }>(
      `select l.digest, count(*) filter (where i.state = 'destroyed')::int as destroyed,
         count(*) filter (where i.state = 'skipped')::int as skipped
       from destruction_list l join destruction_item i on i.gemeente = l.gemeente and i.list_id = l.id
       where l.gemeente = $1 and l.id = $2 group by l.digest`,
      [id],
    );
    expect(list).toMatchObject({ destroyed: before.length - 1, skipped: 1 });
    expect(certificate.text).toContain(list?.digest ?? 'no digest');
    expect(certificate.text).toContain(`Samen: ${before.length - 1} stukken`);
    expect(certificate.text).toContain('Wie privacy_officer');
    expect(certificate.text).toContain('Resultaat in de selectielijst');
    expect(certificate.text).not.toContain('Op de lijst');
    const history = await sql(
      `select 1 from history where gemeente = $1 and noun = 'signaal' and object_id = $2 and action = 'destroyed'`,
      [gone.id],
    );
    expect(history).toHaveLength(1);
    await runJobs();
  });

  it('goes on after a stop, and the list in a file proves the certificate', async () => {
    await patterns(60, 100);
    const id = await draw();
    await approve(officer, id);
    await approve(admin, id);
    let runs = 0;
    const broken = {
      ...test.world,
      clock: {
        now: () => {
          runs += 1;
          if (runs === 2) throw new Error('killed');
          return test.world.clock.now();
        },
      },
    };
    for (const job of peopleRecurring) if (job.queue === 'people-destruction') await job.run(broken);
    const states = async () =>
      (
        await sql<{ state: string }>(
          'select state from destruction_item where gemeente = $1 and list_id = $2',
          [id],
        )
      ).map(({ state }) => state);
    expect((await states()).filter((state) => state === 'listed').length).toBeGreaterThan(0);
    expect((await states()).filter((state) => state === 'destroyed')).toHaveLength(50);
    await runJobs();
    expect(new Set(await states())).toEqual(new Set(['destroyed']));
    const csv = (await admin.get(`${START}/${id}/lijst.csv`)).text;
    const lines = csv.slice(1).trimEnd().split('\r\n').slice(1);
    expect(lines).toHaveLength((await states()).length);
    const hash = createHash('sha256');
    for (const line of lines) hash.update(`${line.slice(1, -1).split('";"').slice(0, 5).join('\t')}\n`);
    expect((await admin.get(`${START}/${id}/verklaring`)).text).toContain(hash.digest('hex'));
    expect(csv).not.toContain('De Vries');
  });

  it('deletes other records whole, but a pattern that became part of a knelpunt stays', async () => {
    await patterns(2, 8);
    await sql(
      `with anybody as (select id from account where gemeente = $1 limit 1), made as (
         insert into knelpunt (gemeente, id, number, title, origin, area_id, state, owner_account_id, public_sentence,
           made_by, created_at, state_since)
         select $1, gen_random_uuid(), 1, 'Takken', 'problem', $2, 'noticed', id, 'Wij kijken ernaar.', id,
           '2014-01-01', '2014-01-01' from anybody returning id)
       insert into knelpunt_pattern (gemeente, knelpunt_id, care_pattern_id, added_at, added_by)
       select $1, made.id, p.id, '2014-01-01', anybody.id from made, anybody, care_pattern p
       where p.gemeente = $1 and p.number = 8`,
      [town.area],
    );
    const id = await draw();
    await approve(officer, id);
    await approve(admin, id);
    await runJobs();
    expect(
      await sql('select number::int from care_pattern where gemeente = $1 and number in (8, 9)'),
    ).toEqual([{ number: 8 }]);
  });
});
