import { Details, Paragraph, Table } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { importTexts } from '../imports/texts.ts';
import type { AreaFigure } from './area-figures.ts';
import { figureName, figureSample, figureSources, figureValue } from './figure-words.ts';

interface Props {
  readonly rq: Rq;
  readonly name: string;
  readonly figures: readonly AreaFigure[];
}

/** What most people look for; the rest is one click away. */
const SHOWN_FIRST = 5;

/** The key figures of one area: each with of whom it is; below them whose they are and of when. */
export const FigureTable = ({ rq, name, figures }: Props) => {
  const t = rq.texts(importTexts);
  if (figures.length === 0) return <Paragraph>{t('table.none')}</Paragraph>;
  const rest = figures.slice(SHOWN_FIRST);
  return (
    <>
      <Rows rq={rq} name={name} figures={figures.slice(0, SHOWN_FIRST)} />
      {rest.length === 0 ? null : (
        <Details summary={t('table.more', { count: rest.length })}>
          <Rows rq={rq} name={name} figures={rest} />
        </Details>
      )}
      {figureSources(t, figures).map((sentence) => (
        <Paragraph key={sentence} small muted>
          {sentence}
        </Paragraph>
      ))}
    </>
  );
};

const Rows = ({ rq, name, figures }: Props) => {
  const t = rq.texts(importTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('table.caption', { name })}
      captionHidden
      rows={figures}
      rowKey={({ figure }) => figure}
      columns={[
        { key: 'figure', header: t('table.figure'), cell: (row) => figureName(t, row) },
        { key: 'value', header: t('table.value'), numeric: true, cell: (row) => figureValue(t, row) },
        { key: 'sample', header: t('table.sample'), cell: (row) => figureSample(t, row) },
      ]}
    />
  );
};
