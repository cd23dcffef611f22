import type { ReactNode } from 'react';
import { formatDate } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import {
  Alert,
  BigCode,
  ButtonRow,
  ErrorSummary,
  Heading,
  InlineForm,
  Link,
  LinkButton,
  Paragraph,
  PrintOnly,
  ScreenOnly,
  Section,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { errorsInWords, isWrong } from '../parts/form-words.ts';
import { PhoneLink } from '../parts/phone.tsx';
import { publicTexts } from '../texts.ts';
import { Now } from './now.tsx';
import { addPath, FOLLOW, objectPath, pressPath, solvedPath, withdrawPath } from './paths.ts';
import {
  type FollowedWhole,
  isEnded,
  mayAdd,
  mayWithdraw,
  otherMatterUntil,
  reactionUntil,
  verdictOf,
} from './standing.ts';
import { Conversation, Told } from './told.tsx';

/** What was just done, as the address of the page says it. */
export type Done = 'doorgegeven' | 'aangevuld' | 'ingetrokken' | 'opgelost' | 'heropend';

/** What the page of a code shows. */
export interface FollowPage {
  readonly code: string;
  readonly whole: FollowedWhole;
  /** De rode draad, drawn by the room that knows all instruments. */
  readonly thread: ReactNode;
  readonly phone: string;
  /** It has taken so long that the reporter may say so. */
  readonly pressable: boolean;
  readonly done?: Done | undefined;
  /** Something that could not be done any more. */
  readonly errors?: FieldErrors;
  readonly onceKey: string;
}

/** The page behind a code: how it stands, the thread, what was told and said, and what can be done. */
export const followPage = (rq: Rq, page: FollowPage): PageContent => {
  const t = rq.texts(publicTexts);
  const { code, whole, done, errors = {} } = page;
  const { signaal } = whole;
  const title = t('follow.title', { date: formatDate(signaal.receivedAt, rq.lang) });
  return {
    title,
    status: isWrong(errors) ? 409 : 200,
    hasErrors: isWrong(errors),
    current: FOLLOW,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, errors).map(({ message }) => ({ message }))} />
        {done && !isWrong(errors) ? <Alert kind="ok" title={t(`done.${done}`)} announce /> : null}
        <Heading level={1}>{title}</Heading>
        <Now rq={rq} whole={whole} />
        {page.thread}
        <Acts rq={rq} page={page} />
        <Told rq={rq} code={code} signaal={signaal} />
        <Conversation rq={rq} said={whole.said} department={signaal.departmentName} />
        <Section id="code" title={t('follow.code.title')}>
          <BigCode label={t('receipt.code')} groups={code.split('-')} />
          <PrintOnly>
            <Paragraph>{t('follow.printed', { moment: formatDate(rq.now, rq.lang) })}</Paragraph>
          </PrintOnly>
          <Contact rq={rq} page={page} />
        </Section>
      </>
    ),
  };
};

const Contact = ({ rq, page: { phone, whole } }: { rq: Rq; page: FollowPage }) => {
  const t = rq.texts(publicTexts);
  const number = phone || whole.signaal.departmentContact;
  return (
    <Paragraph>
      {t('follow.question')} {number ? <PhoneLink phone={number} /> : t('receipt.question.desk')}
    </Paragraph>
  );
};

/** Outcomes after which "opgelost, dank" is an answer; with the others one can only agree in silence. */
const THANKED: readonly string[] = ['solved', 'partly', 'answered'];

/** What the reporter or the helper can do now; the most likely first. */
const Acts = ({ rq, page }: { rq: Rq; page: FollowPage }) => {
  const t = rq.texts(publicTexts);
  const { code, whole } = page;
  const { state } = whole.signaal;
  const until = reactionUntil(whole, rq.now);
  const mayThank = THANKED.includes(whole.signaal.outcome ?? '');
  return (
    <ScreenOnly>
      <Heading level={2}>{until ? t(mayThank ? 'acts.react' : 'acts.disagree') : t('acts.title')}</Heading>
      {!until && isEnded(state) && state !== 'withdrawn' ? <TooLate rq={rq} page={page} /> : null}
      <ButtonRow>
        <Reactions rq={rq} page={page} />
        {mayAdd(state) ? (
          <LinkButton href={addPath(code)} look={until ? 'subtle' : 'primary'}>
            {t('acts.add')}
          </LinkButton>
        ) : null}
        {page.pressable ? (
          <InlineForm
            action={pressPath(code)}
            label={t('acts.press')}
            look="secondary"
            csrf={rq.csrf || undefined}
          />
        ) : null}
        {mayWithdraw(whole.signaal) ? (
          <LinkButton href={withdrawPath(code)} look="subtle">
            {t('acts.withdraw')}
          </LinkButton>
        ) : null}
      </ButtonRow>
    </ScreenOnly>
  );
};

/** What may be said to an end while the term runs, and that a colleague merged it wrongly. */
const Reactions = ({ rq, page: { code, whole, onceKey } }: { rq: Rq; page: FollowPage }) => {
  const t = rq.texts(publicTexts);
  const until = reactionUntil(whole, rq.now);
  const mayThank = THANKED.includes(whole.signaal.outcome ?? '');
  return (
    <>
      {until && mayThank && verdictOf(whole) !== 'solved' ? (
        <InlineForm
          action={solvedPath(code)}
          label={t('acts.solved')}
          look="primary"
          csrf={rq.csrf || undefined}
          idempotencyKey={onceKey}
        />
      ) : null}
      {until ? (
        <LinkButton href={objectPath(code)} look="secondary">
          {t(mayThank ? 'acts.object' : 'acts.disagree.say')}
        </LinkButton>
      ) : null}
      {otherMatterUntil(whole, rq.now) ? (
        <LinkButton href={objectPath(code)} look="subtle">
          {t('acts.other')}
        </LinkButton>
      ) : null}
    </>
  );
};

/** After the term only the desk opens a report again, while the reporter is there (0.2 D10). */
const TooLate = ({ rq, page: { phone } }: { rq: Rq; page: FollowPage }) => {
  const t = rq.texts(publicTexts);
  return (
    <Paragraph>
      {t('acts.late')} {phone ? <PhoneLink phone={phone} /> : null}{' '}
      <Link href="/melden">{t('acts.late.new')}</Link>
    </Paragraph>
  );
};
