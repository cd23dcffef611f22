import { z } from 'zod';
import { isId } from '#platform/database/ids.ts';
import type { RenderedMessage } from '#platform/mail/template.ts';
import { attempt, renamed } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { acceptAssignment, planAssignment, returnAssignment } from '../../commands/assignment.ts';
import { PHOTO_FORM_BYTES, readPhotos } from '../../public/draft/photos.ts';
import { optionalTextField } from '../../public/parts/fields.ts';
import { atVersion } from '../version.ts';
import { readDay } from '../web/day.ts';
import { actRoute, showAgain, versionField } from './act-route.ts';
import { completeWithPhotos, previewDone } from './done.ts';
import { readDetail } from './model.ts';
import { detailPage } from './page.tsx';
import { holderOutcomes, returnReasons } from './part-forms.tsx';

const part = z.string().default('');
const dayFields = (name: string) => ({
  [`${name}-day`]: part,
  [`${name}-month`]: part,
  [`${name}-year`]: part,
});

const dayIn = (body: Readonly<Record<string, unknown>>, name: string): string | null | 'unreadable' => {
  const text = (piece: string): string => String(body[`${name}-${piece}`] ?? '').trim();
  return readDay({ day: text('day'), month: text('month'), year: text('year') });
};

const accept = actRoute({
  path: 'delen/:deel/aanvaarden',
  done: 'accepted',
  command: acceptAssignment,
  form: z.object(versionField),
  input: (_, ids) => ids,
});

const plan = actRoute({
  path: 'delen/:deel/plannen',
  done: 'planned',
  command: planAssignment,
  form: z
    .object({
      ...versionField,
      soort: z.enum(['on', 'hear']).catch('on'),
      tekst: optionalTextField,
      ...dayFields('dag'),
    })
    .transform((body, context) => {
      const day = dayIn(body, 'dag');
      if (day === 'unreadable')
        context.addIssue({ code: 'custom', path: ['dag'], message: 'date_unreadable' });
      return { ...body, day: day === 'unreadable' ? null : day };
    }),
  input: ({ soort, day, tekst }, ids) => ({
    ...ids,
    plannedOn: soort === 'on' ? day : null,
    hearBy: soort === 'hear' ? day : null,
    text: tekst,
  }),
  names: { planned_on: 'dag', hear_by: 'dag' },
});

const giveBack = actRoute({
  path: 'delen/:deel/terug',
  done: 'returned',
  command: returnAssignment,
  form: z.object({
    ...versionField,
    reden: z.enum(returnReasons, 'reason_missing'),
    eigenaar: z.string().catch(''),
    tekst: optionalTextField,
  }),
  input: ({ reden, eigenaar, tekst }, ids) => ({
    ...ids,
    reason: reden,
    note: tekst,
    suggestedDepartmentId: isId(eigenaar) ? eigenaar : null,
  }),
  names: { note: 'tekst' },
});

const DONE_PATH = 'delen/:deel/gedaan';
const doneForm = z
  .object({
    ...versionField,
    uitkomst: z.enum(holderOutcomes, 'outcome_missing'),
    standaard: z.string().catch(''),
    antwoord: optionalTextField,
    doe: z.string().catch(''),
    ...dayFields('gedaan_op'),
  })
  .transform((body, context) => {
    const day = dayIn(body, 'gedaan_op');
    if (day === 'unreadable') {
      context.addIssue({ code: 'custom', path: ['gedaan_op'], message: 'date_unreadable' });
    }
    return { ...body, day: day === 'unreadable' ? null : day };
  });

type DoneForm = z.infer<typeof doneForm>;
type Ids = { readonly id: string; readonly deel: string };

/** What was written, or else the standard text that was chosen. */
const answerOf = async (rq: Rq, id: string, { antwoord, standaard }: DoneForm): Promise<string> => {
  if (antwoord !== '' || standaard === '') return antwoord;
  const { around } = await readDetail(rq, id, null);
  return around.texts.find((text) => text.id === standaard)?.body ?? '';
};

/** The same form with the answer filled in, so that a standard text can be made one's own (2.9). */
const withAnswer = (raw: RawForm, answer: string): RawForm => ({
  ...raw,
  text: (name) => (name === 'antwoord' ? answer : name === 'standaard' ? '' : raw.text(name)),
});

const showPreview = async (rq: Rq, ids: Ids, raw: RawForm, preview: RenderedMessage): Promise<Response> => {
  const form = DONE_PATH.replace(':deel', ids.deel);
  const failed = { form, raw, errors: {}, stale: false, preview };
  return rq.page(detailPage(rq, await readDetail(rq, ids.id, failed)));
};

const NAMES = { answer: 'antwoord', executed_on: 'gedaan_op' } as const;

const complete = async (rq: Rq, ids: Ids, body: DoneForm, raw: RawForm): Promise<Response> => {
  const answer = await answerOf(rq, ids.id, body);
  const typed = withAnswer(raw, answer);
  if (body.doe === 'preview') {
    return showPreview(rq, ids, typed, await previewDone(rq, ids.id, answer, body.uitkomst));
  }
  const { photos, problem } = await readPhotos(raw.files);
  if (problem) return showAgain(rq, ids, DONE_PATH, typed, { errors: { foto: problem }, status: 422 });
  const input = {
    signaalId: ids.id,
    assignmentId: ids.deel,
    outcome: body.uitkomst,
    executedOn: body.day,
    answer,
    note: '',
    photos,
  };
  const done = await attempt(() => rq.run(atVersion(completeWithPhotos, body.versie), input));
  if (done.ok)
    return rq.redirect(`/signalen/${ids.id}?gedaan=${done.value.ended ? 'completed' : 'part_completed'}`);
  return showAgain(rq, ids, DONE_PATH, typed, { status: done.status, errors: renamed(done.errors, NAMES) });
};

const done = defineRoute({
  method: 'POST',
  path: `/signalen/:id/${DONE_PATH}`,
  policy: 'assignment.answer',
  params: z.object({ id: z.string(), deel: z.string() }),
  form: doneForm,
  maxBody: PHOTO_FORM_BYTES,
  handle: (rq, { params, form }) =>
    form.ok
      ? complete(rq, params, form.value, form.raw)
      : showAgain(rq, params, DONE_PATH, form.raw, { errors: form.errors, status: 422 }),
});

/** What the holder of a part does. */
export const partRoutes: readonly Route[] = [accept, plan, giveBack, done];
