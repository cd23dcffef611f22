import { freeDays, readSettings } from '#gemeente/index.ts';
import { formatShortDate, isoDate, workdaysBetween } from '#platform/calendar/index.ts';
import { calendarOf } from '#platform/command/command.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { StatusBadge, type StatusTone } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { KnotRow } from '../read/knots.ts';
import { knotDay } from '../rules/knot-day.ts';
import { type KnotState, UNDECIDED } from '../rules/knot-states.ts';
import { regieTexts } from '../texts.ts';

/** The working days of a municipality, for "dag 3 van 5". */
export type Workdays = (from: Date, to: Date) => number;

/** Reads the municipality's own calendar; one query. */
export const readWorkdays = async (db: TenantDb, gemeente: string, today: string): Promise<Workdays> => {
  const calendar = calendarOf((await readSettings(db, gemeente, today)).get(freeDays));
  return (from, to) => workdaysBetween(isoDate(from), isoDate(to), calendar);
};

const TONES: Record<KnotState, StatusTone> = {
  reported: 'warning',
  with_guard: 'active',
  heard: 'active',
  escalated_to_director: 'warning',
  escalated_to_college: 'warning',
  decided: 'ok',
  executed: 'ok',
  dropped: 'neutral',
};

/** Where a knot is, in words. */
export const KnotBadge = ({ rq, state }: { rq: Rq; state: KnotState }) => (
  <StatusBadge tone={TONES[state]}>{rq.texts(regieTexts)(`knot.state.${state}`)}</StatusBadge>
);

/** Who has it now, by function, with a name where somebody took it. */
export const turnOf = (rq: Rq, row: Pick<KnotRow, 'state' | 'guard' | 'owner'>): string => {
  const t = rq.texts(regieTexts);
  if (row.state === 'with_guard' || row.state === 'heard')
    return row.guard === null ? t('turn.guard') : t('turn.guard_named', { name: row.guard });
  if (row.state === 'decided') return t('turn.owner', { department: row.owner ?? '' });
  return t(`turn.${row.state}`);
};

interface DayProps {
  readonly rq: Rq;
  readonly row: Pick<KnotRow, 'state' | 'reportedAt' | 'decideBy' | 'checkOn'>;
  readonly workdays: Workdays;
}

/** "Dag 3 van 5", or how late it is; of a decision the day on which it must be done. */
export const KnotDay = ({ rq, row, workdays }: DayProps) => {
  const t = rq.texts(regieTexts);
  if (row.state === 'decided' && row.checkOn !== null) {
    const day = formatShortDate(row.checkOn, rq.lang);
    return row.checkOn < isoDate(rq.now) ? (
      <StatusBadge tone="late">{t('knot.check_late', { day })}</StatusBadge>
    ) : (
      <span>{t('knot.check_on', { day })}</span>
    );
  }
  if (!UNDECIDED.includes(row.state)) return null;
  const { day, of, late } = knotDay(workdays, row, rq.now);
  return late ? (
    <StatusBadge tone="late">{t('knot.day_late', { day, of })}</StatusBadge>
  ) : (
    <span>{t('knot.day', { day, of })}</span>
  );
};
