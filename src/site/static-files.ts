import type { Hono } from 'hono';
import { ASSETS_PATH, type AssetFile, type Assets } from '#platform/web/assets.ts';

/** The built files, which never change under their hashed names, and what browsers and robots ask for unasked. */
export const mountStaticFiles = (app: Hono, assets: Assets): void => {
  app.get(`${ASSETS_PATH}*`, (context) => {
    const file = assets.file(context.req.path.slice(ASSETS_PATH.length));
    if (!file) return context.text('Not found\n', 404, { 'cache-control': 'no-store' });
    return assetAnswer(file, context.req.header('accept-encoding') ?? '');
  });
  app.get('/favicon.ico', (context) => context.redirect(assets.url('icon.svg'), 301));
  app.get('/robots.txt', (context) =>
    context.text(ROBOTS, 200, {
      'cache-control': 'public, max-age=86400',
      'x-content-type-options': 'nosniff',
    }),
  );
};

/** Search engines may find how to report; pages behind a code or a sign-in are nobody's to index. */
const ROBOTS = `User-agent: *
Disallow: /volg
Disallow: /demo
Disallow: /start
Disallow: /balie
Disallow: /afdeling
Disallow: /wijk
Disallow: /beheer
Disallow: /post
Disallow: /aanmelden
`;

const assetAnswer = (file: AssetFile, acceptEncoding: string): Response => {
  const gzip = file.gzip !== undefined && /\bgzip\b/.test(acceptEncoding);
  const headers = new Headers({
    'content-type': file.contentType,
    'cache-control': file.cacheControl,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    vary: 'accept-encoding',
  });
  if (gzip) headers.set('content-encoding', 'gzip');
  return new Response(gzip && file.gzip ? file.gzip : file.body, { headers });
};
