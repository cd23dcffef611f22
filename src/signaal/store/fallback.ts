import { fallbackArea, type Settings } from '#gemeente/index.ts';
import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';

const HAS_WIJKREGISSEUR = `
  select exists (select 1 from role_holding h
    left join area_buurt ab on ab.gemeente = h.gemeente and ab.area_id = h.area_id
      and ab.valid_from <= $3 and (ab.valid_to is null or ab.valid_to > $3)
    where h.gemeente = $1 and h.role = 'wijkregisseur' and h.valid_from <= $3 and (h.valid_to is null or h.valid_to > $3)
      and (h.area_id is null or ab.buurt_id = $2::uuid)) as has`;

/**
 * The area whose wijkregisseur takes a buurt that has none ("buurten zonder wijkregisseur"), or a place that is not
 * known yet; null when the buurt has its own.
 */
export const fallbackAreaFor = async (
  context: Pick<Context, 'db' | 'gemeente' | 'today'>,
  settings: Settings,
  buurtId: string | null,
): Promise<string | null> => {
  const chosen = settings.get(fallbackArea);
  if (chosen === '') return null;
  const [row] = await runSql<{ has: boolean }>(context.db, HAS_WIJKREGISSEUR, [
    context.gemeente,
    buurtId,
    context.today,
  ]);
  return row?.has ? null : chosen;
};
