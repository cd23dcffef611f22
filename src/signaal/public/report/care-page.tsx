import { isoDate } from '#platform/calendar/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { Alert, Card, CardList, Heading, Lead, Link, Paragraph } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute } from '#platform/web/route.ts';
import { Emergency } from '../parts/emergency.tsx';
import { PhoneLink, readPhone } from '../parts/phone.tsx';
import { publicTexts } from '../texts.ts';
import { CARE, REPORT } from './paths.ts';

interface Partner {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly explanation: string;
}

const PARTNERS = `select id, name, phone, explanation from referral_partner
  where gemeente = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
  order by position, id limit 30`;

const readPartners = (db: TenantDb, rq: Rq): Promise<Partner[]> =>
  runSql<Partner>(db, PARTNERS, [rq.gemeente, isoDate(rq.now)]);

/** The referral card: whom to call about a person or a family. Nothing of what was typed was kept (C5.1, 0.2 D8). */
export const careRoute = defineRoute({
  method: 'GET',
  path: CARE,
  policy: 'public.read',
  handle: async (rq) => {
    const [partners, phone] = await rq.read(
      async (db) => [await readPartners(db, rq), await readPhone(db, rq)] as const,
    );
    return rq.page(carePage(rq, partners, phone));
  },
});

const carePage = (rq: Rq, partners: readonly Partner[], phone: string): PageContent => {
  const t = rq.texts(publicTexts);
  return {
    title: t('care.title'),
    current: REPORT,
    body: (
      <>
        <Emergency rq={rq} />
        <Heading level={1}>{t('care.title')}</Heading>
        <Lead>{t('care.lead')}</Lead>
        <Alert kind="info" title={t('care.kept')}>
          <Paragraph>{t('care.kept.why')}</Paragraph>
        </Alert>
        {partners.length === 0 ? (
          <Paragraph>{t('care.none')}</Paragraph>
        ) : (
          <Partners rq={rq} partners={partners} />
        )}
        <Heading level={2}>{t('care.unsure')}</Heading>
        <Paragraph>
          {t('care.unsure.text')} {phone ? <PhoneLink phone={phone} /> : null}
        </Paragraph>
        <Paragraph>
          {t('care.place')} <Link href={REPORT}>{t('care.place.link')}</Link>
        </Paragraph>
      </>
    ),
  };
};

const Partners = ({ rq, partners }: { rq: Rq; partners: readonly Partner[] }) => (
  <CardList
    items={partners.map(({ id, name, phone, explanation }) => ({
      key: id,
      card: (
        <Card title={name} titleLevel={2}>
          <Paragraph>
            <span lang={rq.tenant.languages[0]}>{explanation}</span>
          </Paragraph>
          <Paragraph>
            <PhoneLink phone={phone} />
          </Paragraph>
        </Card>
      ),
    }))}
  />
);
