import { setImmediate as turn } from 'node:timers/promises';
import type { Context } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { seal } from '#platform/secrets/index.ts';
import { newCode } from '#platform/speakable-code/index.ts';
import { tellingWords, wordsOf } from '#platform/words.ts';
import { codeHashOf, codePlace } from '../../store/insert.ts';
import type { Draft } from '../rules/draft.ts';
import type { ImportRun } from './runs.ts';

/** A draft with the id under which it is stored. */
export interface Stored {
  readonly id: string;
  readonly draft: Draft;
}

/** An id for a new signaal, and its code as it is stored. */
export interface NewKey {
  readonly id: string;
  readonly codeHash: string;
  readonly codeSealed: Buffer;
}

/** A draft that is ready to be stored. */
export type KeyedDraft = Stored & NewKey;

/** So many new ids and codes; asks no database, so it can be done while that is asked something else. */
export const newKeys = async (context: Context, count: number): Promise<NewKey[]> => {
  const { gemeente, world } = context;
  const keys: NewKey[] = [];
  await inTurns(Array.from({ length: count }, newId), (id) => {
    const code = newCode();
    const codeSealed = seal(world.keyring, code, codePlace(gemeente, id));
    keys.push({ id, codeHash: codeHashOf(context, code), codeSealed });
  });
  return keys;
};

const NUMBERS = `
  insert into signaal_number (gemeente, next) values ($1, 1 + $2::bigint)
  on conflict (gemeente) do update set next = signaal_number.next + $2::bigint returning next - $2::bigint as first`;

const INSERT = `
  insert into signaal (gemeente, kind, source, urgent, answer_channel, imported_at, import_run_id, import_system,
    id, number, state, queue, owner_department_id, text, guard_flags, category_id, route_reason, complex, place_kind,
    buurt_id, street, street_search, place_note, lat, lon, cell, outcome, code_hash, code_sealed, received_at,
    state_since, closed_at, channel, import_ref)
  select $1, 'report', 'other_system', false, 'none', $2, $3, $4, r.id, $5 + r.place - 1, r.state, r.queue, r.owner, r.text,
    string_to_array(r.flags, ','), r.category, r.reason, r.complex, r.place_kind, r.buurt, r.street, r.search, r.note,
    r.lat, r.lon, r.cell, r.outcome, r.code_hash, r.code_sealed, r.received, r.since, r.closed, r.channel, r.ref
  from unnest($6::uuid[], $7::text[], $8::text[], $9::uuid[], $10::text[], $11::text[], $12::uuid[], $13::text[],
    $14::boolean[], $15::text[], $16::uuid[], $17::text[], $18::text[], $19::text[], $20::float8[], $21::float8[],
    $22::text[], $23::text[], $24::text[], $25::bytea[], $26::timestamptz[], $27::timestamptz[], $28::timestamptz[],
    $29::text[], $30::text[]) with ordinality
    as r (id, state, queue, owner, text, flags, category, reason, complex, place_kind, buurt, street, search, note, lat,
      lon, cell, outcome, code_hash, code_sealed, received, since, closed, channel, ref, place)
  on conflict (gemeente, import_system, import_ref) where import_ref is not null do nothing
  returning id`;

/** The words of a signaal come as one text: a word has no space in it. */
const WORDS = `
  insert into signaal_word (gemeente, word, signaal_id)
  select $1, w.word, r.id
  from unnest($2::uuid[], $3::text[]) as r (id, words), unnest(string_to_array(r.words, ' ')) as w (word)`;

/** The state in which a row begins here: what is over is closed, the rest waits for whom the rules name. */
export const stateOf = ({ row, owned }: Draft): 'closed' | 'assigned' | 'received' => {
  if (row.isEnded) return 'closed';
  return owned.queue === 'department' ? 'assigned' : 'received';
};

/**
 * Stores rows as signalen in one statement, with numbers, codes and words, and one history row each. What another run took
 * over at the same moment is left out. Gives what was stored.
 */
export const insertDrafts = async (
  context: Context,
  run: Pick<ImportRun, 'id' | 'system'>,
  rows: readonly KeyedDraft[],
): Promise<Stored[]> => {
  if (rows.length === 0) return [];
  const { db, gemeente, now } = context;
  const [number] = await runSql<{ first: number }>(db, NUMBERS, [gemeente, rows.length]);
  const values = [gemeente, now, run.id, run.system, number?.first, ...columnsOf(context, rows)];
  // The database stores one thing while the next is made ready.
  const words = new Map<string, string>();
  const [inserted] = await Promise.all([
    runSql<{ id: string }>(db, INSERT, values),
    inTurns(rows, ({ id, draft }) => words.set(id, wordsIn(draft))),
  ]);
  const ids = new Set(inserted.map(({ id }) => id));
  const stored = rows.filter(({ id }) => ids.has(id));
  await Promise.all([
    runSql(db, WORDS, [gemeente, stored.map(({ id }) => id), stored.map(({ id }) => words.get(id) ?? '')]),
    inTurns(stored, (row) => recordTaken(context, run.system, row)),
  ]);
  return stored;
};

const AT_ONCE = 50;

/** Does work in small pieces, so that what is asked of the database meanwhile is sent and heard. */
const inTurns = async <Item>(items: readonly Item[], work: (item: Item) => void): Promise<void> => {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    await turn();
    for (const item of items.slice(from, from + AT_ONCE)) work(item);
  }
};

const wordsIn = ({ row: { text, street, note } }: Draft): string =>
  tellingWords(wordsOf(`${text} ${street} ${note}`)).join(' ');

const columnsOf = ({ now }: Context, rows: readonly KeyedDraft[]): unknown[] => {
  const of = <Value>(value: (row: KeyedDraft) => Value): Value[] => rows.map(value);
  const ended = ({ row }: Draft): Date | null => (row.isEnded ? (row.endedAt ?? row.receivedAt) : null);
  return [
    of(({ id }) => id),
    of(({ draft }) => stateOf(draft)),
    of(({ draft }) => draft.owned.queue),
    of(({ draft }) => draft.owned.departmentId),
    of(({ draft }) => draft.row.text),
    of(({ draft }) => draft.row.flags.join(',')),
    of(({ draft }) => draft.categoryId),
    of(({ draft }) => draft.owned.reason),
    of(({ draft }) => draft.complex),
    of(({ draft }) => draft.placeKind),
    of(({ draft }) => draft.buurtId),
    of(({ draft }) => draft.street),
    of(({ draft }) => draft.streetSearch),
    of(({ draft }) => (draft.row.note === '' ? null : draft.row.note)),
    of(({ draft }) => draft.row.point?.lat ?? null),
    of(({ draft }) => draft.row.point?.lon ?? null),
    of(({ draft }) => draft.cell),
    of(({ draft }) => (draft.row.isEnded ? 'unknown_before_import' : null)),
    of(({ codeHash }) => codeHash),
    of(({ codeSealed }) => codeSealed),
    of(({ draft }) => draft.row.receivedAt),
    of(({ draft }) => ended(draft) ?? now),
    of(({ draft }) => ended(draft)),
    of(({ draft }) => draft.row.channel),
    of(({ draft }) => draft.ref),
  ];
};

const recordTaken = (context: Context, system: string, { id, draft }: Stored): void =>
  context.record({
    noun: 'signaal',
    objectId: id,
    action: 'imported',
    after: {
      import_system: system,
      state: stateOf(draft),
      queue: draft.owned.queue,
      owner_department_id: draft.owned.departmentId,
      route_reason: draft.owned.reason,
      category_id: draft.categoryId,
      buurt_id: draft.buurtId,
      place_kind: draft.placeKind,
      guard_flags: draft.row.flags,
      text: secret(draft.row.text),
    },
  });
