import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  Lead,
  Link,
  Paragraph,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { REGISTER } from '../paths.ts';
import { councilTexts } from '../texts.ts';
import { mistakesOf } from '../web/failed.ts';
import { AboutFields } from './record-about.tsx';
import { DocumentFields } from './record-document.tsx';
import type { RecordForm } from './record-fields.ts';
import { ItemFields } from './record-item.tsx';

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
