import { registerNoticeKind } from '#people/index.ts';
import { focuspuntTexts } from './texts.ts';

const KINDS = ['focus_advice', 'focus_reaction', 'focus_held', 'focus_baseline'] as const;

for (const kind of KINDS) {
  registerNoticeKind(kind, focuspuntTexts, `notice.${kind}`, (id) => `/focuspunten/${id}/werk`);
}

registerNoticeKind('focus_round', focuspuntTexts, 'notice.focus_round', (id) => `/rondes/${id}`);
registerNoticeKind('focus_memo', focuspuntTexts, 'notice.focus_memo', (id) => `/raadsmemo/${id}`);
registerNoticeKind('focus_sign', focuspuntTexts, 'notice.focus_sign', (id) => `/raadsmemo/${id}`);
registerNoticeKind('focus_news', focuspuntTexts, 'notice.focus_news', (id) => `/focuspunten/${id}`);
