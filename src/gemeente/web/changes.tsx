import { formatDateTime, formatShortDate, isPlainDate } from '#platform/calendar/index.ts';
import { List, Paragraph, Section, Table } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Change } from '../read/changes.ts';
import { gemeenteTexts } from '../texts.ts';

interface ChangesProps {
  rq: Rq;
  changes: readonly Change[];
  names: ReadonlyMap<string, string>;
  /** Words for stored values, such as the name of a buurt for its id. */
  words?: ReadonlyMap<string, string>;
}

/** Who changed what, newest first. */
export const Changes = ({ rq, changes, names, words = new Map() }: ChangesProps) => {
  const t = rq.texts(gemeenteTexts);
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
          rowKey={(change) => change.id}
          columns={[
            { key: 'at', header: t('changes.when'), cell: (change) => formatDateTime(change.at, rq.lang) },
            { key: 'who', header: t('changes.who'), cell: (change) => actorName(rq, change, names) },
            { key: 'what', header: t('changes.what'), cell: (change) => what(rq, change, words) },
          ]}
        />
      )}
    </Section>
  );
};

/** The name of who made a change. */
export const actorName = (
  rq: Rq,
  { actorKind, actorId }: Pick<Change, 'actorKind' | 'actorId'>,
  names: ReadonlyMap<string, string>,
): string => {
  const name = actorId === null ? undefined : names.get(actorId);
  return name ?? rq.texts(gemeenteTexts).dynamic(`actor.${actorKind}`);
};

const what = (rq: Rq, change: Change, words: ReadonlyMap<string, string>) => {
  const t = rq.texts(gemeenteTexts);
  const columns = [...new Set([...Object.keys(change.before ?? {}), ...Object.keys(change.after ?? {})])];
  const items = columns.map((column) => {
    const values = {
      column: columnName(rq, column),
      before: inWords(rq, change.before?.[column], words),
      after: inWords(rq, change.after?.[column], words),
    };
    const isNew = change.before === null || !Object.hasOwn(change.before, column);
    return { key: column, content: isNew ? t('changes.new', values) : t('changes.line', values) };
  });
  return (
    <>
      {t.dynamic(`change.${change.action}`)}
      <List items={items} />
    </>
  );
};

const columnName = (rq: Rq, column: string): string => {
  const key = `column.${column}`;
  return Object.hasOwn(gemeenteTexts.nl, key) ? rq.texts(gemeenteTexts).dynamic(key) : column;
};

const inWords = (rq: Rq, value: unknown, words: ReadonlyMap<string, string>): string => {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value))
    return value.length === 0 ? '–' : value.map((one) => inWords(rq, one, words)).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  return words.get(text) ?? kindName(rq, text) ?? (isPlainDate(text) ? formatShortDate(text, rq.lang) : text);
};

/** Kinds are stored in English and shown in the words of the screen. */
const kindName = (rq: Rq, text: string): string | undefined => {
  const key = [`departmentKind.${text}`, `divisionKind.${text}`].find((one) =>
    Object.hasOwn(gemeenteTexts.nl, one),
  );
  return key && rq.texts(gemeenteTexts).dynamic(key);
};
