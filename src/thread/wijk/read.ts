import { isoDate, plusMonths, startOfDay } from '#platform/calendar/index.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { type ClearedSignaal, clearedSignalen } from '#signaal/index.ts';
import { areaOfCode, type PublicArea, publicAreas } from './areas.ts';
import { figuresOf, type WijkFigures } from './figures.ts';
import { type BuurtCount, heardIn, heardPerBuurt } from './heard.ts';
import { type Works, worksFor } from './works.ts';

/** Of how many months the figures tell. */
const MONTHS = 12;
const CLEARED = 10;

/** The text that says what is picked up, as the municipality words it from a day on. */
export const GUIDELINES_KEY = 'wijk.guidelines.text';

/** The twelve months of the figures, ending now. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** Everything that the page of a wijk shows. */
export interface WijkView {
  readonly area: PublicArea;
  readonly period: Period;
  readonly figures: WijkFigures;
  readonly buurten: readonly BuurtCount[];
  readonly works: Works;
  readonly cleared: readonly ClearedSignaal[];
}

/** The period of the figures that are shown now. */
export const periodOf = ({ now }: Pick<Rq, 'now'>): Period => ({
  from: startOfDay(plusMonths(isoDate(now), -MONTHS)),
  to: now,
});

/** The area of an address; throws "not found" when there is none today. */
export const mustFindArea = async (db: TenantDb, rq: Rq, code: string): Promise<PublicArea> => {
  const area = areaOfCode(await publicAreas(db, rq.gemeente, isoDate(rq.now)), code);
  if (!area) throw notFound();
  return area;
};

/** The work for an area, in the language of the visitor. */
export const readWorks = (db: TenantDb, rq: Rq, area: PublicArea): Promise<Works> =>
  worksFor(db, rq.gemeente, area.buurtIds, isoDate(rq.now), { key: GUIDELINES_KEY, lang: rq.lang });

/** What was cleared for everybody in an area, the latest first. */
export const readCleared = async (
  db: TenantDb,
  rq: Rq,
  area: PublicArea,
): Promise<readonly ClearedSignaal[]> =>
  (await clearedSignalen(db, rq.gemeente, area.buurtIds, null, CLEARED)).rows;

/** Reads the page of an area in five queries. */
export const readWijk = (rq: Rq, code: string): Promise<WijkView> =>
  rq.read(async (db) => {
    const area = await mustFindArea(db, rq, code);
    const period = periodOf(rq);
    const { from, to } = period;
    return {
      area,
      period,
      figures: figuresOf(await heardIn(db, rq.gemeente, area.buurtIds, from, to)),
      buurten: await heardPerBuurt(db, rq.gemeente, area.buurtIds, from, to),
      works: await readWorks(db, rq, area),
      cleared: await readCleared(db, rq, area),
    };
  });
