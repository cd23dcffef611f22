import { formatDate } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import {
  Alert,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  LinkButton,
  Paragraph,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { errorOf, errorsInWords, isWrong } from '../parts/form-words.ts';
import { FoundPersons, textsToClean } from '../parts/found-persons.tsx';
import { MaskedNote } from '../parts/masked-note.tsx';
import { PhotoField } from '../parts/photo-field.tsx';
import { publicTexts } from '../texts.ts';
import { addPath, FOLLOW, followPath, objectPath, withdrawPath } from './paths.ts';

/** The three things that one says in words of one's own. */
export type SayKind = 'add' | 'object' | 'withdraw';

const PATHS = { add: addPath, object: objectPath, withdraw: withdrawPath } as const;

/** A page with one text field, about one report. */
export interface SayPage {
  readonly kind: SayKind;
  readonly code: string;
  readonly text: string;
  readonly errors: FieldErrors;
  readonly onceKey: string;
  /** The last day on which it may be said, where there is one. */
  readonly until?: Date | null;
  readonly masked?: boolean;
  readonly photosAgain?: boolean;
}

/** "Iets toevoegen", "Niet opgelost?" and "Intrekken": one question, one field, one button. */
export const sayPage = (rq: Rq, page: SayPage): PageContent => {
  const t = rq.texts(publicTexts);
  const { kind, code, errors } = page;
  const inspected = textsToClean([page.text]);
  const title = t(`say.${kind}.title`);
  return {
    title,
    status: isWrong(errors) || page.masked ? 422 : 200,
    hasErrors: isWrong(errors),
    scripts: kind === 'add' ? ['wr-photo-field'] : [],
    current: FOLLOW,
    body: (
      <>
        <Paragraph small>
          <Link href={followPath(code)}>{t('say.back')}</Link>
        </Paragraph>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, errors)} />
        <Heading level={1}>{title}</Heading>
        <Lead>{t(`say.${kind}.lead`)}</Lead>
        {page.until ? (
          <Paragraph>{t('acts.react.until', { date: formatDate(page.until, rq.lang) })}</Paragraph>
        ) : null}
        <MaskedNote rq={rq} masked={page.masked} />
        <FoundPersons rq={rq} inspected={inspected} />
        <SayForm rq={rq} page={page} hasPersons={inspected.length > 0} />
      </>
    ),
  };
};

const SayForm = ({ rq, page, hasPersons }: { rq: Rq; page: SayPage; hasPersons: boolean }) => {
  const t = rq.texts(publicTexts);
  const { kind, code, errors, text, onceKey } = page;
  return (
    <Form
      action={PATHS[kind](code)}
      csrf={rq.csrf || undefined}
      idempotencyKey={onceKey}
      multipart={kind === 'add'}
    >
      <TextArea
        name="tekst"
        label={t(`say.${kind}.label`)}
        {...(kind === 'withdraw' ? { note: t('optional') } : {})}
        description={t('say.hint')}
        value={text}
        {...errorOf(rq, errors, 'tekst')}
      />
      {kind === 'add' ? <PhotoField rq={rq} {...errorOf(rq, errors, 'foto')} /> : null}
      {page.photosAgain ? <Alert kind="info" title={t('photos.again')} /> : null}
      <ButtonRow>
        <Button look={kind === 'withdraw' ? 'danger' : 'primary'}>{t(`say.${kind}.send`)}</Button>
        {hasPersons ? (
          <Button look="secondary" name="zonder" value="ja">
            {t('found.without')}
          </Button>
        ) : null}
        <LinkButton href={followPath(code)} look="subtle">
          {t('say.cancel')}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
};
