import { registerNoticeKind } from '#people/index.ts';
import { OVERRIDE_MADE, OVERRIDE_REVIEWED, overridePath } from './overrides/paths.ts';
import type { TermKind } from './settings.ts';
import { signaalTexts } from './texts.ts';

/** Passed terms that a named person must see; the others act by themselves. */
export type SeenTerm = Exclude<TermKind, 'objection' | 'contact_wipe' | 'status'> | 'status_human';

const SEEN: readonly SeenTerm[] = [
  'triage',
  'triage_late',
  'question',
  'assignment',
  'assignment_late',
  'plan_date',
  'planned_on',
  'hear_by',
  'reopened',
  'status_human',
];

for (const kind of SEEN) {
  registerNoticeKind(
    `term_${kind}`,
    signaalTexts,
    `notice.${kind}`,
    (id) => `/signalen/${id}`,
    'signaal.read',
  );
}

registerNoticeKind(OVERRIDE_MADE, signaalTexts, 'notice.guard_override', overridePath, 'override.read');
registerNoticeKind(
  OVERRIDE_REVIEWED,
  signaalTexts,
  'notice.guard_override_reviewed',
  (signaalId) => `/signalen/${signaalId}`,
  'signaal.read',
);
