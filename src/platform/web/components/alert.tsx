import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type AlertKind = 'info' | 'ok' | 'warning' | 'error';

export interface AlertProps {
  kind: AlertKind;
  /** The message in one line; say in `children` what happens now, by whom, before when. */
  title?: ReactNode;
  children?: ReactNode;
  /** Read aloud at once: for the answer to what somebody just did. */
  announce?: boolean;
}

const kinds: Record<AlertKind, { icon: IconName; className: string }> = {
  info: { icon: 'info', className: 'utrecht-alert--info' },
  ok: { icon: 'ok', className: 'utrecht-alert--ok' },
  warning: { icon: 'warning', className: 'utrecht-alert--warning' },
  error: { icon: 'error', className: 'utrecht-alert--error' },
};

export const Alert = ({ kind, title, children, announce }: AlertProps) => (
  <div
    className={classNames('utrecht-alert', 'wr-alert', kinds[kind].className)}
    role={announce ? (kind === 'error' ? 'alert' : 'status') : undefined}
  >
    <div className="utrecht-alert__icon wr-alert__icon">
      <Icon name={kinds[kind].icon} />
    </div>
    <div className="utrecht-alert__content wr-alert__content wr-flow">
      {title === undefined ? null : <p className="wr-alert__title">{title}</p>}
      {children}
    </div>
  </div>
);
