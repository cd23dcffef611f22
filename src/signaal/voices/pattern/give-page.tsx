import { namedInText } from '#people/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import type { ListPage } from '#platform/paging.ts';
import {
  Alert,
  Button,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  List,
  RadioGroup,
  Section,
  Select,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { errorOf, errorsInWords, isWrong } from '../../public/parts/form-words.ts';
import { publicTexts } from '../../public/texts.ts';
import { voiceTexts } from '../texts.ts';
import { PatternCards } from './list-page.tsx';
import type { PatternChoices, PatternRow } from './read.ts';

/** The gate for a collective pattern (C1.10). */
export const GATE = '/zorgpatroon';

/** The size classes of the form: never one person or one family. */
export const sizeClasses = ['5_to_10', '11_to_25', '26_or_more'] as const;

/** The form of the gate with what this giver gave before. */
export interface GatePage {
  readonly raw: RawForm;
  readonly errors: FieldErrors;
  readonly choices: PatternChoices;
  readonly page: ListPage<PatternRow>;
}

/** What the guard saw in a text that may name nobody, said back so that it can go. */
export const NamedNote = ({ rq, texts }: { rq: Rq; texts: readonly string[] }) => {
  const pieces = texts.flatMap((text) => namedInText(text));
  if (pieces.length === 0) return null;
  const t = rq.texts(voiceTexts);
  return (
    <Alert kind="warning" title={t('pattern.named')}>
      <List items={pieces.map((piece) => ({ key: piece, content: t('pattern.named.piece', { piece }) }))} />
    </Alert>
  );
};

const Fields = ({ rq, page: { raw, errors, choices } }: { rq: Rq; page: GatePage }) => {
  const t = rq.texts(voiceTexts);
  return (
    <>
      <Select
        name="thema"
        label={t('pattern.theme')}
        emptyLabel={t('pattern.choose')}
        value={raw.text('thema')}
        options={choices.themes.map(({ id, name, nameEn }) => ({
          value: id,
          label: (rq.lang === 'en' ? nameEn : null) ?? name,
        }))}
        {...errorOf(rq, errors, 'thema')}
      />
      <Select
        name="gebied"
        label={t('pattern.area')}
        emptyLabel={t('pattern.choose')}
        value={raw.text('gebied')}
        options={areaGroups(rq, choices.areas)}
        {...errorOf(rq, errors, 'gebied')}
      />
      <RadioGroup
        name="omvang"
        label={t('pattern.size')}
        description={t('pattern.size.hint')}
        value={raw.text('omvang')}
        options={sizeClasses.map((value) => ({ value, label: t(`size.${value}`) }))}
        {...errorOf(rq, errors, 'omvang')}
      />
      <TextArea
        name="toelichting"
        label={t('pattern.note')}
        note={rq.texts(publicTexts)('optional')}
        description={t('pattern.note.hint')}
        rows={3}
        value={raw.text('toelichting')}
        {...errorOf(rq, errors, 'toelichting')}
      />
    </>
  );
};

/** A wijk and an area of the focuspunten may have one name: each kind stands under its own heading. */
const areaGroups = (rq: Rq, areas: PatternChoices['areas']) => {
  const t = rq.texts(voiceTexts);
  return (['wijk', 'focus_area'] as const).flatMap((kind) => {
    const options = areas.flatMap((area) =>
      area.kind === kind ? [{ value: area.id, label: area.name }] : [],
    );
    return options.length === 0 ? [] : [{ group: t(`pattern.area.${kind}`), options }];
  });
};

/** A theme, an area, a size class; below it what became of earlier ones. */
export const gatePage = (rq: Rq, page: GatePage): PageContent => {
  const t = rq.texts(voiceTexts);
  return {
    title: t('pattern.title'),
    status: isWrong(page.errors) ? 422 : 200,
    hasErrors: isWrong(page.errors),
    current: GATE,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, page.errors)} />
        <Heading level={1}>{t('pattern.title')}</Heading>
        <Lead>{t('pattern.lead')}</Lead>
        <NamedNote rq={rq} texts={[page.raw.text('toelichting')]} />
        <Form action={GATE} csrf={rq.csrf}>
          <Fields rq={rq} page={page} />
          <Button>{t('pattern.send')}</Button>
        </Form>
        <Section id="gegeven" title={t('pattern.own')}>
          <PatternCards rq={rq} page={page.page} empty={t('pattern.own.none')} path={GATE} level={3} />
        </Section>
      </>
    ),
  };
};
