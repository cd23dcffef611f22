import { errorList, noErrors } from '#platform/web/attempt.ts';
import {
  Button,
  CheckboxGroup,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  Lead,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent } from '#platform/web/request.ts';
import { knelpuntTexts } from '../texts.ts';
import { Dense } from './labels.tsx';
import { KNELPUNTEN } from './list.tsx';
import { About } from './new-about.tsx';
import { field, NEW, type NewPage } from './new-fields.ts';
import { prefilled } from './new-prefilled.ts';
import { Signalen } from './new-signalen.tsx';

/** The page of a new knelpunt. */
export const newPage = (page: NewPage): PageContent => {
  const { rq, model, failed } = page;
  const t = rq.texts(knelpuntTexts);
  const errors = errorList(failed?.errors ?? noErrors, (code) => t.dynamic(`error.${code}`, failed?.values));
  return {
    title: t('new.heading'),
    width: 'staff',
    current: KNELPUNTEN,
    hasErrors: errors.length > 0,
    status: failed?.status ?? 200,
    body: (
      <Dense>
        <ErrorSummary lang={rq.lang} errors={errors} />
        <Heading level={1}>{t('new.heading')}</Heading>
        <Lead>{t('new.lead')}</Lead>
        <Form action={NEW} csrf={rq.csrf}>
          {model.suggestionId ? <HiddenField name="patroon" value={model.suggestionId} /> : null}
          <Signalen {...page} />
          {model.care.length === 0 ? null : (
            <CheckboxGroup
              name="zorg"
              label={t('new.care')}
              values={failed?.raw.all('zorg') ?? []}
              options={model.care.map((row) => ({
                value: row.id,
                label: t('care.line', {
                  number: row.number,
                  size: t.dynamic(`size.${row.size}`),
                  note: row.area,
                }),
              }))}
            />
          )}
          <About {...page} />
          <TextArea
            {...field(page, 'zin', prefilled(rq, model).sentence)}
            label={t('field.sentence')}
            description={t('new.sentence_hint')}
            rows={3}
          />
          <Button>{t('new.send')}</Button>
        </Form>
      </Dense>
    ),
  };
};
