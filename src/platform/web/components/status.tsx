import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

/** `late` is the only red one. */
export type StatusTone = 'neutral' | 'active' | 'ok' | 'warning' | 'late';

const toneIcon: Record<StatusTone, IconName> = {
  neutral: 'dot',
  active: 'arrow-right',
  ok: 'ok',
  warning: 'warning',
  late: 'clock',
};

/** A state in words, with a shape and a colour that repeat it. */
export const StatusBadge = ({ tone, children }: { tone: StatusTone; children: ReactNode }) => (
  <span className={classNames('wr-badge', `wr-badge--${tone}`)}>
    <Icon name={toneIcon[tone]} />
    {children}
  </span>
);

export interface StepsProps {
  /** "Stap 1 van 3", in the reader's language. */
  label: string;
  /** Counted from 1. */
  current: number;
  total: number;
}

/** How far along a form of several pages is. */
export const Steps = ({ label, current, total }: StepsProps) => {
  const steps = Array.from({ length: total }, (_, index) => index + 1);
  return (
    <div className="wr-steps">
      <p className="wr-steps__label">{label}</p>
      <div className="wr-steps__bar" aria-hidden="true">
        {steps.map((step) => (
          <span key={step} className={step <= current ? 'wr-steps__done' : undefined} />
        ))}
      </div>
    </div>
  );
};

export interface TabsProps {
  label: string;
  items: readonly { href: string; label: ReactNode; current?: boolean; count?: string }[];
}

/** Views on the same thing, each with its own address. */
export const Tabs = ({ label, items }: TabsProps) => (
  <nav className="wr-tabs" aria-label={label}>
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
            {item.count === undefined ? null : <span className="wr-tabs__count">{item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export interface BigCodeProps {
  label: ReactNode;
  /** The code in the groups in which it is read aloud, such as `['K7QM', '2XPD', '9FTA']`. */
  groups: readonly string[];
}

/** A code to write down, read aloud or find on a slip of paper. */
export const BigCode = ({ label, groups }: BigCodeProps) => (
  <div className="wr-code">
    <p className="wr-code__label">{label}</p>
    <p className="wr-code__value" translate="no">
      {groups.join(' ')}
    </p>
  </div>
);
