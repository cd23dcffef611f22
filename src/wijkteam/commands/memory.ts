import { inspectText, mustRemove } from '#people/index.ts';
import { isPlainDate } from '#platform/calendar/index.ts';
import { defineCommand } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { refuse, refuseField } from '../errors.ts';
import type { MemoryKind } from '../read.ts';
import { allowArea } from './members.ts';

/** A note for the memory of a wijk. Days as `YYYY-MM-DD`; without a last day it stays. */
export interface NewMemory {
  readonly areaId: string;
  readonly kind: MemoryKind;
  readonly text: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly public: boolean;
}

const LONGEST = 500;

/**
 * Writes what a colleague must know of a wijk (S50); about places, never about persons, so the guard looks at it first.
 * A telephone number of an office is what such a note is for and may stay. Gives its id. Throws `note_missing`,
 * `note_names_person`, `date_missing`, `ends_before_start`.
 */
export const writeMemory = defineCommand<NewMemory, string>({
  name: 'memory.write',
  action: 'memory.write',
  run: async (context, input) => {
    await allowArea(context, input.areaId);
    checkMemory(input);
    const { db, gemeente, now, principal } = context;
    if (principal.id === null) throw notFound();
    const id = newId();
    const { areaId: area_id, kind, startsOn: starts_on, endsOn: ends_on } = input;
    const facts = { area_id, kind, starts_on, ends_on, public: input.public };
    await db
      .insertInto('wijk_memory')
      .values({ gemeente, id, ...facts, text: input.text.trim(), made_by: principal.id, created_at: now })
      .execute();
    const after = { ...facts, text: secret(input.text) };
    context.record({ noun: 'wijk_memory', objectId: id, action: 'written', after });
    return id;
  },
});

const checkMemory = ({ text, startsOn, endsOn }: NewMemory): void => {
  if (text.trim() === '') throw refuseField('text', 'note_missing');
  if (text.length > LONGEST) throw refuseField('text', 'field_too_long');
  const persons = mustRemove(inspectText(text)).filter(({ kind }) => kind !== 'phone');
  if (persons.length > 0) throw refuseField('text', 'note_names_person');
  if (!isPlainDate(startsOn)) throw refuseField('startsOn', 'date_missing');
  if (endsOn === null) return;
  if (!isPlainDate(endsOn)) throw refuseField('endsOn', 'date_missing');
  if (endsOn < startsOn) throw refuseField('endsOn', 'ends_before_start');
};

/** Takes a note out of the memory; the history keeps that it was there. Throws `already_ended`. */
export const endMemory = defineCommand<{ memoryId: string }, void>({
  name: 'memory.end',
  action: 'memory.write',
  run: async (context, { memoryId }) => {
    const { db, gemeente, now } = context;
    const note = await db
      .selectFrom('wijk_memory')
      .select(['area_id', 'ended_at'])
      .where('gemeente', '=', gemeente)
      .where('id', '=', memoryId)
      .forUpdate()
      .executeTakeFirst();
    if (!note) throw notFound();
    await allowArea(context, note.area_id);
    if (note.ended_at) throw refuse('already_ended', { status: 409 });
    await db
      .updateTable('wijk_memory')
      .set({ ended_at: now })
      .where('gemeente', '=', gemeente)
      .where('id', '=', memoryId)
      .execute();
    context.record({
      noun: 'wijk_memory',
      objectId: memoryId,
      action: 'ended',
      before: { ended: false },
      after: { ended: true },
    });
  },
});
