import { RadioGroup, Select, TextArea, TextField } from '#platform/web/components/index.ts';
import { knelpuntTexts } from '../texts.ts';
import { field, type NewPage } from './new-fields.ts';
import { prefilled } from './new-prefilled.ts';

/** What, where and of which kind it is. */
export const About = (page: NewPage) => {
  const { rq, model } = page;
  const t = rq.texts(knelpuntTexts);
  const known = prefilled(rq, model);
  return (
    <>
      <TextField
        {...field(page, 'titel', known.title)}
        label={t('field.title')}
        description={t('new.title_hint')}
      />
      <RadioGroup
        {...field(page, 'oorsprong', 'problem')}
        label={t('field.origin')}
        options={(['problem', 'chance', 'initiative'] as const).map((value) => ({
          value,
          label: t(`origin.${value}`),
          description: t(`origin.${value}.about`),
        }))}
      />
      <Select
        {...field(page, 'gebied', model.areaId ?? '')}
        label={t('field.area')}
        emptyLabel={t('new.choose')}
        options={model.areas.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        {...field(page, 'thema', model.themeId ?? '')}
        label={t('field.theme')}
        emptyLabel={t('field.theme_none')}
        options={model.themes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...field(page, 'plek', model.street ?? '')}
        label={t('field.place')}
        note={t('word.optional')}
      />
      <TextArea
        {...field(page, 'vermoeden', '')}
        label={t('field.hypothesis')}
        description={t('new.hypothesis_hint')}
        note={t('word.optional')}
        rows={3}
      />
    </>
  );
};
