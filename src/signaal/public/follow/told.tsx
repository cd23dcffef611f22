import { formatDate, formatDateTime } from '#platform/calendar/index.ts';
import {
  Card,
  CardList,
  Paragraph,
  Quote,
  Section,
  SummaryList,
  type SummaryRow,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { signaalTexts } from '../../texts.ts';
import { holderInWords } from '../parts/holder.ts';
import { pointInWords } from '../report/summary.tsx';
import { publicTexts } from '../texts.ts';
import { photoPath } from './paths.ts';
import type { Followed, Said } from './read.ts';
import { isEnded } from './standing.ts';

/** What the reporter told: words, place, photos. */
export const Told = ({ rq, code, signaal }: { rq: Rq; code: string; signaal: Followed }) => {
  const t = rq.texts(publicTexts);
  const subject = rq.lang === 'en' ? (signaal.subjectEn ?? signaal.subject) : signaal.subject;
  const rows: SummaryRow[] = [
    { key: 'place', term: t('summary.place'), value: placeInWords(rq, signaal) },
    ...(subject ? [{ key: 'subject', term: t('told.subject'), value: subject }] : []),
    {
      key: 'holder',
      term: t(isEnded(signaal.state) ? 'told.holder.ended' : 'told.holder'),
      value: holderInWords(rq, signaal),
    },
  ];
  return (
    <Section id="verteld" title={t('told.title')}>
      {signaal.text === '' ? <Paragraph muted>{t('told.joined')}</Paragraph> : null}
      {signaal.text === '' ? null : signaal.text === null || signaal.textWipedAt ? (
        <Paragraph muted>{t('told.wiped', { date: wipedDay(rq, signaal.textWipedAt) })}</Paragraph>
      ) : (
        <Quote by={t('told.by', { moment: formatDateTime(signaal.receivedAt, rq.lang) })}>
          {signaal.text}
        </Quote>
      )}
      <Photos rq={rq} code={code} photos={signaal.photos} />
      <SummaryList rows={rows} />
    </Section>
  );
};

const wipedDay = (rq: Rq, at: Date | null): string =>
  at ? formatDate(at, rq.lang) : rq.texts(publicTexts)('told.wiped.unknown');

const Photos = ({ rq, code, photos }: { rq: Rq; code: string; photos: readonly string[] }) => {
  if (photos.length === 0) return null;
  const t = rq.texts(publicTexts);
  return (
    <ul className="wr-photos" aria-label={t('photos.label')}>
      {photos.map((id, index) => (
        <li key={id}>
          <a href={photoPath(code, id)}>
            <img
              src={`${photoPath(code, id)}?klein=1`}
              alt={t('photos.alt', { number: index + 1 })}
              loading="lazy"
            />
          </a>
        </li>
      ))}
    </ul>
  );
};

const placeInWords = (rq: Rq, signaal: Followed): string => {
  const t = rq.texts(publicTexts);
  const { placeKind, buurtName, street, placeNote, lat, lon } = signaal;
  const shared = rq.texts(signaalTexts);
  const parts = [
    placeKind === 'buurt' && buurtName ? t('place.words.whole', { buurt: buurtName }) : '',
    street ?? '',
    placeNote ?? '',
    placeKind !== 'buurt' && buurtName ? t('place.words.buurt', { buurt: buurtName }) : '',
    lat !== null && lon !== null ? t('place.words.point', { point: pointInWords(rq, lat, lon) }) : '',
    placeKind === 'outside' ? shared('place.outside') : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('\n') : shared('place.unknown');
};

/** Every word between the municipality and the reporter, in order, with its day. */
export const Conversation = ({
  rq,
  said,
  department,
}: {
  rq: Rq;
  said: readonly Said[];
  department: string;
}) => {
  const t = rq.texts(publicTexts);
  return (
    <Section id="berichten" title={t('said.title')}>
      {said.length === 0 ? (
        <Paragraph>{t('said.none')}</Paragraph>
      ) : (
        <CardList
          items={said.map((one) => ({
            key: one.id,
            card: <Word rq={rq} said={one} department={department} />,
          }))}
        />
      )}
    </Section>
  );
};

/** A reaction without words is kept as a dash. */
const NO_WORDS = '-';

const Word = ({ rq, said, department }: { rq: Rq; said: Said; department: string }) => {
  const t = rq.texts(publicTexts);
  const who =
    said.direction === 'to_reporter' && said.kind !== 'withdrawal'
      ? t('said.by.us', { department })
      : t('said.by.you');
  return (
    <Card eyebrow={`${formatDateTime(said.at, rq.lang)} · ${who}`} title={t(`said.kind.${kindOf(said)}`)}>
      {said.wipedAt ? (
        <Paragraph muted>{t('told.wiped', { date: formatDate(said.wipedAt, rq.lang) })}</Paragraph>
      ) : null}
      {said.wipedAt === null && said.text !== NO_WORDS ? <Quote>{said.text}</Quote> : null}
    </Card>
  );
};

const kindOf = ({ kind, verdict }: Said) => {
  if (kind === 'verdict') return verdict === 'solved' ? 'solved' : 'objection';
  return kind === 'note' ? 'status' : kind;
};
