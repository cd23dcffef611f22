import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { blindIndex, seal } from '#platform/secrets/index.ts';
import { newCode } from '#platform/speakable-code/index.ts';
import { tellingWords, wordsOf } from '#platform/words.ts';
import type { GiveSignaal } from '../commands/give-input.ts';
import type { Signaal } from './load.ts';
import type { FoundPlace } from './place.ts';
import type { ResolvedRoute } from './routing.ts';

/** A signaal that is about to be stored. */
export interface NewSignaal {
  readonly id: string;
  readonly input: GiveSignaal;
  readonly place: FoundPlace;
  readonly route: ResolvedRoute;
  readonly flags: readonly string[];
  /** "Ik ook": the open signaal that this one joins. */
  readonly joins?: Signaal;
}

/** Where the code of a signaal is sealed. */
export const codePlace = (gemeente: string, signaalId: string) => ({
  gemeente,
  row: `signaal/${signaalId}/code`,
});

/** The fingerprint by which a code is found. Throws on a code without characters: parse it first. */
export const codeHashOf = (
  { world, gemeente }: Pick<Context, 'world' | 'gemeente'>,
  code: string,
): string => {
  const hash = blindIndex(world.keyring, gemeente, 'code', code);
  if (!hash) throw new Error('A code without characters');
  return hash;
};

/** Stores a signaal with its words and its number. */
export const insertSignaal = async (context: Context, signaal: NewSignaal): Promise<void> => {
  const { gemeente, now, world } = context;
  const { id, input, place, route, flags } = signaal;
  const code = newCode();
  await context.db
    .insertInto('signaal')
    .values({
      ...place,
      ...givenColumns(context, input),
      gemeente,
      id,
      number: await nextNumber(context),
      state: route.queue === 'department' ? 'assigned' : 'received',
      queue: route.queue,
      owner_department_id: route.departmentId,
      text_wiped_at: null,
      guard_flags: [...flags],
      category_id: route.category?.id ?? null,
      route_reason: route.reason,
      complex: route.category?.complex ?? false,
      outcome: null,
      duplicate_of: null,
      planned_on: null,
      hear_by: null,
      code_hash: codeHashOf(context, code),
      code_sealed: seal(world.keyring, code, codePlace(gemeente, id)),
      received_at: now,
      state_since: now,
      closed_at: null,
      ...joinedColumns(signaal.joins),
    })
    .execute();
  await insertWords(context, id, `${input.text} ${input.place.street} ${input.place.note}`);
};

const givenColumns = ({ principal, now }: Context, input: GiveSignaal) => ({
  kind: input.kind,
  source: input.source,
  channel: input.channel,
  text: input.text,
  urgent: input.urgent,
  answer_channel: input.answerChannel,
  registered_by: isRegistered(principal, input) ? principal.id : null,
  source_department_id: input.sourceDepartmentId ?? null,
  partner_link_id: input.partnerLinkId ?? null,
  consent_at: input.consent ? now : null,
});

/** A voice that joins ends where it begins: it is told what becomes of the other. */
const joinedColumns = (root: Signaal | undefined) =>
  root
    ? {
        state: 'duplicate' as const,
        outcome: 'duplicate' as const,
        joined: true,
        duplicate_of: root.id,
        merged_into: root.id,
        category_id: root.category_id,
        complex: root.complex,
      }
    : {};

/** Whoever works here and reports from his own street as anybody does, is not its registrar. */
const isRegistered = (principal: Principal, { source, channel }: GiveSignaal): boolean =>
  principal.kind === 'staff' && !(channel === 'web' && source === 'resident');

/** The next number of this municipality; two at once wait for each other, so no number is used twice. */
export const nextNumber = async (context: Context): Promise<number> => {
  const [row] = await runSql<{ number: number }>(
    context.db,
    `insert into signaal_number (gemeente, next) values ($1, 2)
     on conflict (gemeente) do update set next = signaal_number.next + 1 returning next - 1 as number`,
    [context.gemeente],
  );
  if (!row) throw new Error('No number was given');
  return row.number;
};

/** Keeps the words of a text for searching; the words of a second text of the same signaal are added. */
export const insertWords = async (context: Context, signaalId: string, text: string): Promise<void> => {
  await runSql(
    context.db,
    `insert into signaal_word (gemeente, word, signaal_id)
     select $1, word, $2 from unnest($3::text[]) as word on conflict do nothing`,
    [context.gemeente, signaalId, tellingWords(wordsOf(text))],
  );
};

/** Moves the photos of a draft to its signaal. */
export const takeFiles = async (
  context: Context,
  signaalId: string,
  draftId: string | null,
): Promise<void> => {
  if (!draftId) return;
  await context.db
    .updateTable('file')
    .set({ object_kind: 'signaal', object_id: signaalId, draft_id: null })
    .where('gemeente', '=', context.gemeente)
    .where('draft_id', '=', draftId)
    .execute();
};
