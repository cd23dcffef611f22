import { enterMeasurement, type GoalInput, type MeasurementInput, setGoal } from '#monitor/index.ts';
import { type Context, defineCommand, runInside } from '#platform/command/command.ts';
import { endTerms } from '#platform/terms.ts';
import { openFocuspunt } from './prepare.ts';

/** A goal with its first measurement, as one form sends it; without a value there is a day before which it is measured. */
export interface RepairGoal {
  readonly focuspuntId: string;
  readonly goal: Omit<GoalInput, 'objectKind' | 'objectId' | 'goalId' | 'version'>;
  readonly baseline: Omit<MeasurementInput, 'goalId' | 'role' | 'correctsId'> | null;
}

/**
 * "Twaalf keer rood" repaired in one form: goal, unit, source, baseline or its day, target, date and owner at once
 * (rapport L1067-1073; screens.md, story 1). Throws what the monitor throws, by field.
 */
export const repairGoal = defineCommand<RepairGoal, string>({
  name: 'focuspunt.repair_goal',
  action: 'focuspunt.prepare',
  run: async (context, input) => {
    const focuspunt = await openFocuspunt(context, input.focuspuntId);
    const goalId = await inside(context, setGoal, {
      ...input.goal,
      goalId: null,
      version: null,
      objectKind: 'focuspunt',
      objectId: focuspunt.id,
    });
    if (input.baseline) {
      await inside(context, enterMeasurement, {
        ...input.baseline,
        goalId,
        role: 'baseline',
        correctsId: null,
      });
      await endTerms(context, [focuspunt.id], ['focus_baseline'], 'met');
    }
    return goalId;
  },
});

const inside = <Input, Output>(
  { world, gemeente, principal, db }: Context,
  command: Parameters<typeof runInside<Input, Output>>[4],
  input: Input,
): Promise<Output> => runInside(world, gemeente, principal, db, command, input);
