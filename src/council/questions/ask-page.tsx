import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  Lead,
  Link,
  Paragraph,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { QUESTIONS } from '../paths.ts';
import { councilTexts } from '../texts.ts';
import { type Failed, fieldsOf, mistakesOf } from '../web/failed.ts';

/** The form of a technical question; `over` is what it is about, as `focuspunt:<id>`. */
export const askPage = (rq: Rq, over: string, failed: Failed | null): PageContent => {
  const t = rq.texts(councilTexts);
  const form = fieldsOf(rq, failed, 'nieuw');
  const errors = mistakesOf(rq, failed);
  return {
    title: t('question.new'),
    width: 'staff',
    current: QUESTIONS,
    ...(failed ? { status: failed.status, hasErrors: true } : {}),
    body: (
      <>
        <Paragraph>
          <Link href={QUESTIONS}>{t('question.list')}</Link>
        </Paragraph>
        {errors.length > 0 ? <ErrorSummary lang={rq.lang} errors={errors} /> : null}
        <Heading level={1}>{t('question.new')}</Heading>
        <Lead>{t('question.new.lead')}</Lead>
        <Form action={`${QUESTIONS}/nieuw`} csrf={rq.csrf}>
          <HiddenField name="over" value={over} />
          <TextArea
            name="question"
            label={t('field.question')}
            description={t('question.hint')}
            rows={6}
            value={form.typed('question')}
            startHere
            {...form.error('question')}
          />
          <Button>{t('question.send')}</Button>
        </Form>
      </>
    ),
  };
};
