import { gzipSync } from 'node:zlib';
import type { Run } from './pages.ts';

const MOST = 40;
const FETCHED = /(?:href|src)="(\/(?:assets|thema)\/[^"]+)"/g;
const FONT = /url\(["']?(\/?[^"')]*basic-700-normal[^"')]*\.woff2)["']?\)/;

/**
 * Kilobytes of a first visit to the home page, as they go over the line with gzip: the page, its stylesheets, scripts and
 * icon, the regular font that it preloads, and the bold one that its headings ask for. Without headers.
 */
export const measureHomeWeight = async ({ house, figures }: Run, host: string): Promise<void> => {
  const get = async (path: string): Promise<Buffer> => {
    const response = await fetch(new URL(path, house.origin), { headers: { 'x-forwarded-host': host } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  };
  const packed = (path: string, body: Buffer): number =>
    path.endsWith('.woff2') ? body.byteLength : gzipSync(body, { level: 9 }).byteLength;
  const page = await get('/');
  const paths = new Set([...page.toString().matchAll(FETCHED)].map((match) => match[1] ?? ''));
  let [total, fonts] = [packed('/', page), 0];
  for (const path of paths) {
    const body = await get(path);
    const bold = path.endsWith('.css') ? FONT.exec(body.toString())?.[1] : undefined;
    if (bold) fonts += (await get(new URL(bold, new URL(path, house.origin)).pathname)).byteLength;
    if (path.endsWith('.woff2')) fonts += body.byteLength;
    else total += packed(path, body);
  }
  figures.report('home: page, styles, scripts and icon, gzip', total / 1000, 'kB');
  figures.report('home: everything of a first visit, gzip', (total + fonts) / 1000, 'kB', { atMost: MOST });
};
