import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { staffOf } from '#testing/signaal.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import {
  dropKnelpunt,
  fallShort,
  investigateKnelpunt,
  nominateKnelpunt,
  reconsiderKnelpunt,
  resolveKnelpunt,
} from './commands/decide.ts';
import { makeKnelpunt } from './commands/make.ts';
import { acceptPlacement, completePlacement, placeKnelpunt, returnPlacement } from './commands/place.ts';
import { sweepKnelpuntenOf } from './jobs.ts';
import { aKnelpunt, aVoice, give, type KnelpuntTown, knelpuntTown, rowsOf } from './knelpunt.fixture.ts';
import { atVersion } from './store/load.ts';

let test: TestWorld;
let town: KnelpuntTown;

beforeAll(async () => {
  test = await testWorld();
  town = await knelpuntTown(test);
});
afterAll(() => test.close());

const run = <Input, Output>(
  command: Parameters<typeof execute<Input, Output>>[3],
  input: Input,
  who = town.regisseur,
) => execute(test.world, town.gemeente, who, command, input);

const made = async (change = {}): Promise<string> =>
  (await run(makeKnelpunt, aKnelpunt(town, change))).knelpuntId;

const stateOf = async (id: string) => {
  const [row] = await rowsOf<{ state: string; returns: number; version: number }>(
    test,
    'select state, returns, version from knelpunt where id = $1',
    [id],
  );
  return row;
};

const ADVICE = { promising: 2, useful: 3, sentence: 'Samen met de buurt kan dit snel.' };
const EFFORT = {
  effort: 'Extra rondes van handhaving',
  effortBy: 'Handhaving',
  effortSince: '2015-09-01',
  effortWhyNot: 'Na elke ronde begint het opnieuw.',
  whatIsAdded: '',
};

const investigated = async (change = {}): Promise<string> => {
  const knelpuntId = await made(change);
  await run(investigateKnelpunt, { knelpuntId, hypothesis: 'De lampen staan te ver uit elkaar.' });
  return knelpuntId;
};

const placed = async (
  departmentIds = [town.green],
): Promise<{ knelpuntId: string; placementIds: string[] }> => {
  const knelpuntId = await investigated();
  const { placementIds } = await run(placeKnelpunt, { knelpuntId, departmentIds, advice: ADVICE });
  return { knelpuntId, placementIds };
};

const giveBack = (knelpuntId: string, placementId: string, who = town.worker) =>
  run(
    returnPlacement,
    {
      knelpuntId,
      placementId,
      reason: 'not_ours' as const,
      answer: 'Dit is van Wegen.',
      suggestedDepartmentId: town.roads,
    },
    who,
  );

describe('a decision', () => {
  it('asks what we think is the matter before anything else', async () => {
    const knelpuntId = await made();
    await expect(run(investigateKnelpunt, { knelpuntId, hypothesis: '' })).rejects.toThrow(
      'knelpunt_reason_missing',
    );
    await expect(
      run(placeKnelpunt, { knelpuntId, departmentIds: [town.green], advice: ADVICE }),
    ).rejects.toThrow('knelpunt_step_not_allowed');
    await run(investigateKnelpunt, { knelpuntId, hypothesis: 'Te donker.' });
    expect(await stateOf(knelpuntId)).toMatchObject({ state: 'investigated' });
  });

  it('places with advice, and only with departments that exist', async () => {
    const knelpuntId = await investigated();
    const place = (departmentIds: string[], advice: typeof ADVICE | null) =>
      run(placeKnelpunt, { knelpuntId, departmentIds, advice });
    await expect(place([town.green], null)).rejects.toThrow('placement_advice_missing');
    await expect(place([], ADVICE)).rejects.toThrow('placement_department_missing');
    await expect(place([newId()], ADVICE)).rejects.toThrow('placement_department_unknown');
    await expect(place([town.desk], ADVICE)).rejects.toThrow('placement_department_unknown');
    await place([town.green, town.roads], ADVICE);
    await expect(place([town.green], ADVICE)).rejects.toThrow('placement_held_already');
    const waiting = await rowsOf(
      test,
      `select 1 from notice where kind = 'knelpunt_placed' and object_id = $1`,
      [knelpuntId],
    );
    expect(waiting).toHaveLength(2);
  });

  it('candidate asks S5 of a problem, and of a chance what the wijkregisseur adds', async () => {
    const problem = await investigated();
    await expect(
      run(nominateKnelpunt, { knelpuntId: problem, ...EFFORT, effortSince: null, effort: ' ' }),
    ).rejects.toMatchObject({ fields: { effort: 'effort_missing', effort_since: 'effort_missing' } });
    await expect(
      run(nominateKnelpunt, { knelpuntId: problem, ...EFFORT, effortSince: '2016-03-08' }),
    ).rejects.toThrow('effort_since_in_future');
    await run(nominateKnelpunt, { knelpuntId: problem, ...EFFORT, effortSince: '2016-03-07' });
    const chance = await investigated({ origin: 'chance' });
    const empty = { effort: '', effortBy: '', effortSince: null, effortWhyNot: '', whatIsAdded: '' };
    await expect(run(nominateKnelpunt, { knelpuntId: chance, ...empty })).rejects.toMatchObject({
      fields: { what_is_added: 'what_is_added_missing' },
    });
    await run(nominateKnelpunt, {
      knelpuntId: chance,
      ...empty,
      whatIsAdded: 'Brengt twee scholen bij elkaar.',
    });
    expect(await stateOf(chance)).toMatchObject({ state: 'candidate' });
  });

  it('no action gives a public reason to every reporter', async () => {
    const signaalIds = [await give(test, town, aVoice()), await give(test, town, aVoice())];
    const knelpuntId = await investigated({ signaalIds });
    await expect(run(dropKnelpunt, { knelpuntId, reason: ' ' })).rejects.toThrow('knelpunt_reason_missing');
    await expect(run(dropKnelpunt, { knelpuntId, reason: 'Bel Jan maar op 06 12345678.' })).rejects.toThrow(
      'public_text_has_person',
    );
    expect(await run(dropKnelpunt, { knelpuntId, reason: 'De lampen voldoen aan de norm.' })).toEqual({
      told: 2,
    });
    await run(reconsiderKnelpunt, { knelpuntId, hypothesis: 'De norm past hier niet.' });
    expect(await stateOf(knelpuntId)).toMatchObject({ state: 'investigated' });
  });

  it('two at once: the second sees that the first was there', async () => {
    const knelpuntId = await investigated();
    const { version = 0 } = (await stateOf(knelpuntId)) ?? {};
    await run(atVersion(dropKnelpunt, version), { knelpuntId, reason: 'Geen actie.' });
    await expect(
      run(atVersion(reconsiderKnelpunt, version), { knelpuntId, hypothesis: 'Toch wel.' }),
    ).rejects.toThrow('changed_meanwhile');
    expect(await stateOf(knelpuntId)).toMatchObject({ state: 'no_action' });
  });
});

describe('a placement', () => {
  it('is accepted with a day that is still to come', async () => {
    const { knelpuntId, placementIds } = await placed();
    const accept = (plannedOn: string | null) =>
      run(
        acceptPlacement,
        { knelpuntId, placementId: placementIds[0] ?? '', plannedOn, answer: '' },
        town.worker,
      );
    await expect(accept(null)).rejects.toThrow('placement_day_missing');
    await expect(accept('2016-03-06')).rejects.toThrow('placement_day_in_past');
    await accept('2016-03-07');
    const terms = await rowsOf(test, `select kind, state from term where object_id = $1 order by kind`, [
      placementIds[0],
    ]);
    expect(terms).toEqual([
      { kind: 'knelpunt_answer', state: 'met' },
      { kind: 'knelpunt_answer_late', state: 'met' },
      { kind: 'knelpunt_planned', state: 'open' },
    ]);
  });

  it('returned by the last holder is the wijkregisseur’s again; the second return is a knot', async () => {
    const { knelpuntId, placementIds } = await placed([town.green, town.roads]);
    const [first = '', second = ''] = placementIds;
    await giveBack(knelpuntId, first);
    expect(await stateOf(knelpuntId)).toMatchObject({ state: 'placed', returns: 1 });
    expect(await rowsOf(test, 'select 1 from knot where object_id = $1', [knelpuntId])).toEqual([]);
    await giveBack(knelpuntId, second, town.roadWorker).catch((error: unknown) => {
      throw error;
    });
    expect(await stateOf(knelpuntId)).toMatchObject({ state: 'investigated', returns: 2 });
    const knots = await rowsOf(
      test,
      'select cause, side_a_department_id as a, side_b_department_id as b from knot where object_id = $1',
      [knelpuntId],
    );
    expect(knots).toEqual([{ cause: 'returned_twice', a: town.roads, b: town.roads }]);
  });

  it('done leads to solved, or to not enough, after which it can be a candidate', async () => {
    const { knelpuntId, placementIds } = await placed();
    const placementId = placementIds[0] ?? '';
    await run(acceptPlacement, { knelpuntId, placementId, plannedOn: '2016-04-01', answer: '' }, town.worker);
    await run(completePlacement, { knelpuntId, placementId, answer: 'Drie lampen geplaatst.' }, town.worker);
    await expect(run(fallShort, { knelpuntId, whyNot: '' })).rejects.toThrow('knelpunt_reason_missing');
    await run(fallShort, { knelpuntId, whyNot: 'Het blijft donker achter de flat.' });
    await run(nominateKnelpunt, { knelpuntId, ...EFFORT });
    expect(await stateOf(knelpuntId)).toMatchObject({ state: 'candidate' });
    const other = await placed();
    await run(resolveKnelpunt, { knelpuntId: other.knelpuntId, sentence: 'Er staan nu drie lampen meer.' });
    const [left] = await rowsOf(test, 'select state from knelpunt_placement where id = $1', [
      other.placementIds[0],
    ]);
    expect(left).toEqual({ state: 'withdrawn' });
  });
});

describe('terms of a knelpunt', () => {
  it('over a weekend: the head sees it after three working days, and after eight it is a knot', async () => {
    const head = await staffOf(test, town, 'department_head', { departmentId: town.green });
    test.clock.set('2016-03-24T10:00:00+01:00');
    const { knelpuntId } = await placed();
    const noticed = () =>
      rowsOf<{ kind: string }>(
        test,
        'select kind from notice where object_id = $1 and account_id = $2 order by kind',
        [knelpuntId, head.id],
      );
    // Good Friday is a working day for a municipality unless it says otherwise; Easter Monday is not.
    test.clock.set('2016-03-30T17:00:00+02:00');
    await sweepKnelpuntenOf(test.world, town.gemeente);
    const early = (await noticed()).length;
    test.clock.set('2016-04-01T09:00:00+02:00');
    await sweepKnelpuntenOf(test.world, town.gemeente);
    expect((await noticed()).map(({ kind }) => kind)).toContain('knelpunt_answer');
    expect(early).toBeLessThanOrEqual(1);
    test.clock.set('2016-04-08T09:00:00+02:00');
    await sweepKnelpuntenOf(test.world, town.gemeente);
    expect(await rowsOf(test, 'select cause from knot where object_id = $1', [knelpuntId])).toEqual([
      { cause: 'overdue' },
    ]);
  });
});

describe('rights', () => {
  it('another area, another department and another municipality find nothing', async () => {
    const { knelpuntId, placementIds } = await placed();
    const placementId = placementIds[0] ?? '';
    const outside = await staffOf(test, town, 'wijkregisseur', {
      areaId: town.area,
      buurtIds: [town.lonelyBuurt],
    });
    await expect(run(dropKnelpunt, { knelpuntId, reason: 'Nee.' }, outside)).rejects.toThrow('not_found');
    await expect(giveBack(knelpuntId, placementId, town.roadWorker)).rejects.toThrow('not_found');
    await expect(run(dropKnelpunt, { knelpuntId, reason: 'Nee.' }, town.worker)).rejects.toThrow('forbidden');
    await expect(run(makeKnelpunt, aKnelpunt(town), outside)).rejects.toThrow('forbidden');
    await expect(run(makeKnelpunt, aKnelpunt(town), town.worker)).rejects.toThrow('forbidden');
    const far = await knelpuntTown(test, 'GM0106');
    await expect(
      execute(test.world, 'GM0106', far.regisseur, dropKnelpunt, { knelpuntId, reason: 'Nee.' }),
    ).rejects.toThrow('not_found');
    const theirs = await give(test, far, aVoice());
    await expect(run(makeKnelpunt, aKnelpunt(town, { signaalIds: [theirs] }))).rejects.toThrow(
      'signaal_unknown',
    );
    await expect(run(makeKnelpunt, aKnelpunt(town, { areaId: far.area }))).rejects.toThrow('area_unknown');
    await expect(run(makeKnelpunt, aKnelpunt(town, { themeId: far.theme }))).rejects.toThrow('theme_unknown');
  });

  it('a signaal outside one’s own area, or a complaint about conduct, cannot be bundled', async () => {
    const lonely = await give(
      test,
      town,
      aVoice({ place: { lat: 52.06, lon: 4.53, street: '', note: '', buurtId: null } }),
    );
    await expect(run(makeKnelpunt, aKnelpunt(town, { signaalIds: [lonely] }))).rejects.toThrow(
      'signaal_unknown',
    );
    const complaint = await give(test, town, aVoice({ kind: 'complaint', categoryId: null }));
    await expect(run(makeKnelpunt, aKnelpunt(town, { signaalIds: [complaint] }))).rejects.toThrow(
      'signaal_unknown',
    );
  });
});
