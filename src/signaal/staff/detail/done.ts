import { freeDays, publicPhone, readSettings } from '#gemeente/index.ts';
import { addTerm, isoDate, parseTerm } from '#platform/calendar/index.ts';
import { type Context, calendarOf, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import type { Photo } from '#platform/files/photo.ts';
import type { RenderedMessage } from '#platform/mail/template.ts';
import type { Rq } from '#platform/web/request.ts';
import { completeAssignment, type HolderOutcome } from '../../commands/assignment.ts';
import { previewOutcome } from '../../messages/preview.ts';
import { termSettings } from '../../settings.ts';
import { readCore } from './core.ts';

/** What "Gedaan" says. */
export interface DoneInput {
  readonly signaalId: string;
  readonly assignmentId: string;
  readonly outcome: HolderOutcome;
  readonly executedOn: string | null;
  readonly answer: string;
  readonly note: string;
  readonly photos: readonly Photo[];
}

/** "Gedaan" with a photo of the result (0.2 D7, 2.4): the photo is stored with the step, or not at all. */
export const completeWithPhotos = defineCommand<DoneInput, { ended: boolean }>({
  name: 'assignment.complete_with_photos',
  action: 'assignment.answer',
  run: async (context, { photos, ...input }) => {
    const result = await completeAssignment.run(context, input);
    for (const photo of photos) await keepPhoto(context, input.signaalId, photo);
    return result;
  },
});

const keepPhoto = async (context: Context, signaalId: string, photo: Photo): Promise<void> => {
  const { db, gemeente, now } = context;
  const id = newId();
  await db
    .insertInto('file')
    .values({
      gemeente,
      id,
      object_kind: 'outcome',
      object_id: signaalId,
      draft_id: null,
      content_type: 'image/jpeg',
      bytes: photo.jpeg,
      thumbnail: photo.thumbnail,
      width: photo.width,
      height: photo.height,
      public: false,
      created_at: now,
    })
    .execute();
  context.record({ noun: 'signaal', objectId: signaalId, action: 'photo_added', after: { file: id } });
};

/** What the reporter would get for this answer, in the channel that was chosen. */
export const previewDone = (
  rq: Rq,
  signaalId: string,
  said: string,
  ended: HolderOutcome,
): Promise<RenderedMessage> =>
  rq.read(async (db) => {
    const { signaal } = await readCore(db, rq, signaalId);
    const settings = await readSettings(db, rq.gemeente, isoDate(rq.now));
    const channel = signaal.reporters.find((one) => one.channel !== 'none')?.channel;
    const isLetter = channel === 'letter';
    const term = parseTerm(settings.get(isLetter ? termSettings.objection_letter : termSettings.objection));
    const facts = {
      lang: rq.lang,
      gemeente: rq.tenant.name,
      phone: settings.get(publicPhone) || null,
      publicUrl: rq.world.publicUrl(rq.gemeente),
      number: signaal.number,
      kind: signaal.kind,
      queue: signaal.queue,
      owner: signaal.owner,
      receivedAt: signaal.receivedAt,
      plannedOn: null,
      hearBy: null,
      nextWord: null,
      objectionUntil: term ? addTerm(rq.now, term, calendarOf(settings.get(freeDays))) : null,
      said,
    };
    return previewOutcome(facts, channel === 'letter' || channel === 'phone' ? channel : 'mail', ended);
  });
