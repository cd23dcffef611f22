import { formatDate, formatShortDate } from '#platform/calendar/index.ts';
import {
  Alert,
  Button,
  Card,
  CardList,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  OwnIn,
  Paragraph,
  StatusBadge,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { knelpuntTexts } from '../knelpunt/texts.ts';
import { type MapOutline, PatternMap } from './map.tsx';
import type { OpenPattern } from './read.ts';
import { patternTexts } from './texts.ts';

/** The list of patterns. */
export const PATTERNS = '/patronen';

/** A form that came back. */
export interface FailedDismissal {
  readonly suggestionId: string;
  readonly reason: string;
  readonly code: string;
  readonly status: 409 | 422;
}

/** What the page shows. */
export interface PatternPage {
  readonly patterns: readonly OpenPattern[];
  readonly outlines: ReadonlyMap<string, MapOutline>;
  readonly more: boolean;
  readonly days: number;
  readonly metres: number;
  readonly failed: FailedDismissal | null;
  readonly dismissed: boolean;
}

/** The name of a pattern's theme in the language of the screen. */
const themeOf = (rq: Rq, { theme, themeEn }: OpenPattern): string =>
  rq.lang === 'en' ? (themeEn ?? theme) : theme;

/** Where it is, in words. */
export const patternTitle = (rq: Rq, pattern: OpenPattern): string => {
  const t = rq.texts(patternTexts);
  const theme = themeOf(rq, pattern);
  if (pattern.facts.street) return t('page.where', { theme, street: pattern.facts.street });
  if (pattern.buurt) return t('page.where_buurt', { theme, buurt: pattern.buurt });
  return t('page.where_unknown', { theme });
};

/** Why the system suggests it, in a sentence. */
export const patternReason = (rq: Rq, pattern: OpenPattern): string => {
  const t = rq.texts(patternTexts);
  const { facts } = pattern;
  const channels = Object.entries(facts.channels).map(
    ([channel, count]) => `${t.dynamic(`channel.${channel}`)} (${count})`,
  );
  const last = channels.length > 1 ? ` ${t('list.and')} ${channels.pop()}` : '';
  const why = t('page.why', {
    count: facts.signalen,
    theme: themeOf(rq, pattern),
    first: formatDate(facts.first, rq.lang),
    last: formatDate(facts.last, rq.lang),
    channels: `${channels.join(', ')}${last}`,
  });
  return facts.reopened > 0 ? `${why} ${t('page.why_reopened', { reopened: facts.reopened })}` : why;
};

const DismissForm = ({ rq, page, id }: { rq: Rq; page: PatternPage; id: string }) => {
  const t = rq.texts(patternTexts);
  const failed = page.failed?.suggestionId === id ? page.failed : null;
  return (
    <Details summary={t('dismiss.summary')} open={failed !== null}>
      <Form action={`${PATTERNS}/${id}/wegleggen`} csrf={rq.csrf}>
        <TextField
          name="reden"
          id={`reden-${id}`}
          label={t('dismiss.reason')}
          description={t('dismiss.hint')}
          value={failed?.reason ?? ''}
          {...(failed ? { error: rq.texts(knelpuntTexts).dynamic(`error.${failed.code}`) } : {})}
        />
        <Button look="secondary">{t('dismiss.send')}</Button>
      </Form>
    </Details>
  );
};

/** The map's twin: the signalen as a list. */
const Signalen = ({ rq, pattern }: { rq: Rq; pattern: OpenPattern }) => {
  const t = rq.texts(patternTexts);
  return (
    <Details summary={t('page.signalen', { count: pattern.signalen.length })}>
      <List
        items={pattern.signalen.map((row) => ({
          key: row.id,
          content: (
            <Link href={`/signalen/${row.id}`}>
              <OwnIn
                text={t('page.signaal', {
                  number: row.number,
                  day: formatShortDate(new Date(row.at), rq.lang),
                  street: row.street ?? t('page.street_unknown'),
                  text: row.text ?? t('page.signaal_wiped'),
                })}
                own={[row.text]}
              />
            </Link>
          ),
        }))}
      />
    </Details>
  );
};

const PatternCard = ({ rq, page, pattern }: { rq: Rq; page: PatternPage; pattern: OpenPattern }) => {
  const t = rq.texts(patternTexts);
  const points = pattern.signalen.flatMap(({ lat, lon }) =>
    lat === null || lon === null ? [] : [{ lat, lon }],
  );
  const outline = page.outlines.get(pattern.buurtId ?? '');
  return (
    <Card
      title={patternTitle(rq, pattern)}
      titleLevel={2}
      eyebrow={
        <>
          {pattern.facts.urgent ? <StatusBadge tone="warning">{t('page.urgent')}</StatusBadge> : null}
          {pattern.buurt}
        </>
      }
    >
      <Paragraph>{patternReason(rq, pattern)}</Paragraph>
      {points.length === 0 ? (
        <Paragraph muted>{t('page.no_map')}</Paragraph>
      ) : (
        <PatternMap
          label={t('page.map', { count: points.length })}
          points={points}
          outlines={outline ? [outline] : []}
        />
      )}
      <p className="utrecht-paragraph">
        <LinkButton href={`/knelpunten/nieuw?patroon=${pattern.id}`}>{t('page.make')}</LinkButton>
      </p>
      <Signalen rq={rq} pattern={pattern} />
      <DismissForm rq={rq} page={page} id={pattern.id} />
    </Card>
  );
};

/** The patterns of one's area: each with its reasons, a small map with its list, and one click to a knelpunt. */
export const patternPage = (rq: Rq, page: PatternPage): PageContent => {
  const t = rq.texts(patternTexts);
  const { patterns, failed } = page;
  const words = failed ? rq.texts(knelpuntTexts).dynamic(`error.${failed.code}`) : '';
  return {
    title: t('page.title'),
    width: 'staff',
    current: PATTERNS,
    hasErrors: failed?.status === 422,
    status: failed?.status ?? 200,
    body: (
      <div className="wr-dense wr-flow">
        <ErrorSummary
          lang={rq.lang}
          errors={failed ? [{ fieldId: `reden-${failed.suggestionId}`, message: words }] : []}
        />
        {page.dismissed ? <Alert kind="ok" title={t('did.dismissed')} announce /> : null}
        <Heading level={1}>{t('page.title')}</Heading>
        <Lead>{t('page.lead')}</Lead>
        {patterns.length === 0 ? (
          <EmptyState
            title={t('page.empty')}
            action={
              <LinkButton href="/knelpunten/nieuw" look="secondary">
                {t('page.make_own')}
              </LinkButton>
            }
          >
            {t('page.empty.text')}
          </EmptyState>
        ) : (
          <CardList
            label={t('page.title')}
            items={patterns.map((pattern) => ({
              key: pattern.id,
              card: <PatternCard rq={rq} page={page} pattern={pattern} />,
            }))}
          />
        )}
        {page.more ? <Paragraph>{t('page.more')}</Paragraph> : null}
        <Paragraph muted small>
          {t('page.how_measured', { days: page.days, metres: page.metres })}
        </Paragraph>
      </div>
    ),
  };
};
