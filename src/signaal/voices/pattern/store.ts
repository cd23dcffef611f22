import type { Selectable } from 'kysely';
import { areaBuurten, fallbackArea, readSettings } from '#gemeente/index.ts';
import { notify, reachesObject } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { lockRow, mustBeVersion, storeRow } from '#platform/command/rows.ts';
import type { CarePatternTable } from '#platform/database/schema.gen.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound, Refusal } from '#platform/errors.ts';
import type { Holding, Principal } from '#platform/policy/principal.ts';
import { afterStep } from '#platform/state-machine.ts';
import { refuse } from '../../errors.ts';
import { type CarePatternStep, carePatternMachine } from '../../rules/care-pattern-states.ts';
import { fallbackFor } from '../../staff/scope.ts';
import type { PatternNotice } from './notices.ts';

/** A pattern as it is stored. */
export type CarePattern = Selectable<CarePatternTable>;

interface Where {
  readonly db: TenantDb;
  readonly gemeente: string;
  readonly today: string;
  readonly principal: Principal;
}

/** Whether somebody's reach contains a pattern: his own, or one of his area; an area without a wijkregisseur falls to the fallback area. */
export const patternReach = async (
  { db, gemeente, today, principal }: Where,
  pattern: Pick<CarePattern, 'area_id' | 'given_by'>,
): Promise<(holding: Holding | null, reach: string) => boolean> => {
  const buurtIds = await areaBuurten(db, gemeente, today, pattern.area_id);
  const fallback = await fallbackFor(db, gemeente, today, principal);
  const falls = buurtIds.some((id) => fallback.buurtIds.includes(id));
  const fits = reachesObject(principal, { buurtIds, accountIds: [pattern.given_by] });
  return (holding, reach) =>
    fits(holding, reach) ||
    (reach === 'area' && falls && holding !== null && holding.areaId === fallback.areaId);
};

/**
 * Loads a pattern, holds its row, and asks the gate with its area and its giver. Throws "not found" for whoever it does
 * not concern, and `changed_meanwhile` (409) when it is not as its reader saw it.
 */
export const openPattern = async (
  context: Context,
  id: string,
  seenVersion: number,
): Promise<CarePattern> => {
  const pattern = await lockRow(context, 'care_pattern', id);
  const fits = await patternReach(context, pattern);
  ask(context, fits);
  mustBeVersion(pattern, seenVersion);
  return pattern;
};

/** Refused as "not found" for whoever could not even read it. */
const ask = (context: Context, fits: Parameters<Context['allow']>[0]): void => {
  try {
    context.allow(fits);
  } catch (error) {
    const mayRead = context.world.gate(context.principal, 'care_pattern.read', fits).ok;
    throw error instanceof Refusal && !mayRead ? notFound() : error;
  }
};

/** Takes a step and keeps what changed with it. Throws `step_not_allowed` (409) where the table has no such step. */
export const movePattern = async (
  context: Context,
  pattern: CarePattern,
  step: CarePatternStep,
  change: Partial<Pick<CarePattern, 'question' | 'answer' | 'decision_note' | 'decided_by' | 'decided_at'>>,
): Promise<void> => {
  const state = afterStep(carePatternMachine, pattern.state, step);
  if (state === null) throw refuse('step_not_allowed', { status: 409 });
  await storeRow(context, 'care_pattern', pattern, { ...change, state });
};

const DECIDERS = `
  select distinct h.account_id as id
  from role_holding h
  join account a on a.gemeente = $1 and a.id = h.account_id and a.active
  where h.gemeente = $1 and h.role = $2 and h.valid_from <= $3 and (h.valid_to is null or h.valid_to > $3)
    and ($4::uuid is null or h.area_id is null or exists (
      select 1 from area_buurt own
      join area_buurt asked on asked.gemeente = $1 and asked.buurt_id = own.buurt_id and asked.area_id = $4
        and asked.valid_from <= $3 and (asked.valid_to is null or asked.valid_to > $3)
      where own.gemeente = $1 and own.area_id = h.area_id
        and own.valid_from <= $3 and (own.valid_to is null or own.valid_to > $3)))
  order by h.account_id limit 100`;

const holders = async (
  { db, gemeente, today }: Context,
  role: 'wijkregisseur' | 'team_manager',
  areaId: string | null,
): Promise<string[]> => {
  const rows = await runSql<{ id: string }>(db, DECIDERS, [gemeente, role, today, areaId]);
  return rows.map(({ id }) => id);
};

/** Who decides about an area today: its wijkregisseurs, else those of the fallback area, else the team manager. */
export const decidersOf = async (context: Context, areaId: string): Promise<string[]> => {
  const own = await holders(context, 'wijkregisseur', areaId);
  if (own.length > 0) return own;
  const fallback = (await readSettings(context.db, context.gemeente, context.today)).get(fallbackArea);
  const others = fallback === '' ? [] : await holders(context, 'wijkregisseur', fallback);
  return others.length > 0 ? others : managers(context);
};

/** The team managers, who see what was left too long. */
export const managers = (context: Context): Promise<string[]> => holders(context, 'team_manager', null);

/** Puts a pattern before named people. */
export const tellAbout = (
  context: Context,
  accountIds: readonly string[],
  kind: PatternNotice,
  id: string,
): Promise<void> => notify(context, accountIds, `care_pattern_${kind}`, 'care_pattern', id);
