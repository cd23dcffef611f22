import { registerNoticeKind } from '#people/index.ts';
import { monitorTexts } from './texts.ts';

/** What a named person sees when a measurement does not come. */
export type GoalNotice = 'measurement_due' | 'measurement_missing';

const KINDS: readonly GoalNotice[] = ['measurement_due', 'measurement_missing'];

for (const kind of KINDS) registerNoticeKind(kind, monitorTexts, `notice.${kind}`, (id) => `/doelen/${id}`);
