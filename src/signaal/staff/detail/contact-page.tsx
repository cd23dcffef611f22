import type { FieldErrors } from '#platform/errors.ts';
import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Link,
  Paragraph,
  Section,
  SummaryList,
} from '#platform/web/components/index.ts';
import { filledForm } from '#platform/web/forms.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import type { ReadContact } from '../../commands/contact.ts';
import type { Contact } from '../../store/contact.ts';
import { signaalTexts } from '../../texts.ts';
import { ContactFields } from '../desk/contact-fields.tsx';
import { staffTexts } from '../texts.ts';
import { Dense } from '../web/layout.tsx';
import { mistakes } from '../web/mistakes.ts';

/** What was read, and the correction that came back if one did. */
export interface ContactPage {
  readonly signaalId: string;
  readonly number: number;
  readonly people: readonly ReadContact[];
  readonly mayCorrect: boolean;
  readonly failed: {
    readonly reporterId: string;
    readonly raw: RawForm;
    readonly errors: FieldErrors;
  } | null;
}

const asForm = (contact: Contact): RawForm =>
  filledForm({
    naam: contact.name,
    telefoon: contact.phone,
    mail: contact.mail,
    straat: contact.street,
    huisnummer: contact.houseNumber,
    postcode: contact.postcode,
    plaats: contact.town,
  });

const Person = ({ rq, page, person }: { rq: Rq; page: ContactPage; person: ReadContact }) => {
  const t = rq.texts(staffTexts);
  const { name, phone, mail, street, houseNumber, postcode, town } = person.contact;
  const value = (text: string): string => (text.trim() === '' ? t('contact.empty') : text);
  return (
    <Section id={`contact-${person.id}`} title={t(`contact.part.${person.part}`)}>
      <SummaryList
        rows={[
          { key: 'name', term: t('contact.name'), value: value(name) },
          { key: 'phone', term: t('contact.phone'), value: value(phone) },
          { key: 'mail', term: t('contact.mail'), value: value(mail) },
          {
            key: 'address',
            term: t('contact.address'),
            value: value(`${street} ${houseNumber}\n${postcode} ${town}`),
          },
          {
            key: 'channel',
            term: t('desk.answer'),
            value: rq.texts(signaalTexts)(`answer.${person.channel}`),
          },
        ]}
      />
      {page.mayCorrect ? <Correction rq={rq} page={page} person={person} /> : null}
    </Section>
  );
};

/** A mistyped number or address is put right by the desk (2.35). */
const Correction = ({ rq, page, person }: { rq: Rq; page: ContactPage; person: ReadContact }) => {
  const t = rq.texts(staffTexts);
  const failed = page.failed?.reporterId === person.id ? page.failed : null;
  return (
    <Form action={`/signalen/${page.signaalId}/contact/${person.id}`} csrf={rq.csrf}>
      <Heading level={3}>{t('contact.correct')}</Heading>
      <ContactFields rq={rq} raw={failed?.raw ?? asForm(person.contact)} errors={failed?.errors ?? {}} />
      <Button look="secondary">{t('contact.correct.send')}</Button>
    </Form>
  );
};

/** Who reported. Every opening of this page stands in the access log. */
export const contactPage = (rq: Rq, page: ContactPage): PageContent => {
  const t = rq.texts(staffTexts);
  const wrong = mistakes(rq, page.failed?.errors ?? {});
  return {
    title: t('contact.page', { number: page.number }),
    width: 'staff',
    hasErrors: wrong.length > 0,
    status: wrong.length > 0 ? 422 : 200,
    body: (
      <Dense>
        <ErrorSummary lang={rq.lang} errors={wrong} />
        <Heading level={1}>{t('contact.page', { number: page.number })}</Heading>
        <Paragraph>{t('contact.logged')}</Paragraph>
        {page.people.length === 0 ? <Paragraph>{t('contact.none')}</Paragraph> : null}
        {page.people.map((person) => (
          <Person key={person.id} rq={rq} page={page} person={person} />
        ))}
        <Paragraph>
          <Link href={`/signalen/${page.signaalId}`}>{t('contact.back')}</Link>
        </Paragraph>
      </Dense>
    ),
  };
};
