import type { HTMLAttributes } from 'react';

type CustomElement = HTMLAttributes<HTMLElement> &
  Record<`data-${string}`, string | undefined> & { key?: string };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'wr-once': CustomElement;
      'wr-focus': CustomElement;
      'wr-copy': CustomElement;
      'wr-nearby': CustomElement;
      'wr-hotkeys': CustomElement;
      'wr-print': CustomElement;
      'wr-enter': CustomElement;
      'wr-photo-field': CustomElement;
      'wr-map-areas': CustomElement;
      'wr-map-pin': CustomElement;
    }
  }
}
