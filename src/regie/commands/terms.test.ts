import { afterAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { acceptAssignment, giveSignaal, sweepTenant } from '#signaal/index.ts';
import { aGift, resident, staffOf } from '#testing/signaal.ts';
import { regieRecurring } from '../index.ts';
import { assignTo, complexSignaal, knottedSignaal, type RegieTown, regieTown } from '../regie.fixture.ts';
import { makeStacks } from './stack.ts';
import { sweepRegie } from './sweep.ts';

let regie: RegieTown | undefined;
const townAt = async (start: string): Promise<RegieTown> => {
  await regie?.test.close();
  regie = await regieTown(start);
  return regie;
};
afterAll(() => regie?.test.close());

const sweepAt = async (town: RegieTown, moment: string): Promise<void> => {
  town.test.clock.set(new Date(moment));
  await town.run(systemPrincipal, sweepRegie, undefined);
};
const kinds = async (town: RegieTown, accountId: string): Promise<string[]> =>
  (
    await town.rows<{ kind: string }>(
      'select kind from notice where account_id = $1 order by created_at, kind',
      [accountId],
    )
  ).map(({ kind }) => kind);

describe('the terms of a knot', () => {
  it('end over a weekend: taken by Monday, decided by the Friday after', async () => {
    const town = await townAt('2016-03-11T16:00:00+01:00');
    await knottedSignaal(town);
    await sweepAt(town, '2016-03-14T23:59:59+01:00');
    expect(await kinds(town, town.director.id)).toEqual([]);
    await sweepAt(town, '2016-03-15T00:00:01+01:00');
    expect(await kinds(town, town.director.id)).toEqual(['knot_take_late']);
    await sweepAt(town, '2016-03-18T23:59:59+01:00');
    expect(await kinds(town, town.director.id)).toEqual(['knot_take_late']);
    await sweepAt(town, '2016-03-19T00:00:01+01:00');
    expect(await kinds(town, town.director.id)).toEqual(['knot_take_late', 'knot_decide_late']);
    expect(await kinds(town, town.guard.id)).toContain('knot_decide_late');
  });

  it('skip Koningsdag and Bevrijdingsdag', async () => {
    const town = await townAt('2016-04-26T10:00:00+02:00');
    const { knotId } = await knottedSignaal(town);
    const [knot] = await town.rows<{ due: string }>(
      `select (decide_by at time zone 'Europe/Amsterdam')::date::text as due from knot where id = $1`,
      [knotId],
    );
    // 27 April is Koningsdag; 28 and 29 April, 2, 3 and 4 May are the five.
    expect(knot?.due).toBe('2016-05-04');
    await sweepAt(town, '2016-04-28T23:59:59+02:00');
    expect(await kinds(town, town.director.id)).toEqual([]);
    await sweepAt(town, '2016-04-29T00:00:01+02:00');
    expect(await kinds(town, town.director.id)).toEqual(['knot_take_late']);
  });
});

describe('a part that a department leaves lying', () => {
  it('becomes a knot after the eighth working day when it is complex', async () => {
    const town = await townAt('2016-03-07T10:00:00+01:00');
    const signaalId = await complexSignaal(town);
    await assignTo(town, signaalId, town.town.green);
    const lateAt = async (moment: string) => {
      town.test.clock.set(new Date(moment));
      await sweepTenant(town.test.world, town.town.gemeente);
      await town.test.drain();
      return town.rows('select cause, side_a_department_id from knot');
    };
    expect(await lateAt('2016-03-17T23:59:59+01:00')).toEqual([]);
    expect(await lateAt('2016-03-18T00:00:01+01:00')).toEqual([
      { cause: 'overdue', side_a_department_id: town.town.green },
    ]);
  });

  it('stays out of the knots when it is simple, and comes in the stack of the next Monday', async () => {
    const town = await townAt('2016-03-07T10:00:00+01:00');
    const gift = () => town.run(resident, giveSignaal, aGift({ categoryId: town.town.tree }));
    await gift();
    const taken = await gift();
    const [part] = await town.rows<{ id: string }>('select id from assignment where signaal_id = $1', [
      taken.signaalId,
    ]);
    await town.run(town.greenHead, acceptAssignment, {
      signaalId: taken.signaalId,
      assignmentId: part?.id ?? '',
    });
    const stacksAt = async (moment: string) => {
      town.test.clock.set(new Date(moment));
      await sweepTenant(town.test.world, town.town.gemeente);
      await town.test.drain();
      await town.run(systemPrincipal, makeStacks, undefined);
      return town.rows('select week_of::text as week_of, department_id from late_stack order by week_of');
    };
    expect(await stacksAt('2016-03-18T09:00:00+01:00')).toEqual([]);
    const monday = { week_of: '2016-03-21', department_id: town.town.green };
    expect(await stacksAt('2016-03-21T09:00:00+01:00')).toEqual([monday]);
    expect(await stacksAt('2016-03-21T10:00:00+01:00')).toEqual([monday]);
    expect(await town.rows('select assignment_id from late_stack_item')).toHaveLength(1);
    expect(await kinds(town, town.greenHead.id)).toContain('late_stack');
    expect(await town.rows('select id from knot')).toEqual([]);
    // A week later the other one, without a date for ten working days, is late too.
    expect(await stacksAt('2016-03-29T09:00:00+02:00')).toHaveLength(2);
  });

  it('waits for the first working day of the week: Easter Monday is none', async () => {
    const town = await townAt('2016-03-28T10:00:00+02:00');
    expect(await town.run(systemPrincipal, makeStacks, undefined)).toEqual({ stacks: 0 });
    for (const job of regieRecurring) await job.run(town.test.world);
  });
});

it('lets nobody but the program sweep and make stacks', async () => {
  const town = await townAt('2016-03-07T10:00:00+01:00');
  for (const who of [town.guard, await staffOf(town.test, town.town, 'functional_admin')]) {
    for (const command of [sweepRegie, makeStacks])
      await expect(
        execute(town.test.world, town.town.gemeente, who, command as typeof sweepRegie, undefined),
      ).rejects.toMatchObject({ code: 'forbidden' });
  }
});
