import { MistakeSummary, type Mistakes, mistakeOf } from '#gemeente/index.ts';
import { followerHref } from '#people/index.ts';
import {
  Alert,
  Button,
  Form,
  Heading,
  InlineForm,
  Lead,
  Link,
  LinkButton,
  List,
  Paragraph,
  Section,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { WIJKEN } from '../wijk/areas.ts';
import type { Followed } from './followed.ts';
import { AskPart } from './form.tsx';
import { DESK_STOP } from './paths.ts';
import { followTexts } from './texts.ts';

/** The name of what is followed, with what it is. */
export const followedName = (rq: Rq, { areaKind, name }: Followed): string =>
  rq.texts(followTexts)(`name.${areaKind ?? 'focuspunt'}`, { name });

const isWrong = (mistakes: Mistakes) =>
  Object.keys(mistakes).length > 0 ? ({ status: 422, hasErrors: true } as const) : {};

/** Asking on a page of its own, which also shows what was wrong. */
export const askPage = (rq: Rq, followed: Followed, typed: string, mistakes: Mistakes): PageContent => {
  const t = rq.texts(followTexts);
  const name = followedName(rq, followed);
  return {
    title: t('ask.title', { name }),
    current: WIJKEN,
    ...isWrong(mistakes),
    body: (
      <>
        <Heading level={1}>{t('ask.title', { name })}</Heading>
        <AskPart rq={rq} kind={followed.kind} id={followed.id} typed={typed} mistakes={mistakes} />
        <Paragraph>
          <Link href={followed.href}>{t('ask.back', { name })}</Link>
        </Paragraph>
      </>
    ),
  };
};

/** The same answer for everybody who asked: it tells nothing of the address. */
export const askedPage = (rq: Rq): PageContent => {
  const t = rq.texts(followTexts);
  return {
    title: t('asked.title'),
    current: WIJKEN,
    body: (
      <>
        <Heading level={1}>{t('asked.title')}</Heading>
        <Lead>{t('asked.lead')}</Lead>
        <Paragraph>{t('asked.none')}</Paragraph>
        <LinkButton href={WIJKEN} look="secondary">
          {t('asked.report')}
        </LinkButton>
      </>
    ),
  };
};

/** Nothing is followed any more. */
export const stoppedPage = (rq: Rq): PageContent => {
  const t = rq.texts(followTexts);
  return {
    title: t('stopped.title'),
    current: WIJKEN,
    body: (
      <>
        <Heading level={1}>{t('stopped.title')}</Heading>
        <Lead>{t('stopped.lead')}</Lead>
        <LinkButton href={WIJKEN} look="secondary">
          {t('stopped.wijken')}
        </LinkButton>
      </>
    ),
  };
};

/** One thing that somebody follows; `followed` is null when it is not public any more. */
export interface OwnFollow {
  readonly id: string;
  readonly followed: Followed | null;
}

interface OwnPage {
  readonly token: string;
  readonly follows: readonly OwnFollow[];
  /** What the link of a first mail asks about, unless it is followed already. */
  readonly asked: Followed | null;
  readonly said: 'begun' | 'stopped' | null;
  readonly mistakes: Mistakes;
}

const Question = ({ rq, token, asked }: { rq: Rq; token: string; asked: Followed }) => {
  const t = rq.texts(followTexts);
  const name = followedName(rq, asked);
  return (
    <Section id="vraag" title={t('own.question', { name })}>
      <Paragraph>{t('own.question.text')}</Paragraph>
      <InlineForm
        action={`${followerHref(token)}/volgen`}
        csrf={rq.csrf}
        look="primary"
        label={t('own.yes')}
        fields={[
          { name: 'kind', value: asked.kind },
          { name: 'object', value: asked.id },
        ]}
      />
    </Section>
  );
};

const OwnList = ({ rq, token, follows }: { rq: Rq; token: string; follows: readonly OwnFollow[] }) => {
  const t = rq.texts(followTexts);
  const action = `${followerHref(token)}/stop`;
  return (
    <Section id="volgt" title={t('own.list')}>
      <List
        plain
        items={follows.map(({ id, followed }) => {
          const name = followed ? followedName(rq, followed) : t('own.gone');
          return {
            key: id,
            content: (
              <>
                {followed ? <Link href={followed.href}>{name}</Link> : name}
                <InlineForm
                  action={action}
                  csrf={rq.csrf}
                  label={t('own.stop', { name })}
                  fields={[{ name: 'follow', value: id }]}
                />
              </>
            ),
          };
        })}
      />
      {follows.length > 1 ? (
        <InlineForm action={action} csrf={rq.csrf} look="subtle" label={t('own.stop_all')} />
      ) : null}
    </Section>
  );
};

/** What somebody follows, behind the link of his mails: begin, see, stop. No address stands on it. */
export const ownPage = (rq: Rq, { token, follows, asked, said, mistakes }: OwnPage): PageContent => {
  const t = rq.texts(followTexts);
  return {
    title: t('own.title'),
    current: WIJKEN,
    ...isWrong(mistakes),
    body: (
      <>
        <MistakeSummary rq={rq} mistakes={mistakes} />
        <Heading level={1}>{t('own.title')}</Heading>
        {said === null ? null : <Alert kind="ok" title={t(`own.${said}`)} announce />}
        {asked ? <Question rq={rq} token={token} asked={asked} /> : null}
        {follows.length > 0 ? <OwnList rq={rq} token={token} follows={follows} /> : null}
        {follows.length === 0 && !asked ? <Lead>{t('own.none')}</Lead> : null}
      </>
    ),
  };
};

/** Where the desk stops the news for a caller; the answer never tells whether the address followed anything. */
export const deskPage = (rq: Rq, typed: string, mistakes: Mistakes, isDone: boolean): PageContent => {
  const t = rq.texts(followTexts);
  return {
    title: t('desk.title'),
    current: DESK_STOP,
    ...isWrong(mistakes),
    body: (
      <>
        <MistakeSummary rq={rq} mistakes={mistakes} />
        <Heading level={1}>{t('desk.title')}</Heading>
        {isDone ? (
          <Alert kind="ok" title={t('desk.done')} announce>
            <Paragraph>{t('desk.done.text')}</Paragraph>
          </Alert>
        ) : null}
        <Lead>{t('desk.lead')}</Lead>
        <Form action={DESK_STOP} csrf={rq.csrf}>
          <TextField
            name="mail"
            type="email"
            autoComplete="off"
            label={t('desk.mail')}
            value={typed}
            maxLength={300}
            {...mistakeOf(mistakes, 'mail')}
          />
          <Button>{t('desk.stop')}</Button>
        </Form>
      </>
    ),
  };
};
