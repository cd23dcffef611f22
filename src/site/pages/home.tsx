import { z } from 'zod';
import { type Location, locations, readSettings } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import {
  Alert,
  Button,
  Card,
  CardList,
  Heading,
  Lead,
  Link,
  LinkButton,
  Paragraph,
  Section,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute } from '#platform/web/route.ts';
import { publicPhone } from '../settings.ts';
import { siteTexts } from '../texts.ts';

/** The first page for residents: one question, one button, and every other way in. */
export const homeRoute = defineRoute({
  method: 'GET',
  path: '/',
  policy: 'public.read',
  query: z.object({}),
  kept: true,
  handle: async (rq) => {
    const today = isoDate(rq.now);
    const [phone, places] = await rq.read(async (db) => {
      const settings = await readSettings(db, rq.gemeente, today);
      return [settings.get(publicPhone), await locations(db, rq.gemeente, today)] as const;
    });
    return rq.page({
      title: rq.texts(siteTexts)('home.title'),
      body: <Home rq={rq} phone={phone} places={places} />,
    });
  },
});

interface HomeProps {
  readonly rq: Rq;
  readonly phone: string;
  readonly places: readonly Location[];
}

const Home = ({ rq, phone, places }: HomeProps) => {
  const t = rq.texts(siteTexts);
  return (
    <>
      <Alert kind="warning" title={t('home.emergency')} />
      <Heading level={1}>{t('home.title')}</Heading>
      <Lead>{t('home.lead')}</Lead>
      <LinkButton href="/melden">{t('home.button')}</LinkButton>
      <Section id="volgen" title={t('home.follow.title')}>
        <form className="wr-form" method="get" action="/volg">
          <TextField
            name="code"
            label={t('home.follow.code')}
            description={t('home.follow.hint')}
            width={20}
            autoComplete="off"
            spellCheck={false}
          />
          <Button look="secondary">{t('home.follow.button')}</Button>
        </form>
      </Section>
      <Section id="niet-digitaal" title={t('home.offline.title')}>
        <OtherWays rq={rq} phone={phone} places={places} />
      </Section>
    </>
  );
};

/** The most places on the page; a municipality with more names them in its own texts. */
const SHOWN = 12;

const OtherWays = ({ rq, phone, places }: HomeProps) => {
  const t = rq.texts(siteTexts);
  return (
    <>
      <Paragraph>{t('home.offline.text')}</Paragraph>
      {phone ? (
        <Paragraph>
          {t('home.location.phone')}: <Link href={telephone(phone)}>{phone}</Link>
        </Paragraph>
      ) : null}
      {!phone && places.length === 0 ? <Paragraph>{t('home.offline.none')}</Paragraph> : null}
      {places.length > 0 ? (
        <CardList
          layout="grid"
          items={places
            .slice(0, SHOWN)
            .map((place) => ({ key: place.id, card: <Place rq={rq} place={place} /> }))}
        />
      ) : null}
      <Paragraph>
        {t('home.offline.paper')} <Link href="/melden/papier">{t('home.offline.paperLink')}</Link>
      </Paragraph>
    </>
  );
};

/** What the municipality wrote itself stands in its own language on every page. */
const Place = ({ rq, place }: { rq: Rq; place: Location }) => {
  const t = rq.texts(siteTexts);
  const own = rq.tenant.languages[0];
  return (
    <Card title={place.name}>
      <Paragraph>
        <span lang={own}>{place.address}</span>
      </Paragraph>
      <Paragraph>
        {t('home.location.open')}: <span lang={own}>{place.openingHours}</span>
      </Paragraph>
      {place.phone ? (
        <Paragraph>
          {t('home.location.phone')}: <Link href={telephone(place.phone)}>{place.phone}</Link>
        </Paragraph>
      ) : null}
    </Card>
  );
};

/** The address behind a phone number: digits and a leading plus only. */
const telephone = (phone: string): string => `tel:${phone.replace(/(?!^\+)\D/g, '')}`;
