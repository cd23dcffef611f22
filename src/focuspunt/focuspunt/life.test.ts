import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { anonymous } from '#platform/policy/principal.ts';
import { openConnections } from '#testing/at-once.ts';
import { staffOf } from '#testing/signaal.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { adviseFocuspunt } from './commands/advise.ts';
import { consultFocuspunt } from './commands/consult.ts';
import { bringToCollege, type DecideFocuspunt, decideFocuspunt } from './commands/decide.ts';
import { setTrekker } from './commands/prepare.ts';
import { type ProposeFocuspunt, proposeFocuspunt } from './commands/propose.ts';
import { clearReaction, enterReaction, reactFocuspunt } from './commands/react.ts';
import { aProposal, type FocusTown, focusTown } from './focus-town.fixture.ts';
import { sweepFocuspunten } from './jobs.ts';

let tw: TestWorld;
let town: FocusTown;

beforeAll(async () => {
  tw = await testWorld({ start: '2016-03-07T10:00:00+01:00' });
  town = await focusTown(tw);
});
afterAll(() => tw.close());

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

const propose = (change: Partial<ProposeFocuspunt> = {}, by = town.wijkregisseur) =>
  execute(tw.world, town.gemeente, by, proposeFocuspunt, aProposal(town, change));

const row = async (id: string) =>
  (await town.sql('select * from focuspunt where id = $1', [id]))[0] as Record<string, unknown>;

const consulted = async (): Promise<string> => {
  const id = await propose();
  await execute(tw.world, town.gemeente, town.wijkregisseur, consultFocuspunt, { focuspuntId: id });
  return id;
};

const atCollege = async (): Promise<string> => {
  const id = await consulted();
  await execute(tw.world, town.gemeente, town.wijkregisseur, bringToCollege, { focuspuntId: id });
  return id;
};

const decision = (focuspuntId: string, change: Partial<DecideFocuspunt> = {}): DecideFocuspunt => ({
  focuspuntId,
  outcome: 'set',
  reason: '',
  heldUntil: null,
  withoutBaselineUntil: '2016-06-06',
  ...change,
});

const decide = (input: DecideFocuspunt, by = town.college) =>
  execute(tw.world, town.gemeente, by, decideFocuspunt, input);

const react = (focuspuntId: string, text = 'Goed plan.', onceKey = newId()) =>
  execute(tw.world, town.gemeente, anonymous, reactFocuspunt, {
    focuspuntId,
    stance: 'agree',
    text,
    onceKey,
    visitor: 'v1',
  });

describe('proposing', () => {
  it('takes a problem that passed the regular effort, and numbers it', async () => {
    const first = await propose();
    const second = await propose();
    const [one, two] = [await row(first), await row(second)];
    expect(one).toMatchObject({ state: 'proposed', public_state: 'proposed', origin: 'problem' });
    expect(Number(two.number)).toBe(Number(one.number) + 1);
  });

  it.each([
    ['effort', { effort: ' ' }, 'effort_missing'],
    ['since', { effortSince: null }, 'effort_missing'],
    ['since tomorrow', { effortSince: '2016-03-08' }, 'effort_since_future'],
    ['why not', { effortWhyNot: '' }, 'effort_missing'],
    ['title', { title: '' }, 'title_missing'],
    ['a person', { problem: 'Bel 06 12345678 over deze zaak.' }, 'text_has_person'],
    ['a chance without use', { origin: 'chance' as const }, 'what_is_added_missing'],
  ])('refuses without %s', async (_, change, code) => {
    expect(await refused(propose(change))).toBe(code);
  });

  it('asks of a chance only what the wijkregisseur adds', async () => {
    const id = await propose({
      origin: 'chance',
      effort: '',
      effortBy: '',
      effortSince: null,
      effortWhyNot: '',
      whatIsAdded: 'Brengt school en sportclub bij elkaar.',
    });
    expect(await row(id)).toMatchObject({ origin: 'chance', effort: null });
  });

  it('knows only areas of focuspunten, and candidates', async () => {
    expect(await refused(propose({ areaId: town.area }))).toBe('area_not_focus');
    expect(await refused(propose({ knelpuntIds: [newId()] }))).toBe('knelpunt_not_candidate');
  });

  it('is for whoever may: not for a desk, a councillor, another area or a visitor', async () => {
    const elsewhere = await staffOf(tw, town, 'wijkregisseur', { buurtIds: [town.lonelyBuurt] });
    for (const by of [
      elsewhere,
      await staffOf(tw, town, 'desk_worker'),
      await staffOf(tw, town, 'councillor'),
    ]) {
      expect(await refused(propose({}, by))).toBe('forbidden');
    }
    const worker = await staffOf(tw, town, 'department_worker', { departmentId: town.green });
    expect(await refused(propose({}, worker))).toBe('done');
    expect(await refused(propose({ trekkerDepartmentId: town.roads }, worker))).toBe('forbidden');
    expect(
      await refused(execute(tw.world, town.gemeente, anonymous, proposeFocuspunt, aProposal(town))),
    ).toBe('sign_in_needed');
  });
});

describe('a wijkregisseur as trekker (G3, C9 day 20)', () => {
  const trekker = (focuspuntId: string, trekkerAccountId: string) =>
    execute(tw.world, town.gemeente, town.wijkregisseur, setTrekker, {
      focuspuntId,
      trekkerAccountId,
      trekkerFunction: '',
      trekkerDepartmentId: null,
    });

  it('is refused without hours of the pot, and taken with them until they end', async () => {
    const id = await propose();
    const me = town.wijkregisseur.id;
    expect(await refused(trekker(id, me))).toBe('trekker_needs_bandwidth');
    expect(await refused(propose({ trekkerAccountId: me }))).toBe('trekker_needs_bandwidth');
    const record = `insert into bandwidth (gemeente, id, account_id, year, object_kind, object_id, title, sentence, hours,
        what_is_dropped, ends_on, state, created_at)
      values ($1, $2, $3, 2016, 'focuspunt', $4, 'x', 'x', 20, 'x', $5, $6, '2016-03-01')`;
    await town.sql(record, [town.gemeente, newId(), me, id, '2016-03-06', 'within_pot']);
    await town.sql(record, [town.gemeente, newId(), me, id, '2016-12-31', 'asked']);
    expect(await refused(trekker(id, me))).toBe('trekker_needs_bandwidth');
    await town.sql(record, [town.gemeente, newId(), me, id, '2016-03-07', 'approved']);
    expect(await refused(trekker(id, me))).toBe('done');
    expect(await row(id)).toMatchObject({ trekker_account_id: me });
  });

  it('is not asked of anybody else', async () => {
    const id = await propose();
    expect(await refused(trekker(id, town.policeAccount))).toBe('done');
    expect(await refused(trekker(id, newId()))).toBe('trekker_unknown');
  });
});

describe('advice and reactions side by side (D4)', () => {
  it('run five working days and fourteen days, over Good Friday and Easter', async () => {
    tw.clock.set('2016-03-24T10:00:00+01:00');
    const id = await consulted();
    const { advice_due_at, reaction_until, state } = await row(id);
    expect(state).toBe('consulting');
    expect((advice_due_at as Date).toISOString().slice(0, 10)).toBe('2016-04-04');
    expect((reaction_until as Date).toISOString().slice(0, 10)).toBe('2016-04-07');
    tw.clock.set('2016-03-07T10:00:00+01:00');
  });

  it('asks each member by mail with a link of his own; whoever has no address is asked by hand', async () => {
    const id = await consulted();
    const asked = await town.sql('select member_id from focuspunt_advice where focuspunt_id = $1', [id]);
    expect(asked).toHaveLength(2);
    const mails = await town.sql(
      `select recipient_kind from message where template = 'focuspunt.advice' and object_id in
        (select id from focuspunt_advice where focuspunt_id = $1)`,
      [id],
    );
    expect(mails).toEqual([{ recipient_kind: 'account' }]);
  });

  it('takes an answer once, in the app only of the member himself, and by link until it ends', async () => {
    const id = await consulted();
    const [mine] = await town.sql(
      'select id, expires_at from focuspunt_advice where focuspunt_id = $1 and member_id = $2',
      [id, town.members[0]],
    );
    const key = { adviceId: String(mine?.id) };
    const police = {
      kind: 'staff' as const,
      id: town.policeAccount,
      holdings: [
        {
          role: 'police_partner',
          departmentId: town.police,
          areaId: null,
          buurtIds: null,
          onBehalfOf: null,
        },
      ],
    };
    const answer = (by: typeof police, text = 'Prima.') =>
      refused(execute(tw.world, town.gemeente, by, adviseFocuspunt, { key, stance: 'partly', text }));
    expect(await answer({ ...police, id: newId() })).toBe('forbidden');
    expect(await answer(police, 'Mail jan@voorbeeld.nl')).toBe('text_has_person');
    expect(await answer(police)).toBe('done');
    expect(await answer(police)).toBe('advice_given');
    const wrong = { key: { token: 'x'.repeat(43) }, stance: 'agree' as const, text: '' };
    expect(await refused(execute(tw.world, town.gemeente, anonymous, adviseFocuspunt, wrong))).toBe(
      'not_found',
    );
  });

  it('takes reactions to the last moment, once per form, and publishes only what was cleared', async () => {
    tw.clock.set('2016-03-07T10:00:00+01:00');
    const id = await consulted();
    const key = newId();
    await react(id, 'Goed plan.', key);
    await react(id, 'Goed plan.', key);
    expect(await refused(react(id, 'Mijn nummer is 06 12345678'))).toBe('text_has_person');
    const desk = await staffOf(tw, town, 'desk_worker');
    await execute(tw.world, town.gemeente, desk, enterReaction, {
      focuspuntId: id,
      stance: 'against',
      text: 'Te duur.',
      onceKey: newId(),
      channel: 'paper',
    });
    const rows = await town.sql(
      'select id, channel, stance, public_text from focuspunt_reaction where focuspunt_id = $1 order by created_at, id',
      [id],
    );
    expect(rows.map(({ channel, stance, public_text }) => [channel, stance, public_text])).toEqual([
      ['web', 'agree', null],
      ['paper', 'against', null],
    ]);
    await execute(tw.world, town.gemeente, town.wijkregisseur, clearReaction, {
      reactionId: String(rows[0]?.id),
      publicText: 'Goed plan.',
    });
    const [cleared] = await town.sql('select public_text from focuspunt_reaction where id = $1', [
      rows[0]?.id,
    ]);
    expect(cleared).toEqual({ public_text: 'Goed plan.' });
    const { reaction_until } = await row(id);
    tw.clock.set((reaction_until as Date).toISOString());
    expect(await refused(react(id))).toBe('done');
    tw.clock.advance(1000);
    expect(await refused(react(id))).toBe('reaction_closed');
    tw.clock.set('2016-03-07T10:00:00+01:00');
  });

  it('stops one address that sends too often', async () => {
    const id = await consulted();
    const send = () =>
      refused(
        execute(tw.world, town.gemeente, anonymous, reactFocuspunt, {
          focuspuntId: id,
          stance: 'agree',
          text: '',
          onceKey: newId(),
          visitor: 'busy',
        }),
      );
    const answers = [];
    for (let count = 0; count < 21; count += 1) answers.push(await send());
    expect(answers.filter((one) => one === 'done')).toHaveLength(20);
    expect(answers.at(-1)).toBe('sent_too_often');
  });
});

describe('the college', () => {
  it('may set without a baseline: it is stored until when, and nothing else is refused', async () => {
    const id = await atCollege();
    expect(await refused(decide(decision(id, { withoutBaselineUntil: null })))).toBe('baseline_date_missing');
    expect(await refused(decide(decision(id, { withoutBaselineUntil: '2016-03-07' })))).toBe('date_in_past');
    await decide(decision(id));
    const [stored] = await town.sql('select to_jsonb(f) as f from focuspunt f where id = $1', [id]);
    expect(stored?.f).toMatchObject({
      state: 'set',
      public_state: 'with_college',
      besluit_on: '2016-03-07',
      without_baseline_until: '2016-06-06',
      plan_due_on: '2016-05-02',
      next_test_on: '2017-03-07',
    });
    const [kept] = await town.sql('select warnings from focuspunt_decision where focuspunt_id = $1', [id]);
    expect(kept?.warnings).toEqual(expect.arrayContaining(['goal', 'reaction_running', 'advice_running']));
  });

  it('refuses only with a reason, and holds only until a day that comes', async () => {
    const id = await atCollege();
    expect(await refused(decide(decision(id, { outcome: 'rejected' })))).toBe('reason_missing');
    expect(await refused(decide(decision(id, { outcome: 'held' })))).toBe('date_missing');
    expect(await refused(decide(decision(id, { outcome: 'held', heldUntil: '2016-03-07' })))).toBe(
      'date_in_past',
    );
    await decide(decision(id, { outcome: 'held', heldUntil: '2016-03-28' }));
    tw.clock.set('2016-03-27T23:59:00+02:00');
    await sweepFocuspunten(tw.world, town.gemeente);
    expect(await row(id)).toMatchObject({ state: 'held' });
    tw.clock.set('2016-03-28T00:01:00+02:00');
    await sweepFocuspunten(tw.world, town.gemeente);
    expect(await row(id)).toMatchObject({ state: 'with_college', held_until: null });
    const seen = await town.sql(
      `select account_id from notice where kind = 'focus_held' and object_id = $1`,
      [id],
    );
    expect(seen.map(({ account_id }) => account_id)).toContain(town.college.id);
    tw.clock.set('2016-03-07T10:00:00+01:00');
  });

  it('is the only one that decides', async () => {
    const id = await atCollege();
    for (const role of ['wijk_wethouder', 'mayor', 'municipal_secretary', 'raad', 'director'] as const) {
      expect(await refused(decide(decision(id), await staffOf(tw, town, role)))).toBe('forbidden');
    }
    expect(await refused(decide(decision(id), town.wijkregisseur))).toBe('forbidden');
  });

  it('decides once, however many decide at the same moment', async () => {
    const id = await atCollege();
    await openConnections(tw);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        refused(
          decide(decision(id, index % 2 === 0 ? {} : { outcome: 'rejected', reason: `Reden ${index}` })),
        ),
      ),
    );
    expect(answers.filter((one) => one === 'done')).toHaveLength(1);
    expect(answers.filter((one) => one === 'step_not_allowed')).toHaveLength(49);
    const kept = await town.sql('select id from focuspunt_decision where focuspunt_id = $1', [id]);
    expect(kept).toHaveLength(1);
  });

  it('cannot be brought what was never asked about, and nothing of another municipality', async () => {
    const id = await propose();
    expect(
      await refused(
        execute(tw.world, town.gemeente, town.wijkregisseur, bringToCollege, { focuspuntId: id }),
      ),
    ).toBe('step_not_allowed');
    const other = await focusTown(tw, 'GM0106');
    expect(
      await refused(execute(tw.world, 'GM0106', other.college, decideFocuspunt, decision(await atCollege()))),
    ).toBe('not_found');
  });
});
