import { formatDate, formatShortDate, isoDate } from '#platform/calendar/index.ts';
import { DefinitionNote, HonestNumber, Paragraph, Section, Table } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { ThemeFigure } from './figures.ts';
import type { WijkProps } from './page.tsx';
import type { Period } from './read.ts';
import { atLeast, STEP } from './small-numbers.ts';
import { wijkTexts } from './texts.ts';

const periodInWords = (rq: Rq, { from, to }: Period, format = formatShortDate) => ({
  from: format(isoDate(from), rq.lang),
  to: format(isoDate(to), rq.lang),
});

const inWords = (rq: Rq, count: number | null): string => {
  const t = rq.texts(wijkTexts);
  return count === null ? t('number.few', { least: STEP }) : t('number.least', { count });
};

interface FigureProps {
  readonly rq: Rq;
  readonly label: string;
  readonly count: number | null;
  readonly sample: string;
  readonly definition: string;
  readonly period: Period;
}

const Figure = ({ rq, label, count, sample, definition, period }: FigureProps) => {
  const t = rq.texts(wijkTexts);
  return (
    <HonestNumber
      lang={rq.lang}
      label={label}
      measured={{
        value: inWords(rq, count),
        sample,
        source: t('number.source'),
        date: t('number.period', periodInWords(rq, period)),
        definition: { label: definition },
      }}
    />
  );
};

/** What is heard: how much, about what, how and by whom. */
export const Heard = ({ rq, view: { figures, period, buurten } }: WijkProps) => {
  const t = rq.texts(wijkTexts);
  return (
    <Section id="gehoord" title={t('heard.title')}>
      <Figure
        rq={rq}
        label={t('heard.total')}
        count={atLeast(
          figures.heard,
          buurten.map(({ n }) => n),
        )}
        sample={t('number.sample')}
        definition={t('heard.definition')}
        period={period}
      />
      {figures.themes.length === 0 ? (
        <Paragraph>{t('heard.none')}</Paragraph>
      ) : (
        <Table
          lang={rq.lang}
          caption={t('heard.caption', periodInWords(rq, period, formatDate))}
          rows={figures.themes}
          rowKey={({ id }) => id ?? 'none'}
          columns={[
            { key: 'theme', header: t('heard.theme'), cell: (theme) => themeName(rq, theme) },
            { key: 'count', header: t('heard.count'), cell: ({ total }) => inWords(rq, total) },
            {
              key: 'channels',
              header: t('heard.channels'),
              cell: ({ channels }) => splitInWords(rq, 'channel', channels),
            },
            {
              key: 'sources',
              header: t('heard.sources'),
              cell: ({ sources }) => splitInWords(rq, 'source', sources),
            },
          ]}
        />
      )}
      <DefinitionNote term={t('rule.term')}>{t('rule.text', { least: STEP })}</DefinitionNote>
    </Section>
  );
};

const themeName = (rq: Rq, { name, nameEn }: ThemeFigure): string =>
  (rq.lang === 'en' ? nameEn : null) ?? name ?? rq.texts(wijkTexts)('heard.no_theme');

/** The parts of a split that are shown, the most first; for the rest one sentence, so that no small number stands alone. */
const splitInWords = (
  rq: Rq,
  kind: 'channel' | 'source',
  split: ReadonlyMap<string, number | null> | null,
): string => {
  const t = rq.texts(wijkTexts);
  const shown = [...(split ?? [])].flatMap(([key, count]) => (count === null ? [] : [{ key, count }]));
  if (shown.length === 0) return t('heard.not_split');
  const parts = shown
    .sort((a, b) => b.count - a.count)
    .map(({ key, count }) => {
      const word = kind === 'channel' ? t.dynamic(`channel.${key}`) : t.dynamic(`source.${key}`);
      return `${word} ${count}`;
    });
  return [...parts, t('heard.rest', { least: STEP })].join(', ');
};

/** What was done with it, by the reporters' own word, and how much of it beside the focuspunten. */
export const Done = ({ rq, view: { figures, period } }: WijkProps) => {
  const t = rq.texts(wijkTexts);
  const ofEnded = t('number.ended_sample', { count: inWords(rq, figures.ended) });
  return (
    <Section id="gedaan" title={t('done.title')}>
      <div className="wr-cards wr-cards--grid">
        <Figure
          rq={rq}
          label={t('done.ended')}
          count={figures.ended}
          sample={t('number.sample')}
          definition={t('done.ended.definition')}
          period={period}
        />
        <Figure
          rq={rq}
          label={t('done.thanked')}
          count={figures.thanked}
          sample={ofEnded}
          definition={t('done.thanked.definition')}
          period={period}
        />
        <Figure
          rq={rq}
          label={t('done.tailored')}
          count={figures.tailored}
          sample={ofEnded}
          definition={t('done.tailored.definition')}
          period={period}
        />
      </div>
    </Section>
  );
};
