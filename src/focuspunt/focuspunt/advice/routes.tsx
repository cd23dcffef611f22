import { z } from 'zod';
import { type Mistakes, noMistakes, storedFields, type Typed } from '#gemeente/index.ts';
import { send, typedForm, wordIn } from '#monitor/index.ts';
import { formatDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { hashToken, randomToken } from '#platform/secrets/index.ts';
import {
  Alert,
  Card,
  CardList,
  EmptyState,
  Heading,
  Lead,
  Own,
  Paragraph,
  Section,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { type AdviceKey, adviseFocuspunt, stances } from '../commands/advise.ts';
import { withoutPersons } from '../guarded.ts';
import { ADVICE } from '../paths.ts';
import { SayForm } from '../public/react-form.tsx';
import { maskedFields } from '../public/routes.tsx';
import { focuspuntTexts } from '../texts.ts';

interface Request {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly summary: string;
  readonly problem: string;
  readonly state: string;
  readonly who: string;
  readonly dueAt: Date;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
}

const REQUEST = `select v.id, f.title, a.name as area, f.public_summary as summary, f.problem, f.state,
    m.function || ', ' || d.name as who, v.due_at as "dueAt", v.expires_at as "expiresAt", v.answered_at as "answeredAt"
  from focuspunt_advice v
  join focuspunt f on f.gemeente = v.gemeente and f.id = v.focuspunt_id
  join area a on a.gemeente = f.gemeente and a.id = f.area_id
  join wijkteam_member m on m.gemeente = v.gemeente and m.id = v.member_id
  join department d on d.gemeente = m.gemeente and d.id = m.department_id
  where v.gemeente = $1`;

/** More requests than this nobody has open at once. */
const MOST = 50;

const byToken = async (rq: Rq, token: string): Promise<Request> => {
  const [row] = await rq.read((db) =>
    runSql<Request>(db, `${REQUEST} and v.token_hash = $2`, [rq.gemeente, hashToken(token)]),
  );
  if (!row) throw notFound();
  return row;
};

const ofAccount = (rq: Rq): Promise<Request[]> =>
  rq.read((db) =>
    runSql<Request>(
      db,
      `${REQUEST} and m.account_id = $2 and f.state = 'consulting' and v.answered_at is null and v.expires_at >= $3
       order by v.due_at, v.id limit ${MOST}`,
      [rq.gemeente, rq.principal.id, rq.now],
    ),
  );

interface Filled {
  readonly typed: Typed;
  readonly mistakes: Mistakes;
  readonly masked?: boolean;
}

const EMPTY: Filled = { typed: storedFields({}), mistakes: noMistakes };

const adviceForm = (rq: Rq, request: Request, action: string, filled: Filled) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <>
      <Paragraph>
        <Own>{request.summary}</Own>
      </Paragraph>
      <Paragraph>
        <Own>{request.problem}</Own>
      </Paragraph>
      <Paragraph>{t('ask.until', { day: formatDate(request.dueAt, rq.lang) })}</Paragraph>
      <SayForm
        rq={rq}
        said={{ ...filled, onceKey: randomToken(16) }}
        question={t('react.question')}
        action={action}
        button={t('ask.send')}
      />
    </>
  );
};

const isOver = (rq: Rq, { state, expiresAt }: Request): boolean =>
  state !== 'consulting' || rq.now > expiresAt;

const linkPage = async (rq: Rq, token: string, filled: Filled, isDone = false) => {
  const t = rq.texts(focuspuntTexts);
  const request = await byToken(rq, token);
  const given = request.answeredAt !== null;
  const over = !given && isOver(rq, request);
  const isWrong = Object.keys(filled.mistakes).length > 0;
  const response = await rq.page({
    title: t('ask.title', { title: request.title }),
    ...(over ? { status: 410 } : isWrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <Heading level={1}>
          <Own>{request.title}</Own>
        </Heading>
        <Lead>{t('ask.lead', { who: request.who, area: request.area })}</Lead>
        {given ? (
          <Alert kind="ok" title={t(isDone ? 'ask.thanks' : 'error.advice_given')} announce={isDone} />
        ) : over ? (
          <Alert kind="info" title={t('error.advice_link_over')} />
        ) : (
          adviceForm(rq, request, `${ADVICE}/${token}`, filled)
        )}
      </>
    ),
  });
  // The address is the key: no search machine may keep it (and every page keeps it from other sites).
  response.headers.set('x-robots-tag', 'noindex');
  return response;
};

const ownPage = async (rq: Rq, failed: (Filled & { readonly id: string }) | null, isDone = false) => {
  const t = rq.texts(focuspuntTexts);
  const requests = await ofAccount(rq);
  const isWrong = failed !== null && Object.keys(failed.mistakes).length > 0;
  const [first, ...rest] = failed
    ? [...requests].sort((a, b) => Number(b.id === failed.id) - Number(a.id === failed.id))
    : requests;
  return rq.page({
    title: t('ask.own'),
    width: 'staff',
    current: ADVICE,
    ...(isWrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <Heading level={1}>{t('ask.own')}</Heading>
        {isDone ? <Alert kind="ok" title={t('ask.thanks')} announce /> : null}
        {first ? (
          <Section id={`vraag-${first.id}`} title={first.title}>
            {adviceForm(rq, first, `${ADVICE}/eigen/${first.id}`, failed ?? EMPTY)}
          </Section>
        ) : (
          <EmptyState title={t('ask.none')}>{t('ask.none.text')}</EmptyState>
        )}
        {rest.length === 0 ? null : (
          <Section id="hierna" title={t('ask.after')}>
            <CardList
              items={rest.map(({ id, title, dueAt }) => ({
                key: id,
                card: (
                  <Card title={title} titleLevel={3}>
                    <Paragraph>{t('ask.until', { day: formatDate(dueAt, rq.lang) })}</Paragraph>
                  </Card>
                ),
              }))}
            />
          </Section>
        )}
      </>
    ),
  });
};

const token = z.object({ token: z.string().max(200) });
const doneQuery = z.object({ gedaan: z.string().optional().catch(undefined) });
const LIMIT = { uses: 120, seconds: 3_600 } as const;

/** Runs the answer; what names a person comes back with dots when that was asked. */
const answer = async (rq: Rq, typed: Typed, key: AdviceKey): Promise<Filled | null> => {
  const text = typed.text('text');
  if (typed.text('zonder') !== '' && withoutPersons(text) !== text) {
    return { typed: maskedFields(typed), mistakes: noMistakes, masked: true };
  }
  const stance = wordIn(typed, 'stance', stances);
  const sent = await send(rq, focuspuntTexts, () => rq.run(adviseFocuspunt, { key, stance, text }));
  return sent.ok ? null : { typed, mistakes: sent.mistakes };
};

/** The requests for advice: one by the link of its mail, those of an account in the app. */
export const adviceRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: ADVICE,
    policy: 'focuspunt.advise',
    query: doneQuery,
    handle: (rq, { query }) => {
      if (rq.principal.id === null) throw notFound();
      return ownPage(rq, null, query.gedaan === 'ja');
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${ADVICE}/eigen/:id`,
    policy: 'focuspunt.advise',
    params: z.object({ id: z.string() }),
    form: typedForm,
    maxBody: 40_000,
    handle: async (rq, { params: { id }, form }) => {
      if (!isId(id) || !form.ok) throw notFound();
      const failed = await answer(rq, form.value, { adviceId: id });
      return failed ? ownPage(rq, { ...failed, id }) : rq.redirect(`${ADVICE}?gedaan=ja`);
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${ADVICE}/:token`,
    policy: 'focuspunt.advise',
    params: token,
    query: doneQuery,
    limit: LIMIT,
    handle: (rq, { params, query }) => linkPage(rq, params.token, EMPTY, query.gedaan === 'ja'),
  }),
  defineRoute({
    method: 'POST',
    path: `${ADVICE}/:token`,
    policy: 'focuspunt.advise',
    params: token,
    form: typedForm,
    maxBody: 40_000,
    limit: LIMIT,
    handle: async (rq, { params, form }) => {
      if (!form.ok) return linkPage(rq, params.token, EMPTY);
      const failed = await answer(rq, form.value, { token: params.token });
      return failed ? linkPage(rq, params.token, failed) : rq.redirect(`${ADVICE}/${params.token}?gedaan=ja`);
    },
  }),
];
