import { accountsHolding, notify, type RoleId } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';

interface Wanted {
  readonly role: RoleId;
  readonly departmentId?: string | null;
  readonly buurtId?: string | null;
}

/** Who holds one of these roles today; a role without a department or buurt that was wanted is nobody's. */
export const holdersOf = async (
  { db, gemeente, today }: Context,
  wanted: readonly Wanted[],
): Promise<string[]> => {
  const found: string[] = [];
  for (const { role, departmentId, buurtId } of wanted) {
    if (departmentId === null) continue;
    const bounds = { ...(departmentId ? { departmentId } : {}), ...(buurtId ? { buurtId } : {}) };
    found.push(...(await accountsHolding(db, gemeente, today, { role, ...bounds })));
  }
  return [...new Set(found)];
};

/** Puts something before holders of roles; before the administrator when there are none: a term is never seen by nobody. */
export const showTo = async (
  context: Context,
  wanted: readonly Wanted[],
  kind: string,
  object: { readonly kind: string; readonly id: string },
): Promise<void> => {
  const seers = await holdersOf(context, wanted);
  const people = seers.length > 0 ? seers : await holdersOf(context, [{ role: 'functional_admin' }]);
  await notify(context, people, kind, object.kind, object.id);
};
