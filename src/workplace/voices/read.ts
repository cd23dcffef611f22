import { leastShown } from '#council/index.ts';
import { readSettings } from '#gemeente/index.ts';
import { isoDate, plusDays, startOfDay } from '#platform/calendar/index.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Rq } from '#platform/web/request.ts';
import { countVoices } from '#signaal/index.ts';
import { type Reach, reachOfVoices, reachOfWijken, type WijkOf, type WijkReach } from './reckon.ts';

/** The periods that can be chosen: how many days ago they begin and end. */
export const periods = { year: [365, 0], quarter: [91, 0], before: [730, 365] } as const;
export type PeriodName = keyof typeof periods;

/** What the page shows. */
export interface ReachView {
  /** The wijk that was chosen; null for the whole municipality. */
  readonly chosen: WijkReach | null;
  readonly least: number;
  /** First and last day that count. */
  readonly from: string;
  readonly until: string;
  readonly today: string;
  /** Of the whole municipality. */
  readonly reach: Reach;
  readonly wijken: readonly WijkReach[];
}

const valid = (table: string): string =>
  `${table}.valid_from <= $2 and (${table}.valid_to is null or ${table}.valid_to > $2)`;

const WIJKEN = `
  select a.id, a.name,
    array(select ab.buurt_id::text from area_buurt ab
      where ab.gemeente = $1 and ab.area_id = a.id and ${valid('ab')}) as "buurtIds"
  from area a join division v on v.gemeente = $1 and v.id = a.division_id and ${valid('v')}
  where a.gemeente = $1 and v.kind = 'wijk' and ${valid('a')}
  order by a.name collate "nl-x-icu", a.id limit 300`;

const BUURTEN = `
  select b.id from buurt b where b.gemeente = $1 and ${valid('b')} order by b.id limit 1000`;

/** Reads who was heard, in four queries. A wijk that is not there means the whole municipality. */
export const readReach = (rq: Rq, wijkId: string | undefined, period: PeriodName): Promise<ReachView> =>
  rq.read(async (db) => {
    const today = isoDate(rq.now);
    const all = await runSql<WijkOf>(db, WIJKEN, [rq.gemeente, today]);
    const buurten = await runSql<{ id: string }>(db, BUURTEN, [rq.gemeente, today]);
    const settings = await readSettings(db, rq.gemeente, today);
    const least = settings.get(leastShown);
    const [begins, ends] = periods[period];
    const from = plusDays(today, 1 - begins);
    const until = plusDays(today, -ends);
    const rows = await countVoices(
      db,
      rq.gemeente,
      buurten.map(({ id }) => id),
      startOfDay(from),
      startOfDay(plusDays(until, 1)),
    );
    const wijken = reachOfWijken(rows, all, least);
    const chosen = wijken.find(({ wijk }) => wijk.id === wijkId) ?? null;
    return { chosen, least, from, until, today, reach: reachOfVoices(rows, least), wijken };
  });
