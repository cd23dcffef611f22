import type { FieldErrors } from '#platform/errors.ts';
import {
  Button,
  Checkbox,
  Form,
  HiddenField,
  Paragraph,
  Section,
  TextArea,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { errorOf } from '../web-form.ts';
import type { TypedCancel } from './list-page.tsx';
import { ARCHIVE } from './overview-page.tsx';
import type { ListFacts } from './read.ts';
import { archiveTexts } from './texts.ts';

interface ActProps {
  readonly rq: Rq;
  readonly list: ListFacts;
  readonly errors: FieldErrors;
}

/** The form with which the first and the second person approve. */
export const Approve = ({ rq, list, errors }: ActProps) => {
  const t = rq.texts(archiveTexts);
  const isSecond = list.state === 'approved_once';
  if (isSecond && list.first_approved_by === rq.signedIn?.accountId) {
    return (
      <Section id="goedkeuren" title={t('approve.title')}>
        <Paragraph>{t('approve.yourself')}</Paragraph>
      </Section>
    );
  }
  return (
    <Section id="goedkeuren" title={t('approve.title')}>
      <Paragraph>{isSecond ? t('approve.second') : t('approve.first')}</Paragraph>
      <Form action={`${ARCHIVE}/${list.id}/goedkeuren`} csrf={rq.csrf}>
        <HiddenField name="version" value={String(list.version)} />
        <Checkbox name="looked" value="ja" label={t('approve.looked')} {...errorOf(errors, 'looked', t)} />
        <Button look={isSecond ? 'danger' : 'primary'}>
          {isSecond ? t('approve.button.second') : t('approve.button.first')}
        </Button>
      </Form>
    </Section>
  );
};

/** The form that withdraws the list. */
export const Cancel = ({ rq, list, typed, errors }: ActProps & { typed: TypedCancel }) => {
  const t = rq.texts(archiveTexts);
  return (
    <Section id="intrekken" title={t('cancel.title')}>
      <Paragraph>{t('cancel.lead')}</Paragraph>
      <Form action={`${ARCHIVE}/${list.id}/intrekken`} csrf={rq.csrf}>
        <HiddenField name="version" value={String(list.version)} />
        <TextArea
          name="reason"
          label={t('cancel.reason')}
          value={typed.reason}
          rows={3}
          {...errorOf(errors, 'reason', t)}
        />
        <Button look="secondary">{t('cancel.button')}</Button>
      </Form>
    </Section>
  );
};
