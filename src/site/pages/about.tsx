import { readSettings } from '#gemeente/index.ts';
import { formatDate, isoDate, parseTerm, termInWords } from '#platform/calendar/index.ts';
import { Heading, Lead, Link, Paragraph, Section, SummaryList } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { termSettings } from '#signaal/index.ts';
import {
  accessibilityContact,
  accessibilityDate,
  accessibilityStatus,
  privacyContact,
  sourceAddress,
} from '../settings.ts';
import { siteTexts } from '../texts.ts';

const settingsToday = (rq: Rq) => rq.read((db) => readSettings(db, rq.gemeente, isoDate(rq.now)));

const PARTS = ['asked', 'persons', 'kept', 'seen', 'rights', 'cookies'] as const;

/** What happens with personal data, in plain words (product.md C5). */
export const privacyRoute = defineRoute({
  method: 'GET',
  path: '/privacy',
  policy: 'public.read',
  handle: async (rq) => {
    const settings = await settingsToday(rq);
    const contact = settings.get(privacyContact);
    const wiped = parseTerm(settings.get(termSettings.contact_wipe));
    const t = rq.texts(siteTexts);
    const textOf = (part: (typeof PARTS)[number]): string =>
      part === 'kept'
        ? t('privacy.kept.text', { term: wiped ? termInWords(wiped, rq.lang) : '' })
        : t(`privacy.${part}.text`);
    return rq.page({
      title: t('privacy.title'),
      body: (
        <>
          <Heading level={1}>{t('privacy.title')}</Heading>
          <Lead>{t('privacy.lead')}</Lead>
          {PARTS.map((part) => (
            <Section key={part} id={part} title={t(`privacy.${part}.title`)}>
              <Paragraph>{textOf(part)}</Paragraph>
            </Section>
          ))}
          <Section id="contact" title={t('privacy.contact.title')}>
            <Paragraph>{contact || t('privacy.contact.none')}</Paragraph>
          </Section>
        </>
      ),
    });
  },
});

/** The accessibility statement with its status, date, contact and the way to complain. */
export const accessibilityRoute = defineRoute({
  method: 'GET',
  path: '/toegankelijkheid',
  policy: 'public.read',
  handle: async (rq) => {
    const settings = await settingsToday(rq);
    const t = rq.texts(siteTexts);
    const date = settings.get(accessibilityDate);
    return rq.page({
      title: t('accessibility.title'),
      body: (
        <>
          <Heading level={1}>{t('accessibility.title')}</Heading>
          <Lead>{t('accessibility.lead')}</Lead>
          <Section id="status" title={t('accessibility.status.title')}>
            <Paragraph>{t.dynamic(`accessibility.status.${settings.get(accessibilityStatus)}`)}</Paragraph>
            {date ? (
              <Paragraph>{t('accessibility.date', { date: formatDate(date, rq.lang) })}</Paragraph>
            ) : null}
          </Section>
          <Section id="contact" title={t('accessibility.contact.title')}>
            <Paragraph>{t('accessibility.contact.text')}</Paragraph>
            <Paragraph>{settings.get(accessibilityContact) || t('accessibility.contact.none')}</Paragraph>
          </Section>
          <Section id="klacht" title={t('accessibility.complaint.title')}>
            <Paragraph>{t('accessibility.complaint.text')}</Paragraph>
            <Paragraph>
              <Link href="https://www.nationaleombudsman.nl/">{t('accessibility.complaint.link')}</Link>
            </Paragraph>
          </Section>
        </>
      ),
    });
  },
});

/** Where the source of this very version is, as its licence asks. */
export const sourceRoute = (version: string): Route =>
  defineRoute({
    method: 'GET',
    path: '/broncode',
    policy: 'public.read',
    handle: async (rq) => {
      const address = (await settingsToday(rq)).get(sourceAddress);
      const t = rq.texts(siteTexts);
      return rq.page({
        title: t('source.title'),
        body: (
          <>
            <Heading level={1}>{t('source.title')}</Heading>
            <Lead>{t('source.lead')}</Lead>
            <SummaryList
              rows={[
                { key: 'version', term: t('source.version'), value: version },
                { key: 'licence', term: t('source.licence'), value: t('source.licence.value') },
                {
                  key: 'code',
                  term: t('source.code'),
                  value: address ? <Link href={address}>{address}</Link> : t('source.code.none'),
                },
              ]}
            />
            <Paragraph>
              <Link href={`https://eupl.eu/1.2/${rq.lang}/`} lang={rq.lang}>
                {t('source.licence.link')}
              </Link>
            </Paragraph>
          </>
        ),
      });
    },
  });
