import { NEWS } from '#people/index.ts';
import type { FollowKind } from './followed.ts';

/** Where news of one thing is asked for. */
export const askHref = (kind: FollowKind | ':kind', id: string): string => `${NEWS}/aanvragen/${kind}/${id}`;
/** The same answer for everybody who asked. */
export const ASKED = `${NEWS}/gevraagd`;
/** After the last thing was stopped. */
export const STOPPED = `${NEWS}/gestopt`;
/** Where the desk stops the news for a caller. */
export const DESK_STOP = '/balie/nieuws';
