import type { World } from '#platform/world.ts';
import { UsageProblem } from './command.ts';
import { say } from './sentences.ts';

const SHOWN = 10;

/** The municipality a command is about: the one that was named, or the only one there is. */
export const chosenTenant = async (world: Pick<World, 'pool'>, named: string): Promise<string> => {
  const code = named.toUpperCase();
  const { rows } = await world.pool.query<{ gemeente: string }>(
    `select gemeente from tenant where $1 = '' or gemeente = $1 order by gemeente limit ${SHOWN}`,
    [code],
  );
  const [first, second] = rows;
  if (!first) throw new UsageProblem(code === '' ? say.noTenant() : say.unknownTenant(code));
  if (second) throw new UsageProblem(say.chooseTenant(rows.map(({ gemeente }) => gemeente).join(', ')));
  return first.gemeente;
};
