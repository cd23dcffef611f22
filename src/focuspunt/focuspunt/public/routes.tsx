import { z } from 'zod';
import {
  MistakeSummary,
  mistakeOf,
  noMistakes,
  storedFields,
  type Typed,
  typedFields,
} from '#gemeente/index.ts';
import { send, typedForm, wordIn } from '#monitor/index.ts';
import { randomToken } from '#platform/secrets/index.ts';
import {
  Alert,
  Button,
  Form,
  Heading,
  IDEMPOTENCY_FIELD,
  Lead,
  Link,
  Own,
  Paragraph,
  RadioGroup,
} from '#platform/web/components/index.ts';
import { filledForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { stances } from '../commands/advise.ts';
import { enterReaction, reactFocuspunt } from '../commands/react.ts';
import { withoutPersons } from '../guarded.ts';
import { enterHref, FOCUSPUNTEN, focuspuntHref, paperHref, reactHref } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';
import { publicListRoute } from './list.tsx';
import { type FollowSlot, publicPage } from './page.tsx';
import { paperPage } from './paper.tsx';
import { type Said, StanceFields } from './react-form.tsx';
import { readPublic } from './read.ts';

const params = z.object({ id: z.string() });
/** Nobody types more than this in a reaction. */
const maxBody = 40_000;
const LIMIT = { uses: 120, seconds: 3_600 } as const;

const nothingSaid = (): Said => ({
  typed: storedFields({}),
  mistakes: noMistakes,
  onceKey: randomToken(16),
});

const shown = async (rq: Rq, id: string, said: Said, follow: FollowSlot, hasReacted = false) => {
  const focuspunt = await readPublic(rq, id);
  const thread = await rq.redThread({ kind: 'focuspunt', id });
  return rq.page(publicPage({ rq, focuspunt, said, thread, follow: follow(rq, focuspunt), hasReacted }));
};

/** The same fields with dots for what names a person. */
export const maskedFields = (typed: Typed): Typed =>
  typedFields(filledForm({ stance: typed.text('stance'), text: withoutPersons(typed.text('text')) }));

/** The key of a form, or a new one: sending it twice counts once. */
export const onceKeyOf = (typed: Typed): string =>
  typed.text(IDEMPOTENCY_FIELD).slice(0, 100) || randomToken(16);

const reactRoute = (follow: FollowSlot): Route =>
  defineRoute({
    method: 'POST',
    path: reactHref(':id'),
    policy: 'focuspunt.react',
    params,
    form: typedForm,
    maxBody,
    limit: LIMIT,
    handle: async (rq, { params: { id }, form }) => {
      if (!form.ok) return shown(rq, id, nothingSaid(), follow);
      const typed = form.value;
      const onceKey = onceKeyOf(typed);
      if (typed.text('zonder') !== '' && withoutPersons(typed.text('text')) !== typed.text('text')) {
        return shown(
          rq,
          id,
          { typed: maskedFields(typed), mistakes: noMistakes, onceKey, masked: true },
          follow,
        );
      }
      const sent = await send(rq, focuspuntTexts, () =>
        rq.run(reactFocuspunt, {
          focuspuntId: id,
          stance: wordIn(typed, 'stance', stances),
          text: typed.text('text'),
          onceKey,
          visitor: rq.visitor,
        }),
      );
      if (sent.ok) return rq.redirect(`${focuspuntHref(id)}?gedaan=ja`);
      return shown(rq, id, { typed, mistakes: sent.mistakes, onceKey }, follow);
    },
  });

const showRoute = (follow: FollowSlot): Route =>
  defineRoute({
    method: 'GET',
    path: focuspuntHref(':id'),
    policy: 'public.read',
    params,
    query: z.object({ gedaan: z.string().optional().catch(undefined) }),
    handle: (rq, { params: { id }, query }) => shown(rq, id, nothingSaid(), follow, query.gedaan === 'ja'),
  });

const paperRoute = defineRoute({
  method: 'GET',
  path: paperHref(':id'),
  policy: 'public.read',
  params,
  handle: async (rq, { params: { id } }) => rq.page(await paperPage(rq, id)),
});

const ENTERED = ['paper', 'phone', 'desk'] as const;

const enterPage = async (rq: Rq, id: string, said: Said, isDone: boolean) => {
  const t = rq.texts(focuspuntTexts);
  const focuspunt = await readPublic(rq, id);
  const isWrong = Object.keys(said.mistakes).length > 0;
  return rq.page({
    title: t('enter.title'),
    width: 'staff',
    current: FOCUSPUNTEN,
    ...(isWrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <MistakeSummary rq={rq} mistakes={said.mistakes} />
        <Heading level={1}>{t('enter.title')}</Heading>
        {isDone ? <Alert kind="ok" title={t('enter.done')} announce /> : null}
        <Lead>
          <Own>{focuspunt.title}</Own>
        </Lead>
        <Form action={enterHref(id)} csrf={rq.csrf} idempotencyKey={said.onceKey}>
          <RadioGroup
            name="channel"
            label={t('enter.channel')}
            inline
            value={said.typed.text('channel')}
            options={ENTERED.map((value) => ({ value, label: t(`channel.${value}`) }))}
            {...mistakeOf(said.mistakes, 'channel')}
          />
          <StanceFields rq={rq} said={said} question={t('enter.question')} />
          <Button>{t('enter.save')}</Button>
        </Form>
        <Paragraph>
          <Link href={focuspuntHref(id)}>{t('enter.back')}</Link>
        </Paragraph>
      </>
    ),
  });
};

const showEnter = defineRoute({
  method: 'GET',
  path: enterHref(':id'),
  policy: 'focuspunt.enter_reaction',
  params,
  query: z.object({ gedaan: z.string().optional().catch(undefined) }),
  handle: (rq, { params: { id }, query }) => enterPage(rq, id, nothingSaid(), query.gedaan === 'ja'),
});

const sendEnter = defineRoute({
  method: 'POST',
  path: enterHref(':id'),
  policy: 'focuspunt.enter_reaction',
  params,
  form: typedForm,
  maxBody,
  handle: async (rq, { params: { id }, form }) => {
    if (!form.ok) return enterPage(rq, id, nothingSaid(), false);
    const typed = form.value;
    const onceKey = onceKeyOf(typed);
    const channel = wordIn(typed, 'channel', ENTERED);
    if (channel === null) {
      const mistakes = { channel: rq.texts(focuspuntTexts)('error.channel_missing') };
      return enterPage(rq, id, { typed, mistakes, onceKey }, false);
    }
    const sent = await send(rq, focuspuntTexts, () =>
      rq.run(enterReaction, {
        focuspuntId: id,
        stance: wordIn(typed, 'stance', stances),
        text: typed.text('text'),
        onceKey,
        channel,
      }),
    );
    if (sent.ok) return rq.redirect(`${enterHref(id)}?gedaan=ja`);
    return enterPage(rq, id, { typed, mistakes: sent.mistakes, onceKey }, false);
  },
});

/** The pages of a focuspunt for everybody; `follow` is what a higher room adds. */
export const publicFocuspuntRoutes = (follow: FollowSlot): readonly Route[] => [
  publicListRoute,
  showRoute(follow),
  reactRoute(follow),
  paperRoute,
  showEnter,
  sendEnter,
];
