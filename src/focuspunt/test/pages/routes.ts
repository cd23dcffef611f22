import { z } from 'zod';
import { type Typed, typedFields } from '#gemeente/index.ts';
import { idIn, send, wordIn } from '#monitor/index.ts';
import type { Command } from '#platform/command/command.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { anyFields, versionIn } from '../../plan/pages/act.ts';
import type { Failed } from '../../plan/pages/model.ts';
import { planTexts } from '../../plan/texts.ts';
import { decideTest, proposeTest } from '../commands.ts';
import { testResults } from '../states.ts';
import { readTestPage } from './model.ts';
import { testPage } from './page.tsx';

const params = z.object({ id: z.string() });

const showTest = async (rq: Rq, id: string, failed: Failed | null): Promise<Response> => {
  const page = await readTestPage(rq, id, failed);
  return rq.page(testPage(rq, page, await rq.redThread({ kind: 'yearly_test', id })));
};

const show = defineRoute({
  method: 'GET',
  path: '/toetsen/:id',
  policy: 'plan.read',
  params,
  handle: (rq, { params: { id } }) => showTest(rq, id, null),
});

/** One act on a yearly test: runs its command and goes back to the page, or shows it again with what was typed. */
const act = <Input>(
  path: 'voorstel' | 'besluit',
  done: 'proposed' | 'decided',
  command: Command<Input, void>,
  input: (typed: Typed, testId: string) => Input,
): Route =>
  defineRoute({
    method: 'POST',
    path: `/toetsen/:id/${path}`,
    policy: command.action,
    params,
    form: anyFields,
    handle: async (rq, { params: { id }, form }) => {
      const typed = typedFields(form.raw);
      const sent = await send(rq, planTexts, () => rq.run(command, input(typed, id)));
      if (sent.ok) return rq.redirect(`/toetsen/${id}?gedaan=${done}`);
      return showTest(rq, id, { form: path, typed, mistakes: sent.mistakes, isStale: sent.isStale });
    },
  });

/** The pages of yearly tests. */
export const testRoutes: readonly Route[] = [
  show,
  act('voorstel', 'proposed', proposeTest, (typed, testId) => ({
    testId,
    version: versionIn(typed),
    proposal: wordIn(typed, 'proposal', testResults),
    reason: typed.text('reason'),
    notMeasuredReason: typed.text('notMeasuredReason'),
  })),
  act('besluit', 'decided', decideTest, (typed, testId) => ({
    testId,
    version: versionIn(typed),
    result: wordIn(typed, 'result', testResults),
    reason: typed.text('reason'),
    notMeasuredReason: typed.text('notMeasuredReason'),
    dissent: typed.text('dissent'),
    transferredTo: typed.text('transferredTo'),
    mandateId: idIn(typed, 'mandateId'),
  })),
];
