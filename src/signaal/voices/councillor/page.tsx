import { formatDate } from '#platform/calendar/index.ts';
import type { ListPage } from '#platform/paging.ts';
import {
  Alert,
  Checkbox,
  Details,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  Paragraph,
  SummaryList,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { errorOf, errorsInWords, isWrong } from '../../public/parts/form-words.ts';
import { holderInWords } from '../../public/parts/holder.ts';
import { GivenList, GivenState, givenNext, givenTitle } from '../given/list.tsx';
import type { GivenRow } from '../given/read.ts';
import { SendButtons, TellFields, TellNotes } from '../tell/fields.tsx';
import type { Again } from '../tell/receive.ts';
import { voiceTexts } from '../texts.ts';

/** Where a councillor passes on what a resident said. */
export const PASS_ON = '/doorgeven';

interface PassOnPage {
  readonly again: Again;
  readonly once: string;
  readonly page: ListPage<GivenRow>;
  /** What was just passed on. */
  readonly done: GivenRow | null;
}

const CONTACT = ['naam', 'mail', 'telefoon'] as const;

/** The resident may hear of it himself: one line is enough. */
const ContactFields = ({ rq, again: { raw, errors } }: { rq: Rq; again: Again }) => {
  const t = rq.texts(voiceTexts);
  const used = CONTACT.some((name) => raw.text(name) !== '' || errors[name] !== undefined);
  return (
    <Details summary={t('pass.contact')} open={used}>
      <Paragraph small>{t('pass.contact.text')}</Paragraph>
      <TextField
        name="naam"
        label={t('pass.name')}
        value={raw.text('naam')}
        {...errorOf(rq, errors, 'naam')}
      />
      <TextField
        name="mail"
        type="email"
        label={t('pass.mail')}
        value={raw.text('mail')}
        {...errorOf(rq, errors, 'mail')}
      />
      <TextField
        name="telefoon"
        type="tel"
        label={t('pass.phone')}
        value={raw.text('telefoon')}
        {...errorOf(rq, errors, 'telefoon')}
      />
    </Details>
  );
};

const Done = ({ rq, done }: { rq: Rq; done: GivenRow | null }) => {
  if (!done) return null;
  const t = rq.texts(voiceTexts);
  return (
    <Alert kind="ok" title={t('pass.done.title', { number: done.number })} announce>
      <Paragraph>{t('pass.done.text', { holder: holderInWords(rq, done) })}</Paragraph>
    </Alert>
  );
};

/** The form of thirty seconds, and below it what this councillor passed on before. */
export const passOnPage = (rq: Rq, { again, once, page, done }: PassOnPage): PageContent => {
  const t = rq.texts(voiceTexts);
  const { raw, errors, masked } = again;
  return {
    title: t('pass.title'),
    status: isWrong(errors) || masked ? 422 : 200,
    hasErrors: isWrong(errors),
    scripts: ['wr-photo-field', 'wr-map-pin'],
    current: PASS_ON,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, errors)} />
        <Heading level={1}>{t('pass.title')}</Heading>
        <Done rq={rq} done={done} />
        <Lead>{t('pass.lead')}</Lead>
        <TellNotes rq={rq} again={again} />
        <Form action={PASS_ON} csrf={rq.csrf} idempotencyKey={once} multipart>
          <TellFields rq={rq} again={again} label={t('pass.label')} hint={t('pass.hint')} />
          <Checkbox
            name="akkoord"
            label={t('pass.consent')}
            checked={raw.text('akkoord') !== ''}
            {...errorOf(rq, errors, 'akkoord')}
          />
          <ContactFields rq={rq} again={again} />
          <SendButtons rq={rq} again={again} label={t('pass.send')} />
        </Form>
        <GivenList rq={rq} page={page} href={({ id }) => `${PASS_ON}/${id}`} />
      </>
    ),
  };
};

/** One thing that was passed on: its state, its date and what it belongs to; never who said it, never what was said to him. */
export const passedOnPage = (rq: Rq, row: GivenRow, thread: React.ReactNode): PageContent => {
  const t = rq.texts(voiceTexts);
  const title = t('pass.one.title', { number: row.number, subject: givenTitle(rq, row) });
  return {
    title,
    current: PASS_ON,
    body: (
      <>
        <Paragraph small>
          <Link href={PASS_ON}>{t('pass.back')}</Link>
        </Paragraph>
        <Heading level={1}>{title}</Heading>
        {thread}
        <p>
          <GivenState rq={rq} row={row} />
        </p>
        <Lead>{givenNext(rq, row)}</Lead>
        <SummaryList
          rows={[
            { key: 'given', term: t('pass.one.given'), value: formatDate(row.receivedAt, rq.lang) },
            { key: 'holder', term: t('pass.one.holder'), value: holderInWords(rq, row) },
          ]}
        />
        <Paragraph small muted>
          {t('pass.one.privacy')}
        </Paragraph>
      </>
    ),
  };
};
