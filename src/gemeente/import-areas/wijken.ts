import { type Context, runInside } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { saveArea, saveDivision } from '../commands/areas.ts';
import type { PlannedBuurt } from './plan.ts';

/** Whether the municipality has a division into wijken, now or later. */
export const hasWijken = async ({ db, gemeente }: Context): Promise<boolean> => {
  const rows = await runSql(db, `select id from division where gemeente = $1 and kind = 'wijk' limit 1`, [
    gemeente,
  ]);
  return rows.length > 0;
};

/** How many wijken the codes of these buurten name. */
export const wijkCodesOf = (buurten: readonly PlannedBuurt[]): string[] =>
  [...new Set(buurten.flatMap(({ wijkCode }) => wijkCode ?? []))].toSorted();

/** Makes the division into wijken from the codes in the file, for a municipality that has none of its own yet. */
export const makeWijken = async (
  context: Context,
  buurten: readonly PlannedBuurt[],
  idByCode: ReadonlyMap<string, string>,
  validFrom: string,
): Promise<void> => {
  const { world, gemeente, principal, db } = context;
  const divisionId = await runInside(world, gemeente, principal, db, saveDivision, {
    id: null,
    kind: 'wijk',
    name: 'Wijken',
    validFrom,
    validTo: null,
  });
  for (const code of wijkCodesOf(buurten)) {
    const own = buurten.filter(({ wijkCode }) => wijkCode === code);
    await runInside(world, gemeente, principal, db, saveArea, {
      id: null,
      divisionId,
      code,
      name: own.find(({ wijkName }) => wijkName !== null)?.wijkName ?? code,
      printedResidents: null,
      buurtIds: own.flatMap((buurt) => idByCode.get(buurt.code) ?? []),
      from: validFrom,
      until: null,
    });
  }
};
