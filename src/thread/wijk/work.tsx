import { formatDate } from '#platform/calendar/index.ts';
import {
  Card,
  CardList,
  Link,
  Own,
  Paragraph,
  Section,
  StatusBadge,
} from '#platform/web/components/index.ts';
import type { PageOf } from '../links.ts';
import { threadHref } from '../links.ts';
import { threadTexts } from '../texts.ts';
import type { WijkProps } from './page.tsx';
import { wijkTexts } from './texts.ts';

const FOCUSPUNT = '/focuspunten/:id';

/** The public page of a focuspunt; until the house has one, its thread. */
export const focuspuntHref = (pageOf: PageOf, id: string): string =>
  pageOf(FOCUSPUNT) ? FOCUSPUNT.replace(':id', id) : threadHref({ kind: 'focuspunt', id });

/** The focuspunten of the area with their public state. */
export const Focuspunten = ({ rq, view, pageOf }: WijkProps) => {
  const t = rq.texts(wijkTexts);
  const words = rq.texts(threadTexts);
  const { focuspunten } = view.works;
  return (
    <Section id="focuspunten" title={t('focuspunten.title')}>
      {focuspunten.length === 0 ? <Paragraph>{t('focuspunten.none')}</Paragraph> : null}
      <CardList
        items={focuspunten.map((one) => ({
          key: one.id,
          card: (
            <Card
              title={<Own>{one.title}</Own>}
              href={focuspuntHref(pageOf, one.id)}
              eyebrow={
                <>
                  <StatusBadge tone="active">{words.dynamic(`state.focuspunt.${one.state}`)}</StatusBadge>{' '}
                  {one.invented ? (
                    <StatusBadge tone="neutral">{t('focuspunten.invented')}</StatusBadge>
                  ) : null}
                </>
              }
            >
              {one.summary === '' ? null : (
                <Paragraph>
                  <Own>{one.summary}</Own>
                </Paragraph>
              )}
              {one.trekker ? (
                <Paragraph small>{t('focuspunten.trekker', { function: one.trekker })}</Paragraph>
              ) : null}
            </Card>
          ),
        }))}
      />
    </Section>
  );
};

/** The knelpunten of the area in their own human sentence. */
export const Knelpunten = ({ rq, view }: WijkProps) => {
  const t = rq.texts(wijkTexts);
  const words = rq.texts(threadTexts);
  const { knelpunten } = view.works;
  return (
    <Section id="knelpunten" title={t('knelpunten.title')}>
      {knelpunten.length === 0 ? <Paragraph>{t('knelpunten.none')}</Paragraph> : null}
      <CardList
        items={knelpunten.map((one) => ({
          key: one.id,
          card: (
            <Card
              title={<Own>{one.title}</Own>}
              href={threadHref({ kind: 'knelpunt', id: one.id })}
              eyebrow={
                <>
                  <StatusBadge tone="neutral">{words.dynamic(`state.knelpunt.${one.state}`)}</StatusBadge>{' '}
                  {t('since', { day: formatDate(one.stateSince, rq.lang) })}
                </>
              }
            >
              <Paragraph>
                <Own>{one.sentence}</Own>
              </Paragraph>
              {one.reason === null ? null : (
                <Paragraph>
                  <Own>{one.reason}</Own>
                </Paragraph>
              )}
            </Card>
          ),
        }))}
      />
    </Section>
  );
};

/** What is picked up and what not: a public text of the municipality, with the day since which it holds (0.2 D21). */
export const Guidelines = ({ rq, view }: WijkProps) => {
  const t = rq.texts(wijkTexts);
  const [since, ...earlier] = view.works.guidelineDays.map((day) => formatDate(day, rq.lang));
  return (
    <Section id="richtlijn" title={t('guidelines.title')}>
      <Paragraph>{t('guidelines.text')}</Paragraph>
      <Paragraph small>
        {since === undefined ? t('guidelines.version.house') : t('guidelines.version', { day: since })}{' '}
        {earlier.length > 0 ? t('guidelines.before', { days: earlier.join('; ') }) : null}
      </Paragraph>
      <Paragraph>
        <Link href="/focuspunten">{t('list.focuspunten')}</Link>
      </Paragraph>
    </Section>
  );
};
