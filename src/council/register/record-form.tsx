import type { DateParts } from '#platform/web/components/index.ts';
import {
  Button,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  Lead,
  Link,
  Paragraph,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { REGISTER } from '../paths.ts';
import { councilTexts } from '../texts.ts';
import { type Failed, fieldsOf, mistakesOf } from '../web/attempt.ts';
import { nameIn } from '../web/words.tsx';
import type { AboutChoices } from './choices.ts';
import type { AboutRow } from './one.ts';
import { documentKinds, documentStatuses, itemKinds } from './types.ts';

/** What stands in the fields: as stored, or as typed and not right yet. */
export interface Filled {
  readonly text: (name: string) => string;
  readonly parts: (name: string) => DateParts;
  readonly about: readonly string[];
}

/** A form for a new record or a changed one. */
export interface RecordForm {
  readonly what: 'item' | 'document';
  /** Null for a new one. */
  readonly id: string | null;
  readonly filled: Filled;
  readonly choices: AboutChoices;
  /** What the stored record is about: stays when it stays ticked. */
  readonly known: readonly AboutRow[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly failed: Failed | null;
}

type Key =
  | 'number'
  | 'title'
  | 'text'
  | 'given_by'
  | 'owner_function'
  | 'source'
  | 'summary'
  | 'link'
  | 'given'
  | 'due'
  | 'dated';

const fieldMaker = (rq: Rq, { filled, failed }: RecordForm) => {
  const t = rq.texts(councilTexts);
  const { error } = fieldsOf(rq, failed, 'record');
  return {
    text: (name: Key) => ({ name, label: t(`field.${name}`), value: filled.text(name), ...error(name) }),
    date: (name: Key) => ({
      name,
      lang: rq.lang,
      label: t(`field.${name}`),
      value: filled.parts(name),
      ...error(name),
    }),
    error,
  };
};

const AboutFields = ({ rq, form }: { rq: Rq; form: RecordForm }) => {
  const t = rq.texts(councilTexts);
  const { choices, known, filled } = form;
  const { error } = fieldMaker(rq, form);
  const groups = (['focuspunt', 'area', 'category', 'document'] as const).map((kind) => ({
    group: t(`about.${kind}`),
    options: choices[kind].map((one) => ({ value: `${kind}:${one.id}`, label: nameIn(rq.lang, one) })),
  }));
  const more = (name: 'more1' | 'more2') => (
    <Select
      name={name}
      label={t(`about.${name}`)}
      value={filled.text(name)}
      emptyLabel={t('about.none')}
      options={groups.filter(({ options }) => options.length > 0)}
      {...(name === 'more1' ? error('about') : {})}
    />
  );
  return (
    <>
      {known.length === 0 ? null : (
        <CheckboxGroup
          name="about"
          label={t('about.stays')}
          values={[...filled.about]}
          options={known.map((one) => ({
            value: `${one.kind}:${one.id}`,
            label: nameIn(rq.lang, { name: one.title, nameEn: one.titleEn }),
          }))}
        />
      )}
      {more('more1')}
      {more('more2')}
    </>
  );
};

const DocumentFields = ({ rq, form }: { rq: Rq; form: RecordForm }) => {
  const t = rq.texts(councilTexts);
  const { text, date, error } = fieldMaker(rq, form);
  const { filled, choices, id } = form;
  return (
    <>
      <Select
        name="kind"
        label={t('register.kind')}
        value={filled.text('kind')}
        emptyLabel={t('choose')}
        options={documentKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...error('kind')}
      />
      <TextField {...text('title')} />
      <TextField {...text('number')} width={20} />
      <DateField {...date('dated')} description={t('dated.hint')} />
      <Select
        name="status"
        label={t('register.state')}
        value={filled.text('status')}
        emptyLabel={t('choose')}
        options={documentStatuses.map((value) => ({ value, label: t(`state.${value}`) }))}
        {...error('status')}
      />
      <TextArea {...text('summary')} rows={3} />
      <TextField {...text('link')} description={t('field.link.hint')} spellCheck={false} />
      <TextField {...text('source')} description={t('field.source.hint')} />
      <Select
        name="replaces"
        label={t('field.replaces')}
        value={filled.text('replaces')}
        emptyLabel={t('about.none')}
        options={choices.document
          .filter((one) => one.id !== id)
          .map((one) => ({ value: one.id, label: one.name }))}
        {...error('replaces')}
      />
    </>
  );
};

const ItemFields = ({ rq, form }: { rq: Rq; form: RecordForm }) => {
  const t = rq.texts(councilTexts);
  const { text, date, error } = fieldMaker(rq, form);
  const { filled, people } = form;
  return (
    <>
      <RadioGroup
        name="kind"
        label={t('register.kind')}
        inline
        value={filled.text('kind')}
        options={itemKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...error('kind')}
      />
      <TextField {...text('title')} />
      <TextArea {...text('text')} rows={4} />
      <TextField {...text('number')} width={20} />
      <DateField {...date('given')} description={t('dated.hint')} />
      <TextField {...text('given_by')} description={t('field.given_by.hint')} />
      <TextField {...text('owner_function')} description={t('field.owner_function.hint')} />
      <Select
        name="owner"
        label={t('field.owner')}
        value={filled.text('owner')}
        emptyLabel={t('field.owner.none')}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        {...error('owner')}
      />
      <DateField {...date('due')} description={t('field.due.hint')} />
      <TextField {...text('source')} description={t('field.source.hint')} />
    </>
  );
};

/** The page on which the griffie writes a record, new or again. */
export const recordFormPage = (rq: Rq, form: RecordForm): PageContent => {
  const t = rq.texts(councilTexts);
  const { what, id, filled, failed } = form;
  const title = t(`form.${what}.${id === null ? 'new' : 'change'}`);
  const kept = id === null ? `nieuw/${what === 'item' ? 'toezegging' : 'stuk'}` : `${id}/wijzigen`;
  const errors = mistakesOf(rq, failed);
  return {
    title,
    width: 'staff',
    current: REGISTER,
    ...(failed ? { status: failed.status, hasErrors: true } : {}),
    body: (
      <>
        <Paragraph>
          <Link href={id === null ? REGISTER : `${REGISTER}/${id}`}>{t('form.back')}</Link>
        </Paragraph>
        {errors.length > 0 ? <ErrorSummary lang={rq.lang} errors={errors} /> : null}
        <Heading level={1}>{title}</Heading>
        <Lead>{t(`form.${what}.lead`)}</Lead>
        <Form action={`${REGISTER}/${kept}`} csrf={rq.csrf}>
          <HiddenField name="version" value={filled.text('version') || '0'} />
          {what === 'item' ? <ItemFields rq={rq} form={form} /> : <DocumentFields rq={rq} form={form} />}
          <AboutFields rq={rq} form={form} />
          <Button>{t('form.save')}</Button>
        </Form>
      </>
    ),
  };
};
