import type { ReactNode } from 'react';
import { Heading } from './text.tsx';

export interface EmptyStateProps {
  title: ReactNode;
  /** What to do first, so that this screen does not stay empty. */
  children: ReactNode;
  action?: ReactNode;
}

export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div className="wr-empty wr-flow">
    <p className="wr-empty__title">{title}</p>
    <p className="utrecht-paragraph">{children}</p>
    {action === undefined ? null : <div className="wr-button-row">{action}</div>}
  </div>
);

export interface SummaryRow {
  key: string;
  term: ReactNode;
  value: ReactNode;
  /** Where this one answer can be changed; `about` completes the link for those who listen. */
  change?: { href: string; label: string; about: string };
}

/** Terms with their values, such as the answers before sending. */
export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl className="wr-summary">
    {rows.map(({ key, term, value, change }) => (
      <div key={key} className="wr-summary__row">
        <dt>{term}</dt>
        <dd className="wr-summary__value">{value}</dd>
        {change === undefined ? null : (
          <dd className="wr-summary__change">
            <a className="utrecht-link utrecht-link--html-a" href={change.href}>
              {change.label}
              <span className="wr-visually-hidden"> {change.about}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);

export interface DetailsProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
}

/** What may stay folded away. */
export const Details = ({ summary, children, open }: DetailsProps) => (
  <details className="wr-details" open={open}>
    <summary>{summary}</summary>
    <div className="wr-details__body wr-flow">{children}</div>
  </details>
);

export interface ColumnsProps {
  children: ReactNode;
  aside: ReactNode;
  asideLabel: string;
}

/** The main matter and what stands beside it; under each other on a phone. */
export const Columns = ({ children, aside, asideLabel }: ColumnsProps) => (
  <div className="wr-columns">
    <div className="wr-columns__main wr-flow">{children}</div>
    <aside className="wr-columns__aside wr-flow" aria-label={asideLabel}>
      {aside}
    </aside>
  </div>
);

export interface SectionProps {
  /** Id of the heading, which names the part. */
  id: string;
  title: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
}

/** A part of a page under its own heading. */
export const Section = ({ id, title, level = 2, children }: SectionProps) => (
  <section className="wr-section wr-flow" aria-labelledby={id}>
    <Heading level={level} id={id}>
      {title}
    </Heading>
    {children}
  </section>
);

/** A word and what it means here, small and near where it is used. */
export const DefinitionNote = ({ term, children }: { term: ReactNode; children: ReactNode }) => (
  <p className="wr-definition">
    <dfn>{term}</dfn>: {children}
  </p>
);

export interface SheetsProps {
  items: readonly { key: string; content: ReactNode }[];
}

/** Letters or slips: on the screen under each other, on paper each on a sheet of its own in 14 point. */
export const Sheets = ({ items }: SheetsProps) => (
  <div className="wr-sheets">
    {items.map(({ key, content }) => (
      <article key={key} className="wr-sheet wr-flow">
        {content}
      </article>
    ))}
  </div>
);

export const PrintOnly = ({ children }: { children: ReactNode }) => (
  <div className="wr-print-only wr-flow">{children}</div>
);

export const ScreenOnly = ({ children }: { children: ReactNode }) => (
  <div className="wr-screen-only wr-flow">{children}</div>
);
