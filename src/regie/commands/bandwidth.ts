import type { Selectable } from 'kysely';
import { readSettings } from '#gemeente/index.ts';
import { notify, reachesObject } from '#people/index.ts';
import { endOfDay } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { lockRow, mustBeVersion, type RowChange, storeRow } from '#platform/command/rows.ts';
import { isId, newId } from '#platform/database/ids.ts';
import type { BandwidthTable } from '#platform/database/schema.gen.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { afterStep } from '#platform/state-machine.ts';
import { endTerms, startTerm } from '#platform/terms.ts';
import { refuse } from '../errors.ts';
import { hoursOf } from '../read/pot.ts';
import { type BandwidthStep, bandwidthMachine } from '../rules/other-states.ts';
import { takeFromPot } from '../rules/pot.ts';
import { holdersOf } from '../seers.ts';
import { hoursNotice, hoursPot } from '../settings.ts';
import { allAtOnce } from './all-at-once.ts';
import { mustBeAhead } from './decide.ts';
import { mustBeSentence } from './raise.ts';

type Bandwidth = Selectable<BandwidthTable>;

/** "Ik help mee": on what, why, how many hours, until when, and what is dropped for it. */
export interface Help {
  readonly objectKind: Bandwidth['object_kind'];
  /** Null for something that stands in no list. */
  readonly objectId: string | null;
  readonly title: string;
  readonly sentence: string;
  readonly hours: number;
  readonly whatIsDropped: string;
  /** `YYYY-MM-DD`, this year or next. */
  readonly endsOn: string;
}

/** No wijkregisseur has more hours than this in one request. */
const MOST_HOURS = 400;

/**
 * Takes hours from the yearly pot: within it at once, above it the team manager decides; the record is made either way
 * (0.2 D5). At four fifths of the pot both are told. Throws what is missing, by field. Gives its id and state.
 */
export const askBandwidth = defineCommand<Help, { id: string; state: 'within_pot' | 'asked' }>({
  name: 'bandwidth.ask',
  action: 'bandwidth.ask',
  run: async (context, input) => {
    const accountId = context.principal.id;
    context.allow(reachesObject(context.principal, { accountIds: accountId ? [accountId] : [] }));
    if (accountId === null) throw notFound();
    const { db, gemeente, today } = context;
    const help = checked(input, today);
    await lockAccount(context, accountId);
    const year = Number(today.slice(0, 4));
    const settings = await readSettings(db, gemeente, today);
    const { used } = await hoursOf(db, gemeente, accountId, year);
    const { state, notice } = takeFromPot(
      used,
      settings.get(hoursPot),
      help.hours,
      settings.get(hoursNotice),
    );
    const id = await insertBandwidth(context, help, { accountId, year, state });
    if (state === 'within_pot') await startTerm(context, 'bandwidth_end', about(id), endOfDay(help.endsOn));
    const managers = await holdersOf(context, [{ role: 'team_manager' }]);
    if (state === 'asked') await notify(context, managers, 'bandwidth_asked', 'bandwidth', id);
    if (notice) await notify(context, [accountId, ...managers], 'bandwidth_notice', 'bandwidth', id);
    context.emit('bandwidth.asked', id);
    return { id, state };
  },
});

const about = (id: string) => ({ kind: 'bandwidth', id });

/** Two requests at once take the pot one after the other. */
const lockAccount = async ({ db, gemeente }: Context, accountId: string): Promise<void> => {
  await runSql(db, 'select id from account where gemeente = $1 and id = $2 for no key update', [
    gemeente,
    accountId,
  ]);
};

const checked = (input: Help, today: string): Help => {
  allAtOnce([
    () => mustBeSentence(input.title, 'title'),
    () => mustBeSentence(input.sentence, 'sentence'),
    () => mustBeHours(input.hours),
    () => mustSayWhatIsDropped(input.whatIsDropped),
    () => mustBeAhead(input.endsOn, today, 'ends'),
  ]);
  if (input.objectId !== null && !isId(input.objectId)) throw refuse('object_unknown');
  return {
    ...input,
    title: input.title.trim().slice(0, 200),
    sentence: input.sentence.trim(),
    whatIsDropped: input.whatIsDropped.trim(),
  };
};

const mustBeHours = (hours: number): void => {
  if (!(hours > 0 && hours <= MOST_HOURS))
    throw refuse('hours_unreadable', { fields: { hours: 'hours_unreadable' } });
};

const mustSayWhatIsDropped = (text: string): void => {
  if (text.trim() === '') throw refuse('dropped_missing', { fields: { dropped: 'dropped_missing' } });
  mustBeSentence(text, 'dropped');
};

const insertBandwidth = async (
  context: Context,
  help: Help,
  kept: { accountId: string; year: number; state: 'within_pot' | 'asked' },
): Promise<string> => {
  const { db, gemeente, now } = context;
  const id = newId();
  const facts = {
    account_id: kept.accountId,
    year: kept.year,
    object_kind: help.objectKind,
    object_id: help.objectId,
    hours: help.hours,
    ends_on: help.endsOn,
    state: kept.state,
  };
  await db
    .insertInto('bandwidth')
    .values({
      ...facts,
      gemeente,
      id,
      title: help.title,
      sentence: help.sentence,
      what_is_dropped: help.whatIsDropped,
      created_at: now,
    })
    .execute();
  context.record({
    noun: 'bandwidth',
    objectId: id,
    action: 'asked',
    after: { ...facts, sentence: secret(help.sentence), what_is_dropped: secret(help.whatIsDropped) },
  });
  return id;
};

const openBandwidth = async (context: Context, id: string, version?: number): Promise<Bandwidth> => {
  const row = await lockRow(context, 'bandwidth', id);
  if (version !== undefined) {
    context.allow(reachesObject(context.principal, { accountIds: [row.account_id] }));
    mustBeVersion(row, version);
  }
  return row;
};

const moveBandwidth = async (
  context: Context,
  row: Bandwidth,
  step: BandwidthStep,
  change: Omit<RowChange<'bandwidth'>, 'state'> = {},
): Promise<void> => {
  const state = afterStep(bandwidthMachine, row.state, step);
  if (!state) throw refuse('step_not_allowed', { status: 409 });
  await storeRow(context, 'bandwidth', row, { ...change, state });
  context.record({
    noun: 'bandwidth',
    objectId: row.id,
    action: step,
    before: { state: row.state },
    after: { state, decision_reason: secret(change.decision_reason ?? null) },
  });
};

/** The team manager says yes or no to hours above the pot; no with a reason. Throws `reason_missing`, `changed_meanwhile`. */
export const decideBandwidth = defineCommand<
  { bandwidthId: string; version: number; approve: boolean; reason: string },
  void
>({
  name: 'bandwidth.decide',
  action: 'bandwidth.decide',
  run: async (context, { bandwidthId, version, approve, reason }) => {
    const row = await openBandwidth(context, bandwidthId, version);
    if (!approve && reason.trim() === '')
      throw refuse('reason_missing', { fields: { reason: 'reason_missing' } });
    const said = reason.trim() === '' ? null : mustBeSentence(reason, 'reason');
    await moveBandwidth(context, row, approve ? 'approve' : 'refuse', {
      decided_by: context.principal.id,
      decided_at: context.now,
      decision_reason: said,
    });
    if (approve) await startTerm(context, 'bandwidth_end', about(row.id), endOfDay(row.ends_on));
    const kind = approve ? 'bandwidth_approved' : 'bandwidth_refused';
    await notify(context, [row.account_id], kind, 'bandwidth', row.id);
    context.emit('bandwidth.decided', row.id);
  },
});

/** Stops hours before their end. Throws `step_not_allowed`, `changed_meanwhile`. */
export const endBandwidth = defineCommand<{ bandwidthId: string; version: number }, void>({
  name: 'bandwidth.end',
  action: 'bandwidth.end',
  run: async (context, { bandwidthId, version }) => {
    const row = await openBandwidth(context, bandwidthId, version);
    await moveBandwidth(context, row, 'end');
    await endTerms(context, [row.id], 'all', 'met');
    context.emit('bandwidth.ended', row.id);
  },
});

/** Their last day has passed: they end, and both see it (C4). For the sweep, which asked the gate. */
export const endWhenOver = async (context: Context, id: string): Promise<void> => {
  const row = await openBandwidth(context, id);
  if (row.state === 'ended' || row.state === 'refused') return;
  await moveBandwidth(context, row, 'end');
  const managers = await holdersOf(context, [{ role: 'team_manager' }]);
  await notify(context, [row.account_id, ...managers], 'bandwidth_ended', 'bandwidth', id);
};
