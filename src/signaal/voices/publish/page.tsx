import { formatDateTime } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import {
  Alert,
  Button,
  CheckboxGroup,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  InlineForm,
  Lead,
  Link,
  Paragraph,
  Quote,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { errorOf, errorsInWords, isWrong } from '../../public/parts/form-words.ts';
import { FoundPersons, textsToClean } from '../../public/parts/found-persons.tsx';
import { voiceTexts } from '../texts.ts';
import { publishPath } from './link.tsx';
import type { PublishView } from './read.ts';

/** Where a public photo is found. */
export const publicPhoto = (id: string): string => `/openbaar/foto/${id}`;

/** The page of clearing, with a form that may have come back. */
export interface PublishPage {
  readonly view: PublishView;
  readonly typed: RawForm | null;
  readonly errors: FieldErrors;
  readonly stale: boolean;
  readonly done: boolean;
}

const Photos = ({ rq, page: { view, typed } }: { rq: Rq; page: PublishPage }) => {
  const t = rq.texts(voiceTexts);
  if (view.photos.length === 0) return null;
  const shown = typed ? typed.all('foto') : view.photos.filter((one) => one.public).map(({ id }) => id);
  return (
    <CheckboxGroup
      name="foto"
      label={t('publish.photos')}
      description={t('publish.photos.hint')}
      values={shown}
      options={view.photos.map((one, index) => ({
        value: one.id,
        label: t('publish.photo', { number: index + 1 }),
        description: (
          <>
            <img
              src={`/signalen/${view.signaal.id}/foto/${one.id}?klein=ja`}
              alt={t('publish.photo.alt', { number: index + 1 })}
              width={160}
            />{' '}
            {one.public ? <Link href={publicPhoto(one.id)}>{t('publish.photo.public')}</Link> : null}
          </>
        ),
      }))}
    />
  );
};

const ClearForm = ({ rq, page }: { rq: Rq; page: PublishPage }) => {
  const t = rq.texts(voiceTexts);
  const { view, typed, errors } = page;
  const text = typed ? typed.text('tekst') : (view.publicText ?? view.signaal.text ?? '');
  return (
    <>
      <FoundPersons rq={rq} inspected={textsToClean([text])} />
      <Form action={publishPath(view.signaal.id)} csrf={rq.csrf}>
        <HiddenField name="versie" value={view.signaal.version} />
        <TextArea
          name="tekst"
          label={t('publish.text')}
          description={t('publish.text.hint')}
          rows={5}
          value={text}
          {...errorOf(rq, errors, 'tekst')}
        />
        <Photos rq={rq} page={page} />
        <Button>{t(view.clearedAt ? 'publish.again' : 'publish.send')}</Button>
      </Form>
      {view.clearedAt ? (
        <InlineForm
          action={`${publishPath(view.signaal.id)}/terug`}
          csrf={rq.csrf}
          look="danger"
          label={t('publish.back')}
        />
      ) : null}
    </>
  );
};

/** The reporter's words, what everybody may read of them, and which photos. */
export const publishPage = (rq: Rq, page: PublishPage): PageContent => {
  const t = rq.texts(voiceTexts);
  const { view, errors, stale, done } = page;
  const title = t('publish.title', { number: view.signaal.number });
  const since = view.clearedAt ? formatDateTime(view.clearedAt, rq.lang) : '';
  return {
    title,
    width: 'staff',
    status: stale ? 409 : isWrong(errors) ? 422 : 200,
    hasErrors: isWrong(errors),
    body: (
      <>
        <Paragraph small>
          <Link href={`/signalen/${view.signaal.id}`}>{t('publish.to_signaal')}</Link>
        </Paragraph>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, errors)} />
        <Heading level={1}>{title}</Heading>
        {stale ? <Alert kind="warning" title={t('pattern.stale')} announce /> : null}
        {done ? <Alert kind="ok" title={t('publish.done')} announce /> : null}
        <Lead>
          {view.clearedAt
            ? t('publish.since', { moment: since, by: view.clearedBy ?? '' })
            : t('publish.not_yet')}
        </Lead>
        <Quote by={t('publish.original')} lang={view.signaal.text === null ? rq.lang : undefined}>
          {view.signaal.text ?? t('publish.wiped')}
        </Quote>
        {view.signaal.guardFlags.length > 0 ? <Alert kind="info" title={t('publish.marked')} /> : null}
        {view.isClosed ? (
          <Alert kind="warning" title={t('publish.closed')} />
        ) : (
          <ClearForm rq={rq} page={page} />
        )}
      </>
    ),
  };
};
