import { endOfTerm } from '#gemeente/index.ts';
import { type Command, type Context, defineCommand, runInside } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Photo } from '#platform/files/photo.ts';
import { keyedHash } from '#platform/secrets/index.ts';
import {
  addToSignaal,
  confirmSolved,
  objectToClosing,
  withdrawSignaal,
} from '../../commands/reporter-voice.ts';
import { refuse } from '../../errors.ts';
import { tooLong } from '../../settings.ts';
import { lockSignaal } from '../../store/load.ts';
import { settingsOf } from '../../store/terms.ts';
import { insertPhotos } from '../draft/photos.ts';
import { mayPress } from './standing.ts';

/** Something the reporter says with his code. Only a route that found the signaal by that code may make one. */
interface Spoken {
  readonly signaalId: string;
  readonly text: string;
  /** One key per form: sending twice says it once. */
  readonly onceKey: string;
}

const speaking = ({ signaalId, text }: Spoken) => ({
  signaalId,
  text,
  hasCode: true,
  channel: 'code' as const,
});

/** Claims the key of a form; false when the same form was sent before. Waits for a twin under way. */
const claim = async (
  { db, gemeente, now, world }: Context,
  { signaalId, onceKey }: Spoken,
): Promise<boolean> => {
  const hash = keyedHash(world.keyring, gemeente, `said ${signaalId} ${onceKey}`);
  const claimed = await runSql(
    db,
    `insert into idempotency (gemeente, key_hash, result_id, created_at) values ($1, $2, $3, $4)
     on conflict do nothing returning key_hash`,
    [gemeente, hash, signaalId, now],
  );
  return claimed.length > 0;
};

const inside = <Input>(context: Context, command: Command<Input, void>, input: Input): Promise<void> =>
  runInside(context.world, context.gemeente, context.principal, context.db, command, input);

/** "Iets toevoegen": words, and photos that were made anew. */
export const addByCode = defineCommand<Spoken & { photos: readonly Photo[] }, void>({
  name: 'signaal.add_by_code',
  action: 'signaal.add',
  run: async (context, input) => {
    context.allow();
    if (!(await claim(context, input))) return;
    const draftId = input.photos.length > 0 ? newId() : null;
    if (draftId) await insertPhotos(context, draftId, input.photos);
    await inside(context, addToSignaal, { ...speaking(input), draftId });
  },
});

/** "Intrekken". */
export const withdrawByCode = defineCommand<Spoken, void>({
  name: 'signaal.withdraw_by_code',
  action: 'signaal.withdraw',
  run: async (context, input) => {
    context.allow();
    if (await claim(context, input)) await inside(context, withdrawSignaal, speaking(input));
  },
});

/** "Opgelost, dank". */
export const solvedByCode = defineCommand<Spoken, void>({
  name: 'signaal.confirm_by_code',
  action: 'signaal.object',
  run: async (context, input) => {
    context.allow();
    if (await claim(context, input)) await inside(context, confirmSolved, speaking(input));
  },
});

/** "Niet opgelost? Laat het weten", until the last moment of the term. Throws `objection_too_late`. */
export const objectByCode = defineCommand<Spoken & { until: Date | null }, void>({
  name: 'signaal.object_by_code',
  action: 'signaal.object',
  run: async (context, input) => {
    context.allow();
    if (!(await claim(context, input))) return;
    if (!input.until || context.now > input.until) throw refuse('objection_too_late', { status: 409 });
    await inside(context, objectToClosing, speaking(input));
  },
});

/**
 * "Dit duurt te lang", from the end of a term on while it is open (C3): whoever cuts knots hears it. Throws
 * `step_not_allowed`.
 */
export const pressByCode = defineCommand<{ signaalId: string }, void>({
  name: 'signaal.press_by_code',
  action: 'signaal.press',
  run: async (context, { signaalId }) => {
    context.allow();
    const signaal = await lockSignaal(context, signaalId);
    const from = endOfTerm(await settingsOf(context), tooLong, signaal.received_at);
    if (!mayPress(signaal, from, context.now)) throw refuse('step_not_allowed', { status: 409 });
    context.record({ noun: 'signaal', objectId: signaalId, action: 'pressed' });
    context.emit('signaal.pressed', signaalId);
  },
});
