import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { catalogueOf, OPEN_DATA } from './catalogue.ts';
import { type OpenFile, openFileName, openFiles } from './files.ts';
import { asBody } from './formats.ts';
import { openDataPage } from './page.tsx';
import { hasCleared, type OpenDataSource } from './read.ts';
import { openDataTexts } from './texts.ts';

const policy = 'public.read';
/** A whole dataset each time: enough for a portal that comes every hour, and for somebody who tries. */
const limit = { uses: 30, seconds: 3600 };
const KEPT = 'public, max-age=3600';

/** A page of another site may read them too: what is open holds nothing of whoever asks. */
const FOR_ALL = { 'access-control-allow-origin': '*' } as const;

const page = defineRoute({
  method: 'GET',
  path: OPEN_DATA,
  policy,
  handle: async (rq) => rq.page(openDataPage(rq, await rq.read((db) => hasCleared(db, rq.gemeente)))),
});

const sourceOf = ({ world, gemeente, now }: Rq): OpenDataSource => ({
  gemeente,
  keyring: world.keyring,
  now,
  read: (work) => tenantTransaction(world.pool, gemeente, work),
});

const download = (file: OpenFile): Route =>
  defineRoute({
    method: 'GET',
    path: `${OPEN_DATA}/${openFileName(file)}`,
    policy,
    limit,
    handle: (rq) =>
      new Response(asBody(file.content(sourceOf(rq))), {
        headers: {
          'content-type': file.mediaType,
          'content-disposition': `attachment; filename="${rq.gemeente}-${openFileName(file)}"`,
          'cache-control': KEPT,
          ...FOR_ALL,
        },
      }),
  });

const catalogue = defineRoute({
  method: 'GET',
  path: `${OPEN_DATA}/catalogus.jsonld`,
  policy,
  limit,
  handle: (rq) =>
    new Response(JSON.stringify(describe(rq), null, 1), {
      headers: { 'content-type': 'application/ld+json', 'cache-control': KEPT, ...FOR_ALL },
    }),
});

const describe = (rq: Rq): object => {
  const t = rq.texts(openDataTexts);
  return catalogueOf({
    publisher: rq.tenant.name,
    base: rq.world.publicUrl(rq.gemeente),
    catalogue: { title: t('page.title'), about: t('page.lead') },
    datasets: {
      meldingen: { title: t('meldingen.title'), about: t('meldingen.about') },
      aantallen: { title: t('aantallen.title'), about: t('aantallen.about') },
    },
  });
};

/** The page of the open data, its files, and their description for data portals. */
export const openDataRoutes: readonly Route[] = [page, catalogue, ...openFiles.map(download)];
