import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The pages as they are served: React's other twin looks over the writer's shoulder and takes several times as long.
process.env.NODE_ENV = 'production';
// Each test file runs in a process of its own, and most of them read the same packages.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('.tmp/compiled', import.meta.url));

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: 'tests/global-setup.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: [
            'src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'tests/promises/**/*.test.{ts,tsx}',
            'tests/integration/**/*.test.{ts,tsx}',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: 'tests/journeys/house.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser each: after the rest, so they do not starve one another.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
