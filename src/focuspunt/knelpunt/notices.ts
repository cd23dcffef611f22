import { registerNoticeKind } from '#people/index.ts';
import { knelpuntTexts } from './texts.ts';

/** What named people must see about a knelpunt. */
export type KnelpuntNotice =
  | 'knelpunt_placed'
  | 'knelpunt_returned'
  | 'knelpunt_word'
  | 'knelpunt_look'
  | 'knelpunt_answer'
  | 'knelpunt_answer_late'
  | 'knelpunt_planned'
  | 'knelpunt_done';

const NOTICES: readonly KnelpuntNotice[] = [
  'knelpunt_placed',
  'knelpunt_returned',
  'knelpunt_word',
  'knelpunt_look',
  'knelpunt_answer',
  'knelpunt_answer_late',
  'knelpunt_planned',
  'knelpunt_done',
];

for (const kind of NOTICES) {
  registerNoticeKind(kind, knelpuntTexts, `notice.${kind}`, (id) => `/knelpunten/${id}`);
}
