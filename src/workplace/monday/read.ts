import { type Area, areasOf, freeDays, readSettings, type Settings } from '#gemeente/index.ts';
import { grantsFor } from '#people/index.ts';
import { isoDate, plusDays, workdaysBetween } from '#platform/calendar/index.ts';
import { calendarOf } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Rq } from '#platform/web/request.ts';
import { hoursPot, type KnotDay, knotDay } from '#regie/index.ts';
import {
  type PileSide,
  parameters,
  pileColumns,
  pileFallback,
  pileQuestion,
  readDecisions,
} from '#signaal/index.ts';
import { type MondayRows, mondayColumns } from './columns.ts';

/** The action of the role matrix behind this page. */
export const MONDAY_ACTION = 'signaal.decide';
/** Days ahead that "Beloofd" looks (screens.md). */
const DAYS_AHEAD = 10;

/** Everything on the page of a wijkregisseur's Monday. */
export interface Monday extends MondayRows {
  /** The areas of the focuspunten in which this visitor works. */
  readonly areas: readonly Area[];
  /** The one that is shown; null shows all. */
  readonly area: Area | null;
  readonly rows: Awaited<ReturnType<typeof readDecisions>>['rows'];
  readonly more: boolean;
  readonly side: PileSide;
  /** Hours a year that may be used beside the line. */
  readonly pot: number;
  /** Which working day this is of those in which a knot is decided, by its id. */
  readonly dayOfKnot: ReadonlyMap<string, KnotDay>;
}

/** Whose hours are shown: of the person, or of whom he acts for ("namens"). */
const hoursOf = (rq: Rq): string | null => {
  const [first] = grantsFor(rq.principal, MONDAY_ACTION);
  return first?.holding?.onBehalfOf ?? rq.principal.id;
};

const reachOf = (rq: Rq): readonly string[] | null => {
  const grants = grantsFor(rq.principal, MONDAY_ACTION);
  if (grants.some(({ holding }) => holding?.buurtIds === null)) return null;
  return grants.flatMap(({ holding }) => holding?.buurtIds ?? []);
};

const daysOf = (knots: MondayRows['knots'], now: Date, settings: Settings): Map<string, KnotDay> => {
  const calendar = calendarOf(settings.get(freeDays));
  const workdays = (from: Date, to: Date) => workdaysBetween(isoDate(from), isoDate(to), calendar);
  return new Map(
    knots.map(({ id, reportedAt, decideBy }) => {
      const span = { reportedAt: new Date(reportedAt), decideBy: new Date(decideBy) };
      return [id, knotDay(workdays, span, now)];
    }),
  );
};

/** Reads the whole page in five statements; with the session that is six (law 7). */
export const readMonday = (rq: Rq, areaId: string | undefined): Promise<Monday> =>
  rq.read(async (db) => {
    const today = isoDate(rq.now);
    const settings = await readSettings(db, rq.gemeente, today);
    const reach = reachOf(rq);
    const areas = (await areasOf(db, rq.gemeente, today, 'focus_area')).filter(
      ({ buurtIds }) => reach === null || buurtIds.some((id) => reach.includes(id)),
    );
    const area = areas.find(({ id }) => id === areaId) ?? null;
    const question = pileQuestion(rq, await pileFallback(rq, db, settings), area?.buurtIds ?? null);
    const page = await readDecisions(db, question);
    const p = parameters();
    const pile = pileColumns(
      p,
      question,
      today,
      page.rows.map(({ id }) => id),
    );
    const rest = mondayColumns(p, {
      gemeente: rq.gemeente,
      today,
      until: plusDays(today, DAYS_AHEAD),
      now: rq.now,
      accountId: hoursOf(rq),
      year: Number(today.slice(0, 4)),
      buurtIds: area?.buurtIds ?? reach ?? areas.flatMap(({ buurtIds }) => buurtIds),
      areaIds: area ? [area.id] : areas.map(({ id }) => id),
    });
    const [row] = await runSql<PileSide & MondayRows>(db, `select ${pile}, ${rest}`, [...p.values]);
    if (!row) throw new Error('A query without a row');
    return {
      ...row,
      side: row,
      areas,
      area,
      rows: page.rows,
      more: page.next !== undefined,
      pot: settings.get(hoursPot),
      dayOfKnot: daysOf(row.knots, rq.now, settings),
    };
  });
