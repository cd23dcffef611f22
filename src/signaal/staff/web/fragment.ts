import type { ReactElement } from 'react';
import { renderFragment } from '#platform/web/shell/page.tsx';

/** A piece of page for `wr-nearby`. */
export const fragment = (piece: ReactElement): Response =>
  new Response(renderFragment(piece), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', vary: 'cookie' },
  });
