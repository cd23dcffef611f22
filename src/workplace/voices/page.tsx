import { formatDate } from '#platform/calendar/index.ts';
import {
  DefinitionNote,
  FilterBar,
  Heading,
  Lead,
  Link,
  Paragraph,
  Section,
  Select,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { signaalTexts } from '#signaal/index.ts';
import type { Shown } from '../incident/rules/small-numbers.ts';
import { type PeriodName, periods, type ReachView } from './read.ts';
import type { Split } from './reckon.ts';
import { voiceReachTexts } from './texts.ts';

/** Where one sees who is heard. */
export const VOICES = '/raad/stemmen';

interface Props {
  readonly rq: Rq;
  readonly view: ReachView;
}

const hrefOf = (areaId: string, period: PeriodName): string =>
  `${VOICES}?${new URLSearchParams({ gebied: areaId, periode: period })}`;

const Filter = ({ rq, view, period }: Props & { readonly period: PeriodName }) => {
  const t = rq.texts(voiceReachTexts);
  return (
    <FilterBar
      action={VOICES}
      label={t('filter')}
      submitLabel={t('show')}
      reset={{ href: VOICES, label: t('reset') }}
    >
      <Select
        name="gebied"
        label={t('area')}
        emptyLabel={t('area.all')}
        value={view.chosen?.wijk.id}
        options={view.wijken.map(({ wijk }) => ({ value: wijk.id, label: wijk.name }))}
      />
      <Select
        name="periode"
        label={t('period')}
        value={period}
        options={Object.keys(periods).map((value) => ({ value, label: t.dynamic(`period.${value}`) }))}
      />
    </FilterBar>
  );
};

const totalOf = ({ chosen, reach }: ReachView): Shown => (chosen ? chosen.count : reach.total);

const Sum = ({ rq, view }: Props) => {
  const t = rq.texts(voiceReachTexts);
  const { reach, chosen } = view;
  const about = {
    area: chosen?.wijk.name ?? t('area.all'),
    from: formatDate(view.from, rq.lang),
    until: formatDate(view.until, rq.lang),
  };
  const count = totalOf(view);
  return (
    <>
      <Paragraph>
        <strong>
          {count === null
            ? t('total.few', about)
            : count === 0
              ? t('total.none', about)
              : t('total', { ...about, count })}
        </strong>{' '}
        {chosen !== null || reach.joined === 0 || count === null || count === 0
          ? null
          : reach.joined === null
            ? t('joined.few')
            : t('joined', { count: reach.joined })}
      </Paragraph>
      {reach.patterns === 0 || chosen !== null ? null : (
        <Paragraph>
          {reach.patterns === 1 ? t('patterns.one') : t('patterns', { count: reach.patterns })}
        </Paragraph>
      )}
    </>
  );
};

const shareIn = (rq: Rq, count: Shown, total: Shown): string =>
  count === null || !total
    ? '–'
    : new Intl.NumberFormat(rq.lang, { style: 'percent', maximumFractionDigits: 0 }).format(count / total);

const SplitTable = ({ rq, view, by, rows }: Props & { by: 'who' | 'how'; rows: readonly Split[] }) => {
  const t = rq.texts(voiceReachTexts);
  if (rows.length === 0) return null;
  const shared = rq.texts(signaalTexts);
  const word = by === 'who' ? 'source' : 'channel';
  return (
    <Section id={by === 'who' ? 'wie' : 'hoe'} title={t(by)}>
      <Table
        lang={rq.lang}
        caption={t(by)}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            header: t(by),
            rowHeader: true,
            cell: ({ key }) => shared.dynamic(`${word}.${key}`),
          },
          { key: 'count', header: t('count'), numeric: true, cell: ({ count }) => count ?? t('hidden') },
          {
            key: 'share',
            header: t('share'),
            numeric: true,
            cell: ({ count }) => shareIn(rq, count, totalOf(view)),
          },
        ]}
      />
    </Section>
  );
};

const Wijken = ({ rq, view, period }: Props & { readonly period: PeriodName }) => {
  const t = rq.texts(voiceReachTexts);
  if (view.wijken.length === 0) return null;
  return (
    <Section id="waar" title={t('where')}>
      <Table
        lang={rq.lang}
        caption={t('where')}
        captionHidden
        rows={view.wijken}
        rowKey={({ wijk }) => wijk.id}
        columns={[
          {
            key: 'wijk',
            header: t('wijk'),
            rowHeader: true,
            cell: ({ wijk }) => <Link href={hrefOf(wijk.id, period)}>{wijk.name}</Link>,
          },
          { key: 'count', header: t('count'), numeric: true, cell: ({ count }) => count ?? t('hidden') },
        ]}
      />
    </Section>
  );
};

/** Who is heard and by which way, for the whole municipality or one area, with how it was counted (K11, D22). */
export const voicesPage = (rq: Rq, view: ReachView, period: PeriodName): PageContent => {
  const t = rq.texts(voiceReachTexts);
  const props = { rq, view };
  return {
    title: t('title'),
    width: 'staff',
    current: VOICES,
    body: (
      <>
        <Heading level={1}>{t('title')}</Heading>
        <Lead>{t('lead')}</Lead>
        <Filter {...props} period={period} />
        <Sum {...props} />
        <SplitTable {...props} by="who" rows={(view.chosen ?? view.reach).sources} />
        <SplitTable {...props} by="how" rows={(view.chosen ?? view.reach).channels} />
        <Wijken {...props} period={period} />
        <DefinitionNote term={t('counted')}>{t('counted.text', { least: view.least })}</DefinitionNote>
        <Paragraph small>{t('source', { date: formatDate(view.today, rq.lang) })}</Paragraph>
      </>
    ),
  };
};
