import type { FocuspuntParts } from '#focuspunt/index.ts';
import { FollowByMail } from './form.tsx';

export { FollowByMail } from './form.tsx';
export { followMessages } from './messages.ts';
export { followRoutes } from './routes.tsx';
export { followNews } from './tell.ts';
export { followTexts } from './texts.ts';

/** The form with which a resident follows a focuspunt, for its public page. */
export const followOnFocuspunt: NonNullable<FocuspuntParts['follow']> = (rq, { id }) =>
  FollowByMail({ rq, kind: 'focuspunt', id });
