import { type Area, areasOf } from '#gemeente/index.ts';
import { grantsFor } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { FilterBar, Select } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { wijkteamTexts } from '../texts.ts';

/** The areas of the focuspunten, each with its wijkteam, and the one that is shown. */
export interface ShownArea {
  readonly areas: readonly Area[];
  readonly area: Area;
}

/** Finds the area of a page: the one asked for, else the first in which this visitor works. Throws `not_found`. */
export const shownArea = async (
  rq: Rq,
  db: TenantDb,
  action: string,
  wanted: string | undefined,
): Promise<ShownArea> => {
  const areas = await areasOf(db, rq.gemeente, isoDate(rq.now), 'focus_area');
  const buurtIds = grantsFor(rq.principal, action).flatMap(({ holding }) => holding?.buurtIds ?? []);
  const own = areas.find((area) => area.buurtIds.some((id) => buurtIds.includes(id)));
  const area = wanted === undefined ? (own ?? areas[0]) : areas.find(({ id }) => id === wanted);
  if (!area) throw notFound();
  return { areas, area };
};

/** Chooses another area; works without script. */
export const AreaChoice = ({ rq, shown, action }: { rq: Rq; shown: ShownArea; action: string }) => {
  const t = rq.texts(wijkteamTexts);
  return (
    <FilterBar action={action} label={t('team.area')} submitLabel={t('team.show')}>
      <Select
        name="gebied"
        label={t('team.area')}
        value={shown.area.id}
        options={shown.areas.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FilterBar>
  );
};
