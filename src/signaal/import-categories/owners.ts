import { type Department, type DepartmentKind, departments, saveDepartment } from '#gemeente/index.ts';
import { type Context, runInside } from '#platform/command/command.ts';
import { fold } from '#platform/words.ts';
import { correctLookAlikes } from './letters.ts';

/** A department that the file names: one of ours, or one that must be made. */
export interface Owner {
  readonly name: string;
  readonly kind: DepartmentKind;
  /** Null until it is made. */
  readonly id: string | null;
  /** Letters of another script that were found in its name. */
  readonly letters: readonly string[];
}

/** What two spellings of one department share: `Klant Contact Centrum (KCC)` and `Klantcontactcentrum` are the same. */
const keyOf = (name: string): string =>
  fold(name)
    .replace(/\([^)]*\)\s*$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The departments of the file by the name they have there. */
export const ownersIn = (
  names: readonly string[],
  known: readonly Department[],
): ReadonlyMap<string, Owner> =>
  new Map(
    [...new Set(names)].map((given) => {
      const { text: name, letters } = correctLookAlikes(given);
      const same = known.find((department) => keyOf(department.name) === keyOf(name));
      const owner = same ?? { name, kind: kindOf(name), id: null };
      return [given, { name: owner.name, kind: owner.kind, id: owner.id, letters }];
    }),
  );

/** Contact roles take in and follow, they do not do the work: the desk, and the people of the wijk. */
const kindOf = (name: string): DepartmentKind => {
  const key = keyOf(name);
  if (/^(klant|publieks|burger)/.test(key) || key === 'kcc') return 'desk';
  if (/^wijk(contact|coordinator|regisseur|manager)/.test(key)) return 'wijkregie';
  return 'vakafdeling';
};

/** Whether signalen can be given to it as work. */
const doesTheWork = ({ kind }: Owner): boolean => kind === 'vakafdeling' || kind === 'partner';

/**
 * Of the several departments that Signalen names for a subject the first that does the work; it alone becomes the owner,
 * for a signaal has one (law 4). Null when only contact roles are named.
 */
export const chooseOwner = (named: readonly string[], owners: ReadonlyMap<string, Owner>): Owner | null =>
  named.map((name) => owners.get(name)).find((owner) => owner !== undefined && doesTheWork(owner)) ?? null;

/** All departments named for a subject that do the work, by id. */
export const workersAmong = (
  named: readonly string[],
  owners: ReadonlyMap<string, Owner>,
): readonly string[] =>
  named.flatMap((name) => {
    const owner = owners.get(name);
    return owner?.id && doesTheWork(owner) ? [owner.id] : [];
  });

/** Makes the departments that are missing; gives all by the name they have in the file. */
export const makeOwners = async (
  context: Context,
  owners: ReadonlyMap<string, Owner>,
  validFrom: string,
): Promise<ReadonlyMap<string, Owner>> => {
  const { world, gemeente, principal, db } = context;
  const made: [string, Owner][] = [];
  for (const [given, owner] of owners) {
    if (owner.id !== null) {
      made.push([given, owner]);
      continue;
    }
    const { name, kind } = owner;
    const input = { id: null, name, kind, publicContact: null, validFrom, validTo: null };
    made.push([
      given,
      { ...owner, id: await runInside(world, gemeente, principal, db, saveDepartment, input) },
    ]);
  }
  return new Map(made);
};

/** The departments of the municipality on a day. */
export const knownDepartments = ({ db, gemeente }: Context, day: string): Promise<Department[]> =>
  departments(db, gemeente, day);
