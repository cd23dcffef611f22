import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ASSETS_PATH, type Assets } from '#platform/web/assets.ts';

export interface PageServer {
  url: string;
  /** Forms that were sent, in order, as path and body. */
  sent: { path: string; body: string }[];
  close(): Promise<void>;
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'self'";

const contentType = (path: string): string =>
  path.endsWith('.css')
    ? 'text/css'
    : path.endsWith('.json')
      ? 'application/json'
      : 'text/html; charset=utf-8';

/** Serves pages by path, with the built assets and the strict content policy of the product, on a free loopback port. */
export const servePages = async (assets: Assets, pages: Record<string, string>): Promise<PageServer> => {
  const sent: PageServer['sent'] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname.startsWith(ASSETS_PATH)
      ? assets.file(pathname.slice(ASSETS_PATH.length))
      : undefined;
    if (file !== undefined) {
      response.writeHead(200, { 'content-type': file.contentType, 'cache-control': file.cacheControl });
      response.end(file.body);
      return;
    }
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => sent.push({ path: pathname, body }));
    }
    const page = pages[pathname];
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': contentType(pathname),
      'content-security-policy': policy,
    });
    response.end(page ?? 'not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
};
