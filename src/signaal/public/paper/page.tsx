import { type Location, locations } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import {
  Heading,
  Link,
  PaperChoices,
  PaperField,
  PaperForm,
  PaperPart,
  PaperRow,
  Paragraph,
  ScreenOnly,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute } from '#platform/web/route.ts';
import { readPhone } from '../parts/phone.tsx';
import { PAPER, REPORT } from '../report/paths.ts';
import { publicTexts } from '../texts.ts';

/** The most places that fit on the sheet. */
const PLACES_ON_PAPER = 8;

/** The printable twin of the form: the same questions on one A4, which the desk can enter (law 6). */
export const paperRoute = defineRoute({
  method: 'GET',
  path: PAPER,
  policy: 'public.read',
  handle: async (rq) => {
    const [places, phone] = await rq.read(
      async (db) => [await locations(db, rq.gemeente, isoDate(rq.now)), await readPhone(db, rq)] as const,
    );
    return rq.page(paperPage(rq, places.slice(0, PLACES_ON_PAPER), phone));
  },
});

interface Sheet {
  readonly rq: Rq;
  readonly places: readonly Location[];
  readonly phone: string;
}

const paperPage = (rq: Rq, places: readonly Location[], phone: string): PageContent => {
  const t = rq.texts(publicTexts);
  return {
    title: t('paper.title'),
    current: REPORT,
    body: (
      <>
        <ScreenOnly>
          <Paragraph small>
            <Link href={REPORT}>{t('paper.online')}</Link>
          </Paragraph>
          <Paragraph>{t('paper.how')}</Paragraph>
        </ScreenOnly>
        <PaperForm>
          <Heading level={1}>{t('paper.title')}</Heading>
          <Paragraph small>
            <strong>{t('emergency.title')}.</strong> {t('emergency.police')}
          </Paragraph>
          <Questions rq={rq} />
          <HandIn rq={rq} places={places} phone={phone} />
        </PaperForm>
      </>
    ),
  };
};

const Questions = ({ rq }: { rq: Rq }) => {
  const t = rq.texts(publicTexts);
  return (
    <>
      <PaperPart title={t('paper.part', { number: 1, title: t('text.title') })}>
        <Paragraph small>{t('paper.hint')}</Paragraph>
        <PaperField label={t('text.label')} size="large" labelHidden />
        <PaperChoices choices={[t('text.question')]} />
      </PaperPart>
      <PaperPart title={t('paper.part', { number: 2, title: t('place.title') })}>
        <PaperRow>
          <PaperField label={t('paper.street')} />
          <PaperField label={t('place.buurt')} />
        </PaperRow>
        <PaperField label={t('place.note')} />
        <PaperChoices choices={[t('place.whole')]} />
      </PaperPart>
      <PaperPart title={t('paper.part', { number: 3, title: t('contact.title') })}>
        <Paragraph small>{t('contact.lead')}</Paragraph>
        <PaperChoices
          label={t('contact.channel')}
          choices={[
            t('contact.channel.mail'),
            t('contact.channel.phone'),
            t('contact.channel.letter'),
            t('contact.channel.none'),
          ]}
        />
        <PaperRow>
          <PaperField label={t('contact.naam')} />
          <PaperField label={t('contact.telefoon')} />
        </PaperRow>
        <PaperRow>
          <PaperField label={t('paper.address')} />
          <PaperField label={t('paper.town')} />
        </PaperRow>
        <PaperField label={t('contact.mail')} />
        <PaperField label={t('paper.helper')} />
      </PaperPart>
    </>
  );
};

const HandIn = ({ rq, places, phone }: Sheet) => {
  const t = rq.texts(publicTexts);
  return (
    <PaperPart title={t('paper.handIn')}>
      <Paragraph small>
        {t('paper.handIn.text')} {phone ? t('paper.call', { phone }) : ''}
      </Paragraph>
      {places.map(({ id, name, address, openingHours }) => (
        <Paragraph key={id} small>
          <strong>{name}</strong>,{' '}
          <span lang={rq.tenant.languages[0]}>
            {address}, {openingHours}
          </span>
        </Paragraph>
      ))}
      <PaperRow>
        <PaperField label={t('paper.desk.received')} />
        <PaperField label={t('paper.desk.code')} />
      </PaperRow>
    </PaperPart>
  );
};
