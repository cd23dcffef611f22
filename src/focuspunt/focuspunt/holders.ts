import { accountsHolding, type RoleId } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';

/** Everybody who holds one of these roles today, whatever the area; each once. */
export const holdersOf = async (
  { db, gemeente, today }: Pick<Context, 'db' | 'gemeente' | 'today'>,
  roles: readonly RoleId[],
): Promise<string[]> => {
  const found = new Set<string>();
  for (const role of roles) {
    for (const id of await accountsHolding(db, gemeente, today, { role })) found.add(id);
  }
  return [...found];
};
