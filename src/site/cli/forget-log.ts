import pg from 'pg';
import { isoDate, plusMonths, startOfDay } from '#platform/calendar/index.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { type CliCommand, UsageProblem } from './command.ts';
import { say } from './sentences.ts';
import { chosenTenant } from './tenants.ts';

const STANDARD_YEARS = '7';
/** The access log is proof against misuse: nobody makes it forget what is younger. */
const LEAST_YEARS = 5;
const MOST_YEARS = 50;

/**
 * Removes lines of the access log that are older than seven years (product.md C5.6). The application itself may only add to
 * that log, so this runs as the owner of the tables, and leaves a line in the history.
 */
export const forgetLog: CliCommand = {
  name: 'forget-access-log',
  about: 'Wis regels uit het inzagelogboek die hun bewaartermijn voorbij zijn.',
  options: [
    { name: 'gemeente', value: 'GM0637', about: 'Code van de gemeente; nodig als er meer zijn.' },
    { name: 'years', value: STANDARD_YEARS, about: 'Zoveel jaren blijven staan; ten minste 5.' },
    { name: 'dry-run', about: 'Tel alleen wat zou verdwijnen.' },
  ],
  run: async (input, { open, world }) => {
    const gemeente = await chosenTenant(world, input.option('gemeente'));
    const years = yearsIn(input.option('years') || STANDARD_YEARS);
    const now = world.clock.now();
    const before = startOfDay(plusMonths(isoDate(now), -12 * years));
    const pool = new pg.Pool({ connectionString: open.urls.ownerUrl, max: 1 });
    try {
      const lines = await tenantTransaction(pool, gemeente, async (db) => {
        const counted = await runSql<{ n: number }>(
          db,
          'select count(*)::int as n from access_log where gemeente = $1 and at < $2',
          [gemeente, before],
        );
        const n = counted[0]?.n ?? 0;
        if (input.given('dry-run') || n === 0) return n;
        await runSql(db, 'delete from access_log where gemeente = $1 and at < $2', [gemeente, before]);
        await runSql(
          db,
          `insert into history (gemeente, id, at, actor_kind, noun, object_id, action, after)
           values ($1, $2, $3, 'operator', 'access_log', $1, 'forgotten', $4)`,
          [gemeente, newId(), now, JSON.stringify({ lines: n, before: isoDate(before) })],
        );
        return n;
      });
      const done = input.given('dry-run')
        ? say.wouldForget(lines, isoDate(before))
        : say.forgotten(lines, isoDate(before));
      return { sentences: [done], facts: { gemeente, lines, before: isoDate(before) } };
    } finally {
      await pool.end();
    }
  },
};

const yearsIn = (text: string): number => {
  const years = Number(text);
  if (!Number.isInteger(years) || years < LEAST_YEARS || years > MOST_YEARS)
    throw new UsageProblem(say.badYears(text));
  return years;
};
