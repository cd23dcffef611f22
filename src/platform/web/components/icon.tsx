import type { ReactNode } from 'react';

/** The drawings that stand beside words; never instead of them. */
export type IconName =
  | 'info'
  | 'ok'
  | 'warning'
  | 'error'
  | 'clock'
  | 'dot'
  | 'arrow-left'
  | 'arrow-right'
  | 'sort-up'
  | 'sort-down';

const drawings: Record<IconName, ReactNode> = {
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v6M12 7.2v.2" />
    </>
  ),
  ok: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m8 12.4 2.8 2.8L16.2 9.4" />
    </>
  ),
  warning: <path d="M12 3.6 21.4 20H2.6ZM12 10v5M12 17.4v.2" />,
  error: <path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3ZM12 7.5v5.5M12 16.3v.2" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5.4l3.4 2" />
    </>
  ),
  dot: <circle cx="12" cy="12" r="4" fill="currentColor" />,
  'arrow-left': <path d="M20 12H5M11 6l-6 6 6 6" />,
  'arrow-right': <path d="M4 12h15M13 6l6 6-6 6" />,
  'sort-up': <path d="m6 15 6-6 6 6" />,
  'sort-down': <path d="m6 9 6 6 6-6" />,
};

/** A decorative line drawing in the colour and size of the text around it. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="wr-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {drawings[name]}
  </svg>
);
