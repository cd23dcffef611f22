import { formatDate } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import {
  Button,
  ButtonRow,
  Card,
  CardList,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  Paragraph,
  Steps,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { Offer } from '../../neighbours/offer.ts';
import { publicWordOf } from '../../rules/signaal-states.ts';
import { signaalTexts } from '../../texts.ts';
import { errorsInWords, isWrong } from '../parts/form-words.ts';
import { publicTexts } from '../texts.ts';
import { NEIGHBOURS, ofDraft, PLACE, REPORT } from './paths.ts';

/** What the page shows: what others told near here, each with one button. */
export interface NeighboursPage {
  readonly draftId: string;
  readonly offers: readonly Offer[];
  readonly errors: FieldErrors;
}

/** The name by which a resident knows the subject of a report. */
export const subjectOf = (rq: Rq, row: Pick<Offer, 'category' | 'categoryEn'>): string =>
  (rq.lang === 'en' ? row.categoryEn : null) ?? row.category ?? rq.texts(publicTexts)('ook.subject.none');

/** "Dit melden ook 6 anderen, sluit u aan?" */
export const neighboursPage = (rq: Rq, { draftId, offers, errors }: NeighboursPage): PageContent => {
  const t = rq.texts(publicTexts);
  return {
    title: t('ook.title'),
    status: isWrong(errors) ? 422 : 200,
    hasErrors: isWrong(errors),
    current: REPORT,
    body: (
      <>
        <Paragraph small>
          <Link href={ofDraft(PLACE, draftId)}>{t('back')}</Link>
        </Paragraph>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, errors).map(({ message }) => ({ message }))} />
        <Steps label={t('step', { step: 2 })} current={2} total={3} />
        <Heading level={1}>{t('ook.title')}</Heading>
        <Lead>{t('ook.lead')}</Lead>
        <Form action={ofDraft(NEIGHBOURS, draftId)} csrf={rq.csrf || undefined}>
          <CardList
            label={t('ook.list')}
            items={offers.map((offer) => ({ key: offer.id, card: <OfferCard rq={rq} offer={offer} /> }))}
          />
          <ButtonRow>
            <Button name="aansluiten" value="" look="secondary">
              {t('ook.none')}
            </Button>
          </ButtonRow>
        </Form>
      </>
    ),
  };
};

const OfferCard = ({ rq, offer }: { rq: Rq; offer: Offer }) => {
  const t = rq.texts(publicTexts);
  const title = [subjectOf(rq, offer), offer.street].filter(Boolean).join(', ');
  return (
    <Card
      title={title}
      titleLevel={2}
      actions={
        <Button name="aansluiten" value={offer.id}>
          {t('ook.join')}
          <span className="wr-visually-hidden">: {title}</span>
        </Button>
      }
    >
      <Paragraph>
        {offer.voices === 1
          ? t('ook.voice', { date: formatDate(offer.since, rq.lang) })
          : t('ook.voices', { count: offer.voices, date: formatDate(offer.since, rq.lang) })}
      </Paragraph>
      <Paragraph>{standing(rq, offer)}</Paragraph>
    </Card>
  );
};

/** How it stands, in the resident's word, with its day. */
const standing = (rq: Rq, offer: Offer): string => {
  const t = rq.texts(publicTexts);
  if (offer.plannedOn) return t('ook.planned', { date: formatDate(offer.plannedOn, rq.lang) });
  const word = rq.texts(signaalTexts)(`word.${publicWordOf(offer.state)}`);
  const since = t('ook.state', { word, date: formatDate(offer.stateSince, rq.lang) });
  return offer.hearBy ? `${since} ${t('joined.hear', { date: formatDate(offer.hearBy, rq.lang) })}` : since;
};
