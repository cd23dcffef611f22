import { formatDate, isoDate } from '#platform/calendar/index.ts';
import type { ListPage } from '#platform/paging.ts';
import { Alert, ErrorSummary, Form, Heading, Lead, Paragraph } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { Emergency } from '../../public/parts/emergency.tsx';
import { errorsInWords, isWrong } from '../../public/parts/form-words.ts';
import { PhoneLink } from '../../public/parts/phone.tsx';
import { GivenList } from '../given/list.tsx';
import type { GivenRow } from '../given/read.ts';
import { SendButtons, TellFields, TellNotes } from '../tell/fields.tsx';
import type { Again } from '../tell/receive.ts';
import { voiceTexts } from '../texts.ts';

/** Where a partner gives, with an account or with a link behind it. */
export const PARTNER = '/partner';

/** What a partner's page shows. */
export interface PartnerPage {
  readonly action: string;
  readonly again: Again;
  readonly once: string;
  readonly page: ListPage<GivenRow>;
  /** The number of what was just given. */
  readonly done: number | null;
  /** The name of the organisation; null when the account's role names none. */
  readonly organisation: string | null;
  /** Until when the link works; null for an account. */
  readonly until: Date | null;
  /** Where one of the given is seen; only with an account. */
  readonly href?: (row: GivenRow) => string;
}

/** An organisation gives what it sees in the wijk, and follows what became of it. */
export const partnerPage = (rq: Rq, page: PartnerPage): PageContent => {
  const t = rq.texts(voiceTexts);
  const { again, organisation, until } = page;
  const named = until ? 'partner.title.link' : 'partner.title';
  const title = organisation ? t(named, { organisation }) : t('partner.title.unnamed');
  return {
    title,
    status: isWrong(again.errors) || again.masked ? 422 : 200,
    hasErrors: isWrong(again.errors),
    scripts: ['wr-photo-field', 'wr-map-pin'],
    current: PARTNER,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, again.errors)} />
        <Heading level={1}>{title}</Heading>
        {page.done === null ? null : (
          <Alert kind="ok" title={t('partner.done.title', { number: page.done })} announce>
            <Paragraph>{t('partner.done.text')}</Paragraph>
          </Alert>
        )}
        <Emergency rq={rq} />
        <Lead>{t('partner.lead')}</Lead>
        <TellNotes rq={rq} again={again} />
        <Form action={page.action} csrf={rq.csrf || undefined} idempotencyKey={page.once} multipart>
          <TellFields rq={rq} again={again} label={t('partner.label')} hint={t('partner.hint')} />
          <SendButtons rq={rq} again={again} label={t('partner.send')} />
        </Form>
        {until ? (
          <Paragraph small>{t('partner.until', { day: formatDate(isoDate(until), rq.lang) })}</Paragraph>
        ) : null}
        <GivenList rq={rq} page={page.page} {...(page.href ? { href: page.href } : {})} />
      </>
    ),
  };
};

/** The same kind sentence for a link that ended, was revoked or never was. */
export const goneLinkPage = (rq: Rq, phone: string): PageContent => {
  const t = rq.texts(voiceTexts);
  return {
    title: t('partner.gone.title'),
    status: 404,
    body: (
      <>
        <Heading level={1}>{t('partner.gone.title')}</Heading>
        <Lead>{t('partner.gone.text')}</Lead>
        {phone === '' ? null : (
          <Paragraph>
            {t('partner.gone.call')} <PhoneLink phone={phone} />
          </Paragraph>
        )}
      </>
    ),
  };
};
