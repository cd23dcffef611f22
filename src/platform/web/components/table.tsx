import type { ReactNode } from 'react';
import { type WebLang, webTexts } from '../texts.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures: aligned right, digits of equal width. */
  numeric?: boolean;
  /** The cell that names its row; the first column when none is marked. */
  rowHeader?: boolean;
  /** The link that sorts by this column, and how it is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined };
}

export interface TableProps<Row> {
  lang: WebLang;
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

// Browsers forget what a table is once it is laid out as cards, so its roles are written out.
const as = (role: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell') => ({ role });

type Sort = NonNullable<Column<never>['sort']>;

const SortLink = ({ header, sort, lang }: { header: string; sort: Sort; lang: WebLang }) => {
  const texts = webTexts(lang);
  const ascending = sort.direction === 'ascending';
  return (
    <a className="utrecht-link utrecht-link--html-a wr-sort" href={sort.href}>
      {header}
      {sort.direction === undefined ? null : (
        <>
          <Icon name={ascending ? 'sort-up' : 'sort-down'} />
          <span className="wr-visually-hidden">
            {' '}
            ({ascending ? texts.sortAscending : texts.sortDescending})
          </span>
        </>
      )}
    </a>
  );
};

const HeaderRow = <Row,>({ columns, lang }: Pick<TableProps<Row>, 'columns' | 'lang'>) => (
  <tr className="utrecht-table__row" {...as('row')}>
    {columns.map(({ key, header, sort, numeric }) => (
      <th
        key={key}
        scope="col"
        {...as('columnheader')}
        aria-sort={sort?.direction}
        className={classNames('utrecht-table__header-cell', numeric && 'wr-table__numeric')}
      >
        {sort === undefined ? header : <SortLink header={header} sort={sort} lang={lang} />}
      </th>
    ))}
  </tr>
);

const BodyCell = <Row,>({ column, row, names }: { column: Column<Row>; row: Row; names: boolean }) => {
  const className = classNames('utrecht-table__cell', column.numeric && 'wr-table__numeric');
  const content = <div className="wr-table__content">{column.cell(row)}</div>;
  return names ? (
    <th scope="row" {...as('rowheader')} className={className} data-label={column.header}>
      {content}
    </th>
  ) : (
    <td {...as('cell')} className={className} data-label={column.header}>
      {content}
    </td>
  );
};

/** Rows and columns; on a narrow screen each row becomes a card with its column names beside the values. */
export const Table = <Row,>({ lang, caption, captionHidden, columns, rows, rowKey }: TableProps<Row>) => {
  const namingKey = (columns.find((column) => column.rowHeader) ?? columns[0])?.key;
  return (
    <div className="wr-table-frame">
      <table className="utrecht-table wr-table" {...as('table')}>
        <caption className={classNames('utrecht-table__caption', captionHidden && 'wr-visually-hidden')}>
          {caption}
        </caption>
        <thead className="utrecht-table__header" {...as('rowgroup')}>
          <HeaderRow columns={columns} lang={lang} />
        </thead>
        <tbody className="utrecht-table__body" {...as('rowgroup')}>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="utrecht-table__row" {...as('row')}>
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} names={column.key === namingKey} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
