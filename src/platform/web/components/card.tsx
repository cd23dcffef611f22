import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Heading, type HeadingProps } from './text.tsx';

export interface CardProps {
  title?: ReactNode;
  titleLevel?: HeadingProps['level'];
  /** Makes the title a link. */
  href?: string | undefined;
  /** Small words above the title: a place, a kind, a badge. */
  eyebrow?: ReactNode;
  children?: ReactNode;
  /** Buttons at the foot. */
  actions?: ReactNode;
}

const CardTitle = ({ title, titleLevel = 3, href }: CardProps) => (
  <Heading level={titleLevel} look={4}>
    {href === undefined ? (
      title
    ) : (
      <a className="utrecht-link utrecht-link--html-a wr-card__link" href={href}>
        {title}
      </a>
    )}
  </Heading>
);

export const Card = (props: CardProps) => (
  <article className={classNames('wr-card', 'wr-flow', props.href !== undefined && 'wr-card--link')}>
    {props.eyebrow === undefined ? null : <div className="wr-card__eyebrow">{props.eyebrow}</div>}
    {props.title === undefined ? null : <CardTitle {...props} />}
    {props.children}
    {props.actions === undefined ? null : (
      <div className="wr-button-row wr-card__actions">{props.actions}</div>
    )}
  </article>
);

export interface CardListProps {
  items: readonly { key: string; card: ReactNode }[];
  label?: string;
  /** One under another, or as many beside each other as fit. */
  layout?: 'stack' | 'grid';
}

export const CardList = ({ items, label, layout = 'stack' }: CardListProps) => (
  <ul className={classNames('wr-cards', layout === 'grid' && 'wr-cards--grid')} aria-label={label}>
    {items.map(({ key, card }) => (
      <li key={key}>{card}</li>
    ))}
  </ul>
);
