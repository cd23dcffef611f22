import {
  Button,
  Details,
  Form,
  InlineForm,
  Paragraph,
  Section,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { signaalTexts } from '../../texts.ts';
import { staffTexts } from '../texts.ts';
import { actForm, type DetailPage } from './model.ts';

/** Who reported: hidden until somebody asks, and each look is written down (C5.5, 0.2 D10). */
export const ContactBox = ({ rq, page }: { rq: Rq; page: DetailPage }) => {
  const { acts, core } = page;
  if (!acts.signaal.has('contact')) return null;
  const t = rq.texts(staffTexts);
  const { reporters, id, answerChannel } = core.signaal;
  const form = actForm(rq, page, 'contact');
  return (
    <Section id="contact" title={t('contact.title')}>
      {reporters.length === 0 ? (
        <Paragraph muted>{t('contact.none')}</Paragraph>
      ) : (
        <>
          <Paragraph small>
            {t('contact.channel', { channel: rq.texts(signaalTexts).dynamic(`answer.${answerChannel}`) })}{' '}
            {t('contact.logged')}
          </Paragraph>
          {acts.reasonAsked ? (
            <Form action={form.action} csrf={rq.csrf}>
              <TextField {...form.field('reden')} label={t('contact.reason')} />
              <Button look="secondary">{t('contact.show')}</Button>
            </Form>
          ) : (
            <InlineForm action={form.action} csrf={rq.csrf} label={t('contact.show')} />
          )}
          {acts.signaal.has('erase') ? (
            <Details summary={t('contact.erase')}>
              <Paragraph small>{t('contact.erase.text')}</Paragraph>
              <InlineForm
                action={`/signalen/${id}/contact-wissen`}
                csrf={rq.csrf}
                look="danger"
                label={t('contact.erase.send')}
              />
            </Details>
          ) : null}
        </>
      )}
    </Section>
  );
};
