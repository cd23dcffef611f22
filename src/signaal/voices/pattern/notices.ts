import { registerNoticeKind } from '#people/index.ts';
import { voiceTexts } from '../texts.ts';

/** Where patterns are decided. */
export const PATTERNS = '/zorgpatronen';

/** What named people see of a pattern. */
export type PatternNotice = 'given' | 'question' | 'replied' | 'accepted' | 'declined' | 'late';

const ALL: readonly PatternNotice[] = ['given', 'question', 'replied', 'accepted', 'declined', 'late'];

for (const kind of ALL) {
  registerNoticeKind(
    `care_pattern_${kind}`,
    voiceTexts,
    `pattern.notice.${kind}`,
    (id) => `${PATTERNS}/${id}`,
  );
}
