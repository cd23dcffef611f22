import { join } from 'node:path';
import { storedTransport } from '#platform/mail/transport.ts';
import { loadAssets } from '#platform/web/assets.ts';
import { composeSite } from '#site/compose.ts';
import { testWorld } from '#testing/world.ts';

/** The patterns of all routes that the house answers to when a browser asks for a page. */
export const housePatterns = async (): Promise<readonly string[]> => {
  const test = await testWorld();
  try {
    const { routes } = composeSite(test.world, {
      assets: loadAssets(join(import.meta.dirname, '..', '..', '..', 'dist', 'assets')),
      transport: storedTransport,
      trustedProxies: 0,
      version: '0.0.0',
      demo: true,
      migrations: [],
      background: false,
    });
    return routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  } finally {
    await test.close();
  }
};
