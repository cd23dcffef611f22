import {
  formatDateTime,
  formatShortDate,
  isPlainDate,
  parseTerm,
  termInWords,
} from '#platform/calendar/index.ts';
import { List, Paragraph, Section, Table } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { ChangeRow } from '../read.ts';
import { catalogueTexts } from '../texts.ts';

/** Names by id, for values in the history that point at something. */
export type Names = ReadonlyMap<string, string>;

interface ChangesProps {
  rq: Rq;
  changes: readonly ChangeRow[];
  names: Names;
}

/** Who changed what, newest first. */
export const Changes = ({ rq, changes, names }: ChangesProps) => {
  const t = rq.texts(catalogueTexts);
  return (
    <Section id="changes" title={t('changes.title')}>
      {changes.length === 0 ? (
        <Paragraph>{t('changes.none')}</Paragraph>
      ) : (
        <Table
          lang={rq.lang}
          caption={t('changes.title')}
          captionHidden
          rows={changes}
          rowKey={({ id }) => id}
          columns={[
            { key: 'at', header: t('changes.when'), cell: ({ at }) => formatDateTime(at, rq.lang) },
            {
              key: 'who',
              header: t('changes.who'),
              cell: ({ actorName, actorKind }) => actorName ?? t.dynamic(`actor.${actorKind}`),
            },
            { key: 'what', header: t('changes.what'), cell: (change) => what(rq, change, names) },
          ]}
        />
      )}
    </Section>
  );
};

const what = (rq: Rq, { noun, action, before, after }: ChangeRow, names: Names) => {
  const t = rq.texts(catalogueTexts);
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const word = (value: unknown): string => inWords(rq, value, names);
  const items = columns.flatMap((column) => {
    const given = after && column in after;
    const empty = !before && word(after?.[column]) === '–';
    if (empty) return [];
    const name = t.dynamic(`column.${column}`);
    const changed = before && given && column in before;
    const content = changed
      ? t('changes.line', { column: name, before: word(before[column]), after: word(after[column]) })
      : t('changes.new', { column: name, after: word(given ? after[column] : before?.[column]) });
    return [{ key: column, content }];
  });
  return (
    <>
      {t.dynamic(`change.${noun}.${action}`)}
      <List items={items} />
    </>
  );
};

const inWords = (rq: Rq, value: unknown, names: Names): string => {
  const t = rq.texts(catalogueTexts);
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? t('word.yes') : t('word.no');
  const text = String(value);
  const term = parseTerm(text);
  if (term) return termInWords(term, rq.lang);
  if (isPlainDate(text)) return formatShortDate(text, rq.lang);
  if (Object.hasOwn(catalogueTexts.nl, `outcome.${text}`)) return t.dynamic(`outcome.${text}`);
  return names.get(text) ?? text;
};
