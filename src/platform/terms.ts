import type { Context } from './command/command.ts';
import { newId } from './database/ids.ts';
import { runSql } from './database/tenant-transaction.ts';

/** What a term is about: the noun of its table and its id. */
export interface TermObject {
  readonly kind: string;
  readonly id: string;
}

/** A term that has passed. */
export interface PassedTerm<Kind extends string = string, ObjectKind extends string = string> {
  readonly id: string;
  readonly kind: Kind;
  readonly object_kind: ObjectKind;
  readonly object_id: string;
}

/** The row of a new term that ends at `due`, for storing several at once. */
export const newTerm = (context: Context, kind: string, object: TermObject, due: Date) => ({
  gemeente: context.gemeente,
  id: newId(),
  kind,
  object_kind: object.kind,
  object_id: object.id,
  started_at: context.now,
  due_at: due,
  settled_at: null,
});

/** Starts a term that ends at `due`; the sweep of the room that owns `object.kind` takes it when it passes. */
export const startTerm = async (
  context: Context,
  kind: string,
  object: TermObject,
  due: Date,
): Promise<void> => {
  await context.db
    .insertInto('term')
    .values(newTerm(context, kind, object, due))
    .execute();
};

/** Starts the same term of several objects of one room. */
export const startTerms = async (
  context: Context,
  kind: string,
  objects: readonly TermObject[],
  due: Date,
): Promise<void> => {
  await runSql(
    context.db,
    `insert into term (gemeente, id, kind, object_kind, object_id, started_at, due_at)
     select $1, t.id, $2, t.object_kind, t.object_id, $3, $4
     from unnest($5::uuid[], $6::text[], $7::uuid[]) as t (id, object_kind, object_id)`,
    [
      context.gemeente,
      kind,
      context.now,
      due,
      objects.map(() => newId()),
      objects.map((object) => object.kind),
      objects.map(({ id }) => id),
    ],
  );
};

/** Ends the open terms of these kinds: `met` when what was asked happened, `cancelled` when it is no longer asked. */
export const endTerms = async (
  context: Context,
  objectIds: readonly string[],
  kinds: readonly string[] | 'all',
  state: 'met' | 'cancelled',
): Promise<void> => {
  await runSql(
    context.db,
    `update term set state = $1, settled_at = $2
     where gemeente = $3 and object_id = any ($4::uuid[]) and state = 'open'
       and ($5::text[] is null or kind = any ($5::text[]))`,
    [state, context.now, context.gemeente, [...objectIds], kinds === 'all' ? null : [...kinds]],
  );
};

/** How many passed terms one transaction takes; the caller repeats while it gets as many. */
export const TERM_BATCH = 50;

/**
 * How many milliseconds a sweep waits for a row that somebody holds. A sweep holds its terms before the objects, a person's
 * command the object before its terms: it gives way well before the database would pick one of the two itself (1000), and
 * `everyTenant` lets it try again.
 */
const GIVE_WAY_AFTER = 400;

/**
 * Takes the open terms about these kinds of object that have passed, earliest first, and marks them passed. Each room
 * takes only its own, in a command that then does what each term asks.
 */
export const takePassedTerms = async <Kind extends string, ObjectKind extends string>(
  context: Context,
  objectKinds: readonly ObjectKind[],
): Promise<PassedTerm<Kind, ObjectKind>[]> => {
  await runSql(context.db, `set local lock_timeout = ${GIVE_WAY_AFTER}`);
  return runSql<PassedTerm<Kind, ObjectKind>>(
    context.db,
    `update term set state = 'passed', settled_at = $2
     where gemeente = $1 and id in (
       select id from term where gemeente = $1 and state = 'open' and due_at < $2 and object_kind = any ($3::text[])
       order by due_at, id limit ${TERM_BATCH} for update)
     returning id, kind, object_kind, object_id`,
    [context.gemeente, context.now, [...objectKinds]],
  );
};
