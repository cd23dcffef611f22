import { formatDate } from '#platform/calendar/index.ts';
import { SummaryList, type SummaryRow } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Chosen } from '../../neighbours/offer.ts';
import type { DraftContent, DraftPlace } from '../draft/content.ts';
import { publicTexts } from '../texts.ts';
import { subjectOf } from './neighbours-page.tsx';
import { draftPhoto, NEIGHBOURS, ofDraft, PLACE, REPORT } from './paths.ts';

/** What will be sent, as the third page shows it. */
export interface Summary {
  readonly draftId: string;
  readonly content: DraftContent;
  readonly photos: readonly string[];
  readonly buurtName: string | null;
  /** What it joins, as long as that is open. */
  readonly joins: Chosen | null;
}

/** The answers of the first two pages, each with the way to change it. */
export const SummaryOfReport = ({ rq, summary }: { rq: Rq; summary: Summary }) => {
  const t = rq.texts(publicTexts);
  const { draftId, content, photos } = summary;
  const change = (path: string, about: string) => ({
    href: ofDraft(path, draftId),
    label: t('change'),
    about,
  });
  const rows: SummaryRow[] = [
    {
      key: 'text',
      term: content.kind === 'question' ? t('summary.question') : t('summary.text'),
      value: content.text,
      change: change(REPORT, t('summary.text.about')),
    },
    {
      key: 'photos',
      term: t('photos.label'),
      value: photos.length === 0 ? t('summary.photos.none') : <Thumbnails rq={rq} summary={summary} />,
      change: change(REPORT, t('summary.photos.about')),
    },
    {
      key: 'place',
      term: t('summary.place'),
      value: placeInWords(rq, content.place, summary.buurtName),
      change: change(PLACE, t('summary.place.about')),
    },
    ...(summary.joins
      ? [
          {
            key: 'joins',
            term: t('summary.joins'),
            value: t('summary.joins.value', {
              subject: subjectOf(rq, summary.joins),
              date: formatDate(summary.joins.since, rq.lang),
            }),
            change: change(NEIGHBOURS, t('summary.joins.about')),
          },
        ]
      : []),
  ];
  return <SummaryList rows={rows} />;
};

const Thumbnails = ({ rq, summary: { draftId, photos } }: { rq: Rq; summary: Summary }) => (
  <ul className="wr-photos">
    {photos.map((id, index) => (
      <li key={id}>
        <img src={draftPhoto(draftId, id)} alt={rq.texts(publicTexts)('photos.alt', { number: index + 1 })} />
      </li>
    ))}
  </ul>
);

const placeInWords = (rq: Rq, place: DraftPlace | null, buurtName: string | null): string => {
  if (!place) return '';
  const t = rq.texts(publicTexts);
  const { street, note, wholeBuurt, lat, lon } = place;
  const parts = [
    wholeBuurt && buurtName ? t('place.words.whole', { buurt: buurtName }) : '',
    street,
    note,
    !wholeBuurt && buurtName ? t('place.words.buurt', { buurt: buurtName }) : '',
    !wholeBuurt && lat !== null && lon !== null
      ? t('place.words.point', { point: pointInWords(rq, lat, lon) })
      : '',
  ];
  return parts.filter(Boolean).join('\n');
};

const FIVE = { minimumFractionDigits: 5, maximumFractionDigits: 5 };
const DEGREES = { nl: new Intl.NumberFormat('nl-NL', FIVE), en: new Intl.NumberFormat('en-GB', FIVE) };

/** Degrees with five decimals, about a metre, as the language writes them. */
export const pointInWords = ({ lang }: Pick<Rq, 'lang'>, lat: number, lon: number): string =>
  `${DEGREES[lang].format(lat)}; ${DEGREES[lang].format(lon)}`;
