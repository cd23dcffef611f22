import type { FieldErrors } from '#platform/errors.ts';
import {
  Button,
  DateField,
  type DateParts,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  Paragraph,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { errorOf, inWords } from '../web-form.ts';
import { ARCHIVE, classInWords } from './overview-page.tsx';
import type { ItemRow, ListFacts } from './read.ts';
import { archiveTexts } from './texts.ts';

/** What was typed in the form that takes a line off. */
export interface TypedKeep {
  readonly reason: string;
  readonly until: DateParts;
}

/** The form that takes one line off a list. */
export const keepPage = (
  rq: Rq,
  { list, item }: { list: ListFacts; item: ItemRow },
  typed: TypedKeep,
  errors: FieldErrors,
): PageContent => {
  const t = rq.texts(archiveTexts);
  const title = t('keep.title', { label: item.label });
  const path = `${ARCHIVE}/${list.id}`;
  return {
    title,
    width: 'staff',
    current: ARCHIVE,
    hasErrors: Object.keys(errors).length > 0,
    body: (
      <>
        <Paragraph>
          <Link href={path}>{t('list.title', { number: list.number })}</Link>
        </Paragraph>
        <ErrorSummary lang={rq.lang} errors={inWords(errors, t)} />
        <Heading level={1}>{title}</Heading>
        <Lead>{t('keep.lead')}</Lead>
        <Paragraph muted>{classInWords(rq, item.class)}</Paragraph>
        <Form action={`${path}/bewaren/${item.id}`} csrf={rq.csrf}>
          <TextArea
            name="reason"
            label={t('keep.reason')}
            value={typed.reason}
            rows={3}
            {...errorOf(errors, 'reason', t)}
          />
          <DateField
            lang={rq.lang}
            name="until"
            label={t('keep.until')}
            description={t('keep.until.hint')}
            value={typed.until}
            {...errorOf(errors, 'until', t)}
          />
          <Button>{t('keep.button')}</Button>
        </Form>
      </>
    ),
  };
};
