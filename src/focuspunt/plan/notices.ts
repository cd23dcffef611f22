import { registerNoticeKind } from '#people/index.ts';
import { planTexts } from './texts.ts';

const OF_PLAN = [
  'plan_reminder',
  'plan_due',
  'quarter_ask',
  'quarter_late',
  'action_due',
  'action_late',
] as const;
const OF_TEST = ['test_prepared', 'test_due', 'test_proposed', 'test_adjusted'] as const;

for (const kind of OF_PLAN) registerNoticeKind(kind, planTexts, `notice.${kind}`, (id) => `/plannen/${id}`);
for (const kind of OF_TEST) registerNoticeKind(kind, planTexts, `notice.${kind}`, (id) => `/toetsen/${id}`);
registerNoticeKind(
  'commitment_missing',
  planTexts,
  'notice.commitment_missing',
  (id) => `/focuspunten/${id}/werk`,
);
