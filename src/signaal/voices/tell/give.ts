import { type Context, runInside } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { giveSignaal } from '../../commands/give.ts';
import type { GiveSignaal } from '../../commands/give-input.ts';
import { insertPhotos } from '../../public/draft/photos.ts';
import { NO_CONTACT } from '../../store/contact.ts';
import type { Told } from './receive.ts';

/** Who speaks and how, as the role of the giver settles it (0.2 D22); never as a form says. */
type Voice = Pick<GiveSignaal, 'source' | 'channel' | 'lang'> &
  Partial<
    Pick<GiveSignaal, 'sourceDepartmentId' | 'partnerLinkId' | 'consent' | 'contact' | 'answerChannel'>
  >;

/** What the giver gets in hand. */
export interface Given {
  readonly signaalId: string;
  readonly number: number;
}

/**
 * Gives what was told in a short form as a signaal like any other: same guard, same routing, same totals. The photos
 * come with it or not at all; a form that is sent twice gives one. Throws what {@link giveSignaal} throws.
 */
export const giveTold = async (
  { world, gemeente, db, now }: Context,
  giver: Principal,
  { text, place, photos, idempotencyKey }: Told,
  voice: Voice,
): Promise<Given> => {
  const draftId = photos.length === 0 ? null : newId();
  if (draftId) await insertPhotos({ db, gemeente, now }, draftId, photos);
  const { signaalId } = await runInside(world, gemeente, giver, db, giveSignaal, {
    kind: 'report',
    text,
    place,
    categoryId: null,
    urgent: false,
    contact: NO_CONTACT,
    helper: NO_CONTACT,
    answerChannel: 'none',
    draftId,
    idempotencyKey,
    override: null,
    deskUnsure: null,
    ...voice,
  });
  if (draftId)
    await runSql(db, 'delete from file where gemeente = $1 and draft_id = $2', [gemeente, draftId]);
  const [row] = await runSql<{ number: number }>(
    db,
    'select number from signaal where gemeente = $1 and id = $2',
    [gemeente, signaalId],
  );
  if (!row) throw new Error('What was given is not there');
  return { signaalId, number: Number(row.number) };
};
