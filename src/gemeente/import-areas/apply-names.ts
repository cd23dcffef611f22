import { unnamedWijken } from './apply-outlines.ts';
import type { Applying } from './import-areas.ts';
import { type NameRow, planNames } from './names.ts';
import type { KnownBuurt, PlannedBuurt } from './plan.ts';
import type { AreasReport } from './report.ts';
import { storeBuurten } from './store.ts';
import { changedIn, presentWijken, storePlaces, storeWijken, wijkActs } from './wijken.ts';

/** Brings in codes and names without outlines: new buurten are added, known ones learn their official wijk. */
export const applyNames = async (
  { context, validFrom, source, dryRun, report }: Applying,
  rows: readonly NameRow[],
  known: readonly KnownBuurt[],
): Promise<AreasReport> => {
  const plan = planNames(rows, known, { gemeente: context.gemeente, validFrom });
  const changed = changedIn(plan.known, known);
  const added = plan.added.map(
    (buurt): PlannedBuurt => ({ ...buurt, act: 'add', id: null, shape: null, renews: false }),
  );
  const codes = [...new Set([...plan.added, ...plan.known].flatMap(({ wijkCode }) => wijkCode ?? []))];
  const present = await presentWijken(context, validFrom, codes);
  if (!dryRun) {
    const ids = await storeBuurten(context, added, known, source, validFrom);
    await storePlaces(context, changed, known);
    const placed = plan.added.map((buurt) => ({ ...buurt, id: ids.get(buurt.code) ?? '' }));
    await storeWijken(context, wijkActs([...plan.known, ...placed], present), validFrom);
  }
  return {
    ...report,
    kind: 'names',
    features: rows.length,
    added: added.length,
    replaced: changed.length,
    unchanged: plan.kept - changed.length,
    refused: plan.remarks.length,
    remarks: plan.remarks,
    buurtenPlaced: changed.length,
    wijkenMade: present.whose === 'none' ? codes.length : 0,
    wijkenUnnamed: unnamedWijken([...plan.known, ...plan.added], present, codes),
    touched: plan.added.map(({ code, name }) => ({ code, name, act: 'add' })),
    ownWijken: present.whose === 'own',
  };
};
