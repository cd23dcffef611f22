import { registerNoticeKind } from '#people/index.ts';
import { regieTexts } from './texts.ts';

const KNOT = [
  'knot_reported',
  'knot_take_late',
  'knot_decide_late',
  'knot_escalated',
  'knot_decided',
  'knot_check',
] as const;
for (const kind of KNOT) registerNoticeKind(kind, regieTexts, `notice.${kind}`, (id) => `/knopen/${id}`);

const HOURS = [
  'bandwidth_asked',
  'bandwidth_approved',
  'bandwidth_refused',
  'bandwidth_notice',
  'bandwidth_ended',
] as const;
for (const kind of HOURS) registerNoticeKind(kind, regieTexts, `notice.${kind}`, () => '/ruimte');

registerNoticeKind('late_stack', regieTexts, 'notice.late_stack', () => '/stapel');
registerNoticeKind('agenda_put', regieTexts, 'notice.agenda_put', () => '/agenda-wethouder');
registerNoticeKind('group_offered', regieTexts, 'notice.group_offered', (id) => `/groepen/${id}`);
registerNoticeKind('group_check', regieTexts, 'notice.group_check', (id) => `/groepen/${id}`);
