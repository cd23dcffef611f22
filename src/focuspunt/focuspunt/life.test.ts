import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { anonymous } from '#platform/policy/principal.ts';
import { staffOf } from '#testing/signaal.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { adviseFocuspunt } from './commands/advise.ts';
import { setTrekker } from './commands/prepare.ts';
import { proposeFocuspunt } from './commands/propose.ts';
import { clearReaction, enterReaction, reactFocuspunt } from './commands/react.ts';
import { aProposal, type FocusTown, focusTown } from './focus-town.fixture.ts';
import { proposalsIn, refused } from './proposals.fixture.ts';

let tw: TestWorld;
let town: FocusTown;

beforeAll(async () => {
  tw = await testWorld({ start: '2016-03-07T10:00:00+01:00' });
  town = await focusTown(tw);
});
afterAll(() => tw.close());

const { propose, consulted, row } = proposalsIn(() => ({ tw, town }));

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
