import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importAreas } from '#gemeente/index.ts';
import { type CategoriesReport, importCategories, signaalRoutes } from '#signaal/index.ts';
import { seedSecondTown } from '#testing/demo/town.ts';
import { makePerson } from '#testing/people.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { hasSharedData, readSharedData } from '../shared-data.ts';
import { type AssenRow, type Sent, sendReport } from './assen-form.ts';

const GEMEENTE = 'GM0106';
/** How many reports to send; the whole proof takes 500: `ASSEN_ROWS=500 npx vitest run tests/integration/assen.test.ts`. */
const ROWS = Number(process.env.ASSEN_ROWS ?? 50);
/** Between two reports, so that one visitor stays under his thirty an hour; milliseconds on the test's own clock. */
const PAUSE = 130_000;
