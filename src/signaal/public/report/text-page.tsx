import type { FieldErrors } from '#platform/errors.ts';
import {
  Alert,
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  Link,
  Paragraph,
  RadioGroup,
  Steps,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { gateNeeded, inspectText } from '../../guard.ts';
import { Emergency } from '../parts/emergency.tsx';
import { errorOf, errorsInWords, isWrong } from '../parts/form-words.ts';
import { FoundPersons, textsToClean } from '../parts/found-persons.tsx';
import { MaskedNote, NextButtons } from '../parts/masked-note.tsx';
import { PhotoField } from '../parts/photo-field.tsx';
import { publicTexts } from '../texts.ts';
import { draftPhoto, PAPER, REPORT } from './paths.ts';

/** What the first page shows. */
export interface TextPage {
  readonly draftId: string;
  readonly text: string;
  readonly isQuestion: boolean;
  readonly gate: string;
  /** Photos that were kept already. */
  readonly photos: readonly string[];
  readonly errors: FieldErrors;
  /** Dots were just put in the text: the visitor must read it again. */
  readonly masked?: boolean;
  /** Photos came along that could not be kept, because the text was not ready. */
  readonly photosAgain?: boolean;
}

/** A page without anything filled in. */
export const EMPTY_TEXT: TextPage = {
  draftId: '',
  text: '',
  isQuestion: false,
  gate: '',
  photos: [],
  errors: {},
};

/** "Wat is er aan de hand?" */
export const textPage = (rq: Rq, page: TextPage): PageContent => {
  const t = rq.texts(publicTexts);
  const findings = inspectText(page.text);
  const toClean = textsToClean([page.text]);
  return {
    title: t('text.title'),
    status: isWrong(page.errors) || page.masked ? 422 : 200,
    hasErrors: isWrong(page.errors),
    scripts: ['wr-photo-field'],
    current: REPORT,
    body: (
      <>
        <Emergency rq={rq} />
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, page.errors)} />
        <Steps label={t('step', { step: 1 })} current={1} total={3} />
        <Heading level={1}>{t('text.title')}</Heading>
        <MaskedNote rq={rq} masked={page.masked} />
        <FoundPersons rq={rq} inspected={toClean} />
        <Form action={REPORT} csrf={rq.csrf || undefined} multipart>
          {page.draftId === '' ? null : <HiddenField name="formulier" value={page.draftId} />}
          <TextArea
            name="tekst"
            label={t('text.label')}
            description={t('text.hint')}
            rows={6}
            value={page.text}
            {...errorOf(rq, page.errors, 'tekst')}
          />
          {gateNeeded(findings) && page.text !== '' ? <Gate rq={rq} page={page} /> : null}
          <Checkbox
            name="vraag"
            label={t('text.question')}
            description={t('text.question.hint')}
            checked={page.isQuestion}
          />
          <KeptPhotos rq={rq} page={page} />
          <PhotoField rq={rq} {...errorOf(rq, page.errors, 'foto')} />
          {page.photosAgain ? <Alert kind="info" title={t('photos.again')} /> : null}
          <NextButtons rq={rq} hasPersons={toClean.length > 0} />
        </Form>
        <Paragraph small>
          {t('text.paper')} <Link href={PAPER}>{t('text.paper.link')}</Link>
        </Paragraph>
      </>
    ),
  };
};

/** Asked only when the guard saw something; kind, and with the words that made us ask. */
const Gate = ({ rq, page }: { rq: Rq; page: TextPage }) => {
  const t = rq.texts(publicTexts);
  const words = [
    ...new Set(inspectText(page.text).flatMap(({ kind, sample }) => (kind === 'hint' ? [sample] : []))),
  ];
  return (
    <RadioGroup
      name="gate"
      label={t('gate.label')}
      description={
        words.length > 0 ? t('gate.why', { words: words.map((word) => `“${word}”`).join(', ') }) : undefined
      }
      value={page.gate}
      options={[
        { value: 'plek', label: t('gate.place'), description: t('gate.place.hint') },
        { value: 'groep', label: t('gate.group'), description: t('gate.group.hint') },
        { value: 'persoon', label: t('gate.person'), description: t('gate.person.hint') },
      ]}
      {...errorOf(rq, page.errors, 'gate')}
    />
  );
};

/** Photos of an earlier turn: seen, and to be taken away with a tick. */
const KeptPhotos = ({ rq, page }: { rq: Rq; page: TextPage }) => {
  if (page.photos.length === 0) return null;
  const t = rq.texts(publicTexts);
  return (
    <CheckboxGroup
      name="weg"
      label={t('photos.kept')}
      description={t('photos.kept.hint')}
      options={page.photos.map((id, index) => ({
        value: id,
        label: t('photos.drop', { number: index + 1 }),
        description: (
          <img src={draftPhoto(page.draftId, id)} alt={t('photos.alt', { number: index + 1 })} width={160} />
        ),
      }))}
    />
  );
};
