import { FigureTable, figuresOfArea } from '#gemeente/index.ts';
import {
  Columns,
  Heading,
  Lead,
  Link,
  List,
  MapAreas,
  Paragraph,
  Section,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { FollowByMail } from '../follow/index.ts';
import type { PageOf } from '../links.ts';
import { areaName } from './area-name.ts';
import { areaHref, type PublicArea, WIJKEN } from './areas.ts';
import { Done, Heard } from './numbers.tsx';
import { Dates, People, Stories } from './parts.tsx';
import type { WijkView } from './read.ts';
import { published, STEP } from './small-numbers.ts';
import { wijkTexts } from './texts.ts';
import { Focuspunten, Guidelines, Knelpunten } from './work.tsx';

/** What each part of the page is given. */
export interface WijkProps {
  readonly rq: Rq;
  readonly view: WijkView;
  readonly pageOf: PageOf;
}

/** The news of an area. */
export const feedHref = (area: PublicArea): string => `${areaHref(area)}/rss.xml`;

/** The public page of an area: what is heard, what is done, who works here, and when something happens. */
export const wijkPage = (rq: Rq, view: WijkView, pageOf: PageOf): PageContent => {
  const t = rq.texts(wijkTexts);
  const { area } = view;
  const props = { rq, view, pageOf };
  const title = areaName(rq, area);
  return {
    title,
    width: 'staff',
    current: WIJKEN,
    scripts: ['wr-map-areas'],
    feeds: [{ href: feedHref(area), title: t('feed.title', { name: area.name }) }],
    body: (
      <>
        <Heading level={1}>{title}</Heading>
        <Lead>{t('page.lead')}</Lead>
        <Columns asideLabel={t('dates.title')} aside={<Aside {...props} />}>
          <Heard {...props} />
          <Where {...props} />
          <Done {...props} />
          <Focuspunten {...props} />
          <Knelpunten {...props} />
          <Stories {...props} />
          <Guidelines {...props} />
          <KeyFigures {...props} />
        </Columns>
      </>
    ),
  };
};

const Aside = (props: WijkProps) => {
  const { rq, view } = props;
  const t = rq.texts(wijkTexts);
  return (
    <>
      <Dates {...props} />
      <People {...props} />
      <FollowByMail rq={rq} kind="area" id={view.area.id} />
      <Section id="volgen" title={t('follow.title')}>
        <Paragraph>
          <Link href={feedHref(view.area)}>{t('follow.rss', { name: view.area.name })}</Link>
        </Paragraph>
        <Paragraph small>{t('follow.help')}</Paragraph>
        <Paragraph>
          <Link href={WIJKEN}>{t('page.all')}</Link>
        </Paragraph>
      </Section>
    </>
  );
};

/** One buurt in a sentence: what the map shows, the list says. */
export const buurtInWords = (rq: Rq, { name, n }: { name: string; n: number }): string => {
  const count = published(n);
  const t = rq.texts(wijkTexts);
  return count === null ? t('map.few', { name, least: STEP }) : t('map.count', { name, count });
};

/** What the statistics office counts of the area; left out while nothing was read in. */
const KeyFigures = ({ rq, view: { area, works } }: WijkProps) => {
  const figures = figuresOfArea(works.keyFigures, area.buurtIds.length);
  if (figures.length === 0) return null;
  return (
    <Section id="cijfers" title={rq.texts(wijkTexts)('figures.title')}>
      <FigureTable rq={rq} name={area.name} figures={figures} />
    </Section>
  );
};

const Where = ({ rq, view }: WijkProps) => {
  const t = rq.texts(wijkTexts);
  return (
    <Section id="waar" title={t('map.title')}>
      <MapAreas
        lang={rq.lang}
        name={view.area.name}
        src={`${areaHref(view.area)}/kaart.json`}
        tiles={rq.tenant.tiles}
      />
      <List items={view.buurten.map((buurt) => ({ key: buurt.id, content: buurtInWords(rq, buurt) }))} />
      <Paragraph small>{t('map.note')}</Paragraph>
    </Section>
  );
};
