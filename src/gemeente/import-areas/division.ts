import { type Context, runInside } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { saveArea, saveDivision } from '../commands/areas.ts';
import { type Area, areasOf, type DivisionKind, divisionKinds } from '../read/areas.ts';
import { storedRow } from '../read/stored.ts';
import { holdsOn } from '../rules/period.ts';
import type { FeatureRemark, KnownBuurt } from './plan.ts';

/** A line that puts buurten in an area of one kind; several lines may name the same area. */
export interface DivisionRow {
  readonly line: number;
  readonly kind: DivisionKind;
  readonly name: string;
  readonly buurtCodes: readonly string[];
  readonly printed: number | null;
}

interface PlannedArea {
  readonly kind: DivisionKind;
  readonly code: string;
  readonly name: string;
  readonly printed: number | null;
  readonly buurtIds: readonly string[];
  /** The area that is there already. */
  readonly known: Area | null;
  readonly act: 'add' | 'replace' | 'keep';
}

/** What a division in a file leads to. */
export interface DivisionPlan {
  readonly areas: readonly PlannedArea[];
  /** Areas that are there and lose buurten to those of the file. */
  readonly losing: readonly { readonly area: Area; readonly buurtIds: readonly string[] }[];
  readonly remarks: readonly FeatureRemark[];
}

/** Sets the areas of a file beside those of the municipality; matches on short code, else on name. */
export const planDivision = async (
  context: Context,
  rows: readonly DivisionRow[],
  known: readonly KnownBuurt[],
  validFrom: string,
): Promise<DivisionPlan> => {
  const present = await areasOf(context.db, context.gemeente, validFrom);
  const idByCode = new Map(known.filter((one) => holdsOn(one, validFrom)).map(({ code, id }) => [code, id]));
  const { claims, remarks } = claimed(rows, idByCode);
  const areas = claims.map(({ kind, name, printed, buurtIds }): PlannedArea => {
    const code = codeFor(kind, name);
    const match = present.filter((area) => area.kind === kind);
    const same =
      match.find((area) => area.code === code) ??
      match.find((area) => area.name.toLowerCase() === name.toLowerCase()) ??
      null;
    const planned = {
      kind,
      code: same?.code ?? code,
      name: same?.name ?? titleOf(kind, name),
      buurtIds,
      known: same,
    };
    const told = printed ?? same?.printedResidents ?? null;
    const isSame = same !== null && sameSet(same.buurtIds, buurtIds) && same.printedResidents === told;
    return { ...planned, printed: told, act: same === null ? 'add' : isSame ? 'keep' : 'replace' };
  });
  return { areas, losing: losersAmong(present, areas), remarks };
};

interface Claim {
  readonly kind: DivisionKind;
  readonly name: string;
  printed: number | null;
  readonly buurtIds: string[];
}

const claimed = (
  rows: readonly DivisionRow[],
  idByCode: ReadonlyMap<string, string>,
): { claims: Claim[]; remarks: FeatureRemark[] } => {
  const claims = new Map<string, Claim>();
  const owners = new Map<string, Claim>();
  const odd = new Map<string, FeatureRemark>();
  for (const { line: feature, kind, name, buurtCodes, printed } of rows) {
    const key = `${kind} ${name.toLowerCase()}`;
    const claim = claims.get(key) ?? { kind, name, printed, buurtIds: [] };
    claims.set(key, claim);
    claim.printed ??= printed;
    for (const code of buurtCodes) {
      const id = idByCode.get(code);
      const owner = id === undefined ? undefined : owners.get(`${kind} ${id}`);
      if (id === undefined) odd.set(`${feature} ${code}`, { feature, code, reason: 'unknown_buurt' });
      else if (owner === undefined) {
        owners.set(`${kind} ${id}`, claim);
        claim.buurtIds.push(id);
      } else if (owner !== claim)
        odd.set(`${feature} ${kind} ${code}`, { feature, code, reason: 'duplicate_code' });
    }
  }
  return { claims: [...claims.values()], remarks: [...odd.values()] };
};

const losersAmong = (present: readonly Area[], areas: readonly PlannedArea[]) =>
  present.flatMap((area) => {
    const others = areas.filter(({ kind, known }) => kind === area.kind && known?.id !== area.id);
    const gone = new Set(others.flatMap(({ buurtIds }) => buurtIds));
    const buurtIds = area.buurtIds.filter((id) => !gone.has(id));
    return buurtIds.length < area.buurtIds.length ? [{ area, buurtIds }] : [];
  });

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

const codeFor = (kind: DivisionKind, name: string): string =>
  kind === 'portfolio'
    ? name.slice(0, 40)
    : name
        .toLowerCase()
        .normalize('NFD')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 40) || 'gebied';

const titleOf = (kind: DivisionKind, name: string): string =>
  kind === 'portfolio' && name.length <= 2 ? `Portefeuille ${name}` : name;

const NAMES: Readonly<Record<DivisionKind, string>> = {
  wijk: 'Wijken',
  focus_area: 'Gebieden van de focuspunten',
  portfolio: 'Portefeuilles',
};

/** Writes the plan: first areas let go of what others get, then each gets its buurten. */
export const storeDivision = async (
  context: Context,
  plan: DivisionPlan,
  validFrom: string,
): Promise<void> => {
  for (const { area, buurtIds } of plan.losing) await save(context, { ...area, buurtIds }, area, validFrom);
  for (const kind of divisionKinds) {
    const areas = plan.areas.filter((area) => area.kind === kind && area.act !== 'keep');
    if (areas.length === 0) continue;
    const divisionId =
      plan.areas.find((area) => area.kind === kind && area.known)?.known?.divisionId ??
      (await divisionFor(context, kind, validFrom));
    for (const area of areas) {
      await save(context, { ...area, divisionId, printedResidents: area.printed }, area.known, validFrom);
    }
  }
};

const divisionFor = async (context: Context, kind: DivisionKind, validFrom: string): Promise<string> => {
  const { world, gemeente, principal, db } = context;
  const [there] = await runSql<{ id: string }>(
    db,
    `select id from division where gemeente = $1 and kind = $2 and valid_from <= $3
       and (valid_to is null or valid_to > $3) limit 1`,
    [gemeente, kind, validFrom],
  );
  const input = { id: null, kind, name: NAMES[kind], validFrom, validTo: null };
  return there?.id ?? runInside(world, gemeente, principal, db, saveDivision, input);
};

type Saved = Pick<Area, 'divisionId' | 'code' | 'name' | 'printedResidents' | 'buurtIds'>;

const save = async (context: Context, area: Saved, known: Area | null, from: string): Promise<void> => {
  const { world, gemeente, principal, db } = context;
  const { divisionId, code, name, printedResidents, buurtIds } = area;
  const stored = known === null ? null : await storedRow(db, gemeente, 'area', known.id);
  const input = {
    id: known?.id ?? null,
    ...{ divisionId, code, name, printedResidents, buurtIds, from },
    until: stored?.validTo ?? null,
  };
  await runInside(world, gemeente, principal, db, saveArea, input);
};
