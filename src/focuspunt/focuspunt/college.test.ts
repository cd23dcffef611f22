import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { openConnections } from '#testing/at-once.ts';
import { staffOf } from '#testing/signaal.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { bringToCollege, type DecideFocuspunt, decideFocuspunt } from './commands/decide.ts';
import { type FocusTown, focusTown } from './focus-town.fixture.ts';
import { sweepFocuspunten } from './jobs.ts';
import { proposalsIn, refused } from './proposals.fixture.ts';

let tw: TestWorld;
let town: FocusTown;

beforeAll(async () => {
  tw = await testWorld({ start: '2016-03-07T10:00:00+01:00' });
  town = await focusTown(tw);
});
afterAll(() => tw.close());

const { propose, atCollege, row } = proposalsIn(() => ({ tw, town }));

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
