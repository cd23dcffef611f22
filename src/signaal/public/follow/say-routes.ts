import { z } from 'zod';
import { Refusal } from '#platform/errors.ts';
import { randomToken } from '#platform/secrets/index.ts';
import { IDEMPOTENCY_FIELD } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Form, type Route } from '#platform/web/route.ts';
import { identifiesPerson } from '../../rules/identifies.ts';
import { PHOTO_FORM_BYTES, readPhotos } from '../draft/photos.ts';
import { optionalTextField, textField, tick } from '../parts/fields.ts';
import { withoutPersons } from '../parts/found-persons.tsx';
import { lookUp } from './code.ts';
import { codePage, hidden } from './code-page.tsx';
import { addByCode, objectByCode, pressByCode, solvedByCode, withdrawByCode } from './commands.ts';
import type { Done } from './follow-page.tsx';
import { addPath, followPath, objectPath, pressPath, solvedPath, withdrawPath } from './paths.ts';
import { asItStands, type Followed, readCourse } from './read.ts';
import { answerFollowed, codeParam } from './routes.ts';
import { type SayKind, type SayPage, sayPage } from './say-pages.tsx';
import { mayAdd, mayWithdraw, otherMatterUntil, reactionUntil } from './standing.ts';

/** What may be said to one report by one visitor in an hour. */
const LIMIT = { uses: 60, seconds: 3_600 } as const;
const PATH = ':code';

interface Opened {
  readonly code: string;
  readonly signaal: Followed;
  readonly until: Date | null;
}

/** The report behind a code, with the term in which one may react. */
const openByCode = async (rq: Rq, typed: string): Promise<Opened | Response> => {
  const looked = await lookUp(rq, typed, async (db, signaal) => {
    const whole = { signaal: asItStands(signaal), ...(await readCourse(db, rq.gemeente, signaal)) };
    return { signaal: whole.signaal, until: reactionUntil(whole, rq.now) ?? otherMatterUntil(whole, rq.now) };
  });
  return 'problem' in looked ? codePage(rq, typed, looked.problem) : { code: looked.code, ...looked.found };
};

/** Why this cannot be said now; null when it can. */
const obstacle = (
  kind: SayKind,
  { signaal, until }: Opened,
): 'step_not_allowed' | 'objection_too_late' | null => {
  if (kind === 'add') return mayAdd(signaal.state) ? null : 'step_not_allowed';
  if (kind === 'withdraw') return mayWithdraw(signaal) ? null : 'step_not_allowed';
  if (until) return null;
  return signaal.state === 'reopened' ? 'step_not_allowed' : 'objection_too_late';
};

const showSay = (kind: SayKind, path: (code: string) => string): Route =>
  defineRoute({
    method: 'GET',
    path: path(PATH),
    policy: 'signaal.follow',
    params: codeParam,
    handle: async (rq, { params }) => {
      const opened = await openByCode(rq, params.code);
      if (opened instanceof Response) return opened;
      const problem = obstacle(kind, opened);
      if (problem) return answerFollowed(rq, opened.code, { errors: { form: problem } });
      return showPage(rq, emptyPage(kind, opened));
    },
  });

const emptyPage = (kind: SayKind, { code, until }: Opened): SayPage => ({
  kind,
  code,
  text: '',
  errors: {},
  onceKey: randomToken(16),
  until: kind === 'object' ? until : null,
});

const showPage = async (rq: Rq, page: SayPage): Promise<Response> => hidden(await rq.page(sayPage(rq, page)));

const sayForm = z.object({ tekst: textField, zonder: tick });
const sayLittleForm = z.object({ tekst: optionalTextField, zonder: tick });
type SayForm = z.infer<typeof sayForm>;

/** What was said passes the guard before anything is stored; then it is done, once. */
const heard = async (
  rq: Rq,
  kind: SayKind,
  typedCode: string,
  form: Form<SayForm>,
  act: (opened: Opened, text: string, onceKey: string) => Promise<SayPage['errors'] | Done>,
): Promise<Response> => {
  const opened = await openByCode(rq, typedCode);
  if (opened instanceof Response) return opened;
  const text = form.raw.text('tekst');
  const onceKey = form.raw.text(IDEMPOTENCY_FIELD).slice(0, 100) || randomToken(16);
  const page = { ...emptyPage(kind, opened), text, onceKey, photosAgain: form.raw.files.length > 0 };
  if (!form.ok) return showPage(rq, { ...page, errors: form.errors });
  if (identifiesPerson(text)) {
    if (form.value.zonder) return showPage(rq, { ...page, text: withoutPersons(text), masked: true });
    return showPage(rq, { ...page, errors: { tekst: 'text_has_person' } });
  }
  const outcome = await orRefusal(() => act(opened, form.value.tekst, onceKey));
  if (outcome instanceof Refusal) return answerFollowed(rq, opened.code, { errors: { form: outcome.code } });
  if (typeof outcome === 'string') return rq.redirect(`${followPath(opened.code)}?gedaan=${outcome}`);
  return showPage(rq, { ...page, errors: outcome });
};

/** What can no longer be done is told on the page that shows how it stands now; other faults rise. */
const orRefusal = async <Outcome>(work: () => Promise<Outcome>): Promise<Outcome | Refusal> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return error;
    throw error;
  }
};

const add = defineRoute({
  method: 'POST',
  path: addPath(PATH),
  policy: 'signaal.follow',
  params: codeParam,
  form: sayForm,
  maxBody: PHOTO_FORM_BYTES,
  limit: LIMIT,
  handle: (rq, { params, form }) =>
    heard(rq, 'add', params.code, form, async ({ signaal }, text, onceKey) => {
      const { photos, problem } = await readPhotos(form.raw.files);
      if (problem) return { foto: problem };
      await rq.run(addByCode, { signaalId: signaal.id, text, onceKey, photos });
      return 'aangevuld';
    }),
});

const object = defineRoute({
  method: 'POST',
  path: objectPath(PATH),
  policy: 'signaal.follow',
  params: codeParam,
  form: sayForm,
  limit: LIMIT,
  handle: (rq, { params, form }) =>
    heard(rq, 'object', params.code, form, async ({ signaal, until }, text, onceKey) => {
      await rq.run(objectByCode, { signaalId: signaal.id, text, onceKey, until });
      return 'heropend';
    }),
});

const withdraw = defineRoute({
  method: 'POST',
  path: withdrawPath(PATH),
  policy: 'signaal.follow',
  params: codeParam,
  form: sayLittleForm,
  limit: LIMIT,
  handle: (rq, { params, form }) =>
    heard(rq, 'withdraw', params.code, form, async ({ signaal }, text, onceKey) => {
      await rq.run(withdrawByCode, { signaalId: signaal.id, text, onceKey });
      return 'ingetrokken';
    }),
});

const solved = defineRoute({
  method: 'POST',
  path: solvedPath(PATH),
  policy: 'signaal.follow',
  params: codeParam,
  form: sayLittleForm,
  limit: LIMIT,
  handle: (rq, { params, form }) =>
    heard(rq, 'object', params.code, form, async ({ signaal }, text, onceKey) => {
      await rq.run(solvedByCode, { signaalId: signaal.id, text, onceKey });
      return 'opgelost';
    }),
});

const press = defineRoute({
  method: 'POST',
  path: pressPath(PATH),
  policy: 'signaal.press',
  params: codeParam,
  limit: LIMIT,
  handle: async (rq, { params }) => {
    const opened = await openByCode(rq, params.code);
    if (opened instanceof Response) return opened;
    const refused = await orRefusal(() => rq.run(pressByCode, { signaalId: opened.signaal.id }));
    if (refused instanceof Refusal)
      return answerFollowed(rq, opened.code, { errors: { form: refused.code } });
    return rq.redirect(`${followPath(opened.code)}?gedaan=doorgegeven`);
  },
});

/** What the reporter says to his report: add, withdraw, solved, not solved. */
export const sayRoutes: readonly Route[] = [
  showSay('add', addPath),
  add,
  showSay('object', objectPath),
  object,
  showSay('withdraw', withdrawPath),
  withdraw,
  solved,
  press,
];
