import { type Department, type Mistakes, mistakeOf, PeriodFields, type Typed } from '#gemeente/index.ts';
import {
  Checkbox,
  Fieldset,
  HiddenField,
  Select,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { CategoryRow, RuleRow } from '../read.ts';
import { catalogueTexts } from '../texts.ts';
import { TermFields } from '../web/term-fields.tsx';

/** What the page of a subject shows beside its own fields. */
export interface SubjectExtra {
  /** A main category only groups; it has fewer fields. */
  readonly isMain: boolean;
  readonly subject: CategoryRow | null;
  readonly mains: readonly CategoryRow[];
  readonly departments: readonly Department[];
  readonly areas: readonly { readonly id: string; readonly name: string; readonly division: string }[];
  readonly rules: readonly RuleRow[];
}

interface FieldsProps {
  rq: Rq;
  typed: Typed;
  mistakes: Mistakes;
  extra: SubjectExtra;
}

/** The fields of a main category or a subject. */
export const SubjectFields = ({ rq, typed, mistakes, extra }: FieldsProps) => {
  const t = rq.texts(catalogueTexts);
  const field = (name: 'name' | 'nameEn' | 'slug' | 'description' | 'keywords') => ({
    name,
    label: t(`subject.${name}`),
    value: typed.text(name),
    ...mistakeOf(mistakes, name),
  });
  const optional = { note: t('word.optional') };
  return (
    <>
      {extra.isMain ? <HiddenField name="soort" value="hoofd" /> : null}
      <TextField {...field('name')} description={t('subject.nameHelp')} />
      <TextField {...field('nameEn')} {...optional} />
      {extra.isMain ? null : <ParentField rq={rq} typed={typed} mistakes={mistakes} extra={extra} />}
      <TextField {...field('slug')} {...optional} description={t('subject.slugHelp')} />
      <TextArea {...field('description')} {...optional} rows={3} description={t('subject.descriptionHelp')} />
      {extra.isMain ? null : (
        <>
          <TextArea {...field('keywords')} {...optional} rows={3} description={t('subject.keywordsHelp')} />
          <HandlingFields rq={rq} typed={typed} mistakes={mistakes} extra={extra} />
        </>
      )}
      <PeriodFields rq={rq} typed={typed} mistakes={mistakes} />
    </>
  );
};

const ParentField = ({ rq, typed, mistakes, extra }: FieldsProps) => (
  <Select
    name="parentId"
    label={rq.texts(catalogueTexts)('subject.parent')}
    emptyLabel={rq.texts(catalogueTexts)('word.choose')}
    options={extra.mains.map(({ id, name }) => ({ value: id, label: name }))}
    value={typed.text('parentId')}
    {...mistakeOf(mistakes, 'parentId')}
  />
);

const MARKS = ['complex', 'sensitive', 'crowd'] as const;

const HandlingFields = ({ rq, typed, mistakes, extra }: FieldsProps) => {
  const t = rq.texts(catalogueTexts);
  return (
    <>
      <Select
        name="departmentId"
        label={t('subject.department')}
        description={t('subject.departmentHelp')}
        emptyLabel={t('subject.noDepartment')}
        options={extra.departments.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.text('departmentId')}
        {...mistakeOf(mistakes, 'departmentId')}
      />
      <TermFields rq={rq} typed={typed} mistakes={mistakes} />
      <Fieldset legend={t('subject.marks')}>
        {MARKS.map((mark) => (
          <Checkbox
            key={mark}
            name={mark}
            label={t(`mark.${mark}`)}
            description={t(`mark.${mark}Help`)}
            checked={typed.text(mark) === 'on'}
          />
        ))}
      </Fieldset>
    </>
  );
};
