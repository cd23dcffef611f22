import { tenantByHost } from '#gemeente/index.ts';
import { signedInBy } from '#people/index.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { countUse } from '#platform/rate-count.ts';
import type { Assets } from '#platform/web/assets.ts';
import type { WebServices } from '#platform/web/services.ts';
import type { World } from '#platform/world.ts';
import { drawThread, type PageOf } from '#thread/index.ts';
import type { FindText } from './find-text.ts';
import type { Navigation } from './navigation.ts';
import { refusalPage } from './refusal.tsx';
import { shellPage } from './shell.tsx';

/** What the router asks of the rooms above the ground. */
export const webServices = (
  world: World,
  assets: Assets,
  findText: FindText,
  placesFor: Navigation,
  pageOf: PageOf,
): WebServices => ({
  tenantOf: tenantByHost(world),
  signedInBy: (gemeente, token) => signedInBy(world, gemeente, token),
  renderPage: shellPage({ assets, findText, placesFor }),
  drawThread: drawThread(pageOf),
  renderRefusal: refusalPage(findText),
  withinLimit: async (rq, bucket, uses, seconds) => {
    const used = await tenantTransaction(world.pool, rq.gemeente, (db) =>
      countUse(db, rq.gemeente, bucket, rq.now, seconds),
    );
    return used <= uses;
  },
});
