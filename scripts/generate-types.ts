// Writes src/platform/database/schema.gen.ts from a migrated database: run by `npm run types` and by the freshness test.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSchema } from '../src/testing/describe-schema.ts';
import { withTemporaryDatabase } from '../src/testing/temporary-database.ts';

const target = join(import.meta.dirname, '..', 'src', 'platform', 'database', 'schema.gen.ts');
await withTemporaryDatabase(async ({ ownerUrl }) => writeFileSync(target, await describeSchema(ownerUrl)));
