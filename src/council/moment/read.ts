import { hearsWithCouncil } from '#focuspunt/index.ts';
import { readSettings } from '#gemeente/index.ts';
import { isoDate, startOfDay } from '#platform/calendar/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { leastShown, maatwerkMonths } from '../settings.ts';
import { type BesideFocuspunten, readBeside } from './beside.ts';
import { type CouncilFocuspunt, readFocuspunten } from './focuspunten.ts';

/** What the page of the raad shows. */
export interface Moment extends BesideFocuspunten {
  readonly today: string;
  readonly since: string;
  readonly leastShown: number;
  readonly focuspunten: readonly CouncilFocuspunt[];
}

/** The same day so many months earlier; the last day of a shorter month. */
export const monthsBefore = (day: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
};

/** Reads the page of the raad in four queries. */
export const readMoment = (rq: Rq): Promise<Moment> =>
  rq.read(async (db) => {
    const today = isoDate(rq.now);
    const withCouncil = hearsWithCouncil(rq);
    const settings = await readSettings(db, rq.gemeente, today);
    const since = monthsBefore(today, settings.get(maatwerkMonths));
    const focuspunten = await readFocuspunten(
      db,
      rq.gemeente,
      { today, settings },
      {
        areaIds: null,
        withCouncil,
      },
    );
    const beside = await readBeside(db, rq.gemeente, startOfDay(since), withCouncil);
    return { today, since, leastShown: settings.get(leastShown), focuspunten, ...beside };
  });
