import { freeDays, readSettings } from '#gemeente/index.ts';
import { reachesObject } from '#people/index.ts';
import { workdayAfter } from '#platform/calendar/index.ts';
import { type Context, calendarOf, defineCommand, runInside } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { lockRow, mustBeVersion, storeRow } from '#platform/command/rows.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { latePartsOf, planAssignment } from '#signaal/index.ts';
import { refuse } from '../errors.ts';
import { addToStack, mondayOf } from '../store/stack.ts';
import { mustBeAhead } from './decide.ts';
import { mustBeSentence } from './raise.ts';

/**
 * Makes the stacks of a week: one per department of the simple parts it left lying (0.2 D11). They come on the first
 * working day of the week; doing it again adds only what became late meanwhile; on other days it does nothing. Gives how many stacks were filled.
 */
export const makeStacks = defineCommand<void, { stacks: number }>({
  name: 'stack.make',
  action: 'term.sweep',
  run: async (context) => {
    context.allow();
    if (!(await isStackDay(context))) return { stacks: 0 };
    const late = await latePartsOf(context.db, context.gemeente);
    const byDepartment = Map.groupBy(late, ({ departmentId }) => departmentId);
    let stacks = 0;
    for (const [departmentId, parts] of byDepartment)
      if ((await addToStack(context, departmentId, parts)) > 0) stacks += 1;
    return { stacks };
  },
});

const isStackDay = async ({ db, gemeente, today }: Context): Promise<boolean> => {
  const calendar = calendarOf((await readSettings(db, gemeente, today)).get(freeDays));
  return workdayAfter(mondayOf(today), 0, calendar) === today;
};

/** The parts of one stack that still wait for their department. */
const WAITING = `
  select i.assignment_id as "assignmentId", i.signaal_id as "signaalId"
  from late_stack_item i
  join assignment a on a.gemeente = $1 and a.id = i.assignment_id
    and a.state = any (array['offered', 'accepted', 'planned']) and a.state_since <= i.late_since
  join signaal s on s.gemeente = $1 and s.id = i.signaal_id and s.state = any (array['assigned', 'planned', 'reopened'])
  where i.gemeente = $1 and i.stack_id = $2 order by i.assignment_id limit 2000`;

/**
 * Answers a whole stack at once: each reporter reads the sentence and before which day he hears more; each part gets that
 * day through the signaal's own command (0.2 D11, D13). What was answered one by one meanwhile is left alone. Throws
 * `sentence_missing`, `text_has_person`, `date_missing`, `changed_meanwhile`. Gives how many it answered.
 */
export const answerStack = defineCommand<
  { stackId: string; version: number; sentence: string; hearBy: string },
  { answered: number }
>({
  name: 'stack.answer',
  action: 'stack.answer',
  run: async (context, { stackId, version, sentence, hearBy }) => {
    const { db, gemeente, world, principal, now, today } = context;
    const stack = await lockRow(context, 'late_stack', stackId);
    context.allow(reachesObject(principal, { departmentIds: [stack.department_id] }));
    mustBeVersion(stack, version);
    if (stack.answered_at !== null) throw refuse('already_answered', { status: 409 });
    const text = mustBeSentence(sentence, 'sentence');
    mustBeAhead(hearBy, today, 'hear');
    const waiting = await runSql<{ assignmentId: string; signaalId: string }>(db, WAITING, [
      gemeente,
      stackId,
    ]);
    for (const part of waiting)
      await runInside(world, gemeente, principal, db, planAssignment, {
        ...part,
        plannedOn: null,
        hearBy,
        text,
      });
    await storeRow(context, 'late_stack', stack, {
      answered_at: now,
      answered_by: principal.id,
      answer: text,
      hear_by: hearBy,
    });
    context.record({
      noun: 'late_stack',
      objectId: stackId,
      action: 'answered',
      after: { hear_by: hearBy, answered: waiting.length, answer: secret(text) },
    });
    return { answered: waiting.length };
  },
});
