import { CheckboxGroup, Select } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { councilTexts } from '../texts.ts';
import { nameIn } from '../web/words.tsx';
import { fieldMaker, type RecordForm } from './record-fields.ts';

/** What it is about: what stays, and two places for more. */
export const AboutFields = ({ rq, form }: { rq: Rq; form: RecordForm }) => {
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
