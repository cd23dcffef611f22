import type { Rq } from '#platform/web/request.ts';
import { browserKeyOf } from '../draft/browser-key.ts';
import { type Draft, findDraft } from '../draft/store.ts';

/** The draft of this browser with this id; null when it is gone, foreign or never was. */
export const ownDraft = async (
  rq: Rq,
  draftId: string,
  browserKey: string | null = browserKeyOf(rq),
): Promise<Draft | null> => {
  if (draftId === '' || browserKey === null) return null;
  const { gemeente, now } = rq;
  return rq.read((db) =>
    findDraft({ keyring: rq.world.keyring, db, gemeente, now }, { draftId, browserKey }),
  );
};
