import {
  EmptyState,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  MapAreas,
  Paragraph,
  Section,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { areaHref, type PublicArea, WIJKEN } from './areas.ts';
import { wijkTexts } from './texts.ts';

/** All wijken and areas of focuspunten, as a list and on a map. */
export const wijkenPage = (rq: Rq, areas: readonly PublicArea[]): PageContent => {
  const t = rq.texts(wijkTexts);
  const title = t('list.title');
  return {
    title,
    current: WIJKEN,
    scripts: ['wr-map-areas'],
    body: (
      <>
        <Heading level={1}>{title}</Heading>
        {areas.length === 0 ? (
          <EmptyState
            title={t('list.none')}
            action={<LinkButton href="/melden">{t('list.report')}</LinkButton>}
          >
            {t('list.none.next')}
          </EmptyState>
        ) : (
          <Choices rq={rq} areas={areas} />
        )}
      </>
    ),
  };
};

const Choices = ({ rq, areas }: { rq: Rq; areas: readonly PublicArea[] }) => {
  const t = rq.texts(wijkTexts);
  return (
    <>
      <Lead>{t('list.lead')}</Lead>
      <Areas rq={rq} kind="wijk" areas={areas} />
      <MapAreas lang={rq.lang} name={rq.tenant.name} src={`${WIJKEN}/kaart.json`} tiles={rq.tenant.tiles} />
      <Areas rq={rq} kind="focus_area" areas={areas} />
      <Paragraph>
        <Link href="/focuspunten">{t('list.focuspunten')}</Link>
      </Paragraph>
    </>
  );
};

const Areas = ({ rq, kind, areas }: { rq: Rq; kind: PublicArea['kind']; areas: readonly PublicArea[] }) => {
  const shown = areas.filter((area) => area.kind === kind);
  if (shown.length === 0) return null;
  const t = rq.texts(wijkTexts);
  return (
    <Section id={kind} title={t(kind === 'wijk' ? 'list.wijken' : 'list.focus_areas')}>
      <List
        items={shown.map((area) => ({
          key: area.id,
          content: <Link href={areaHref(area)}>{area.name}</Link>,
        }))}
      />
    </Section>
  );
};
