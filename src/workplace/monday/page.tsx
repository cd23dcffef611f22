import { Heading, Lead, LinkButton, Paragraph, Section, Tabs } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { Decisions, withoutYou } from '#signaal/index.ts';
import { Knots } from './knots.tsx';
import { Patterns } from './patterns.tsx';
import { Promised } from './promises.tsx';
import type { Monday } from './read.ts';
import { Late, MyRoom } from './room.tsx';
import { mondayTexts } from './texts.ts';

/** The home of a wijkregisseur. */
export const MONDAY = '/maandag';

const Areas = ({ rq, monday }: { rq: Rq; monday: Monday }) => {
  const t = rq.texts(mondayTexts);
  if (monday.areas.length < 2) return null;
  return (
    <Tabs
      label={t('areas')}
      items={[
        { href: MONDAY, label: t('areas.all'), current: monday.area === null },
        ...monday.areas.map(({ id, name }) => ({
          href: `${MONDAY}?gebied=${id}`,
          label: name,
          current: monday.area?.id === id,
        })),
      ]}
    />
  );
};

const counted = (rq: Rq, noun: 'patterns' | 'knots', count: number): string =>
  rq.texts(mondayTexts)(count === 1 ? `today.${noun}.one` : `today.${noun}`, { count });

/** "Mijn maandag": what only the wijkregisseur can do, in the order of the morning (screens.md). */
export const mondayPage = (rq: Rq, monday: Monday): PageContent => {
  const t = rq.texts(mondayTexts);
  const back = monday.area === null ? MONDAY : `${MONDAY}?gebied=${monday.area.id}`;
  const decide = monday.more ? `${monday.rows.length}+` : String(monday.rows.length);
  return {
    title: t('title'),
    width: 'staff',
    current: MONDAY,
    body: (
      <div className="wr-dense wr-flow">
        <Heading level={1}>{t('title')}</Heading>
        <Lead>
          {t('today', {
            decide,
            patterns: counted(rq, 'patterns', monday.patterns.length),
            knots: counted(rq, 'knots', monday.knots.length),
            without: t(monday.side.without === 1 ? 'today.without.one' : 'today.without', {
              count: withoutYou(monday.side),
            }),
          })}
        </Lead>
        <LinkButton href="/noteer">{t('note')}</LinkButton>
        <Areas rq={rq} monday={monday} />
        <Section id="beslissen" title={t('decide')}>
          <Decisions rq={rq} rows={monday.rows} side={monday.side} back={back} />
          {monday.more ? <Paragraph muted>{t('decide.more')}</Paragraph> : null}
        </Section>
        <Patterns rq={rq} monday={monday} />
        <Promised rq={rq} monday={monday} back={back} />
        <Knots rq={rq} monday={monday} />
        <MyRoom rq={rq} monday={monday} />
        <Late rq={rq} monday={monday} />
      </div>
    ),
  };
};
