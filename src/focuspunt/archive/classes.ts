import { registerRecordClass } from '#people/index.ts';
import { archiveTexts } from './texts.ts';

/** A focuspunt is policy with outside effect: it is kept for ever, with what it came from (selectielijst 2020, 3.1). */
registerRecordClass('focuspunt', archiveTexts, {
  keep: 'permanent',
  result: '3.1',
  tables: [
    'knelpunt',
    'knelpunt_signaal',
    'knelpunt_told',
    'knelpunt_pattern',
    'knelpunt_placement',
    'focus_round',
    'focuspunt',
    'focuspunt_knelpunt',
    'focuspunt_advice',
    'focuspunt_reaction',
    'focuspunt_decision',
    'news_release',
    'plan',
    'plan_view',
    'plan_action',
    'commitment',
    'bandwidth',
    'quarter_status',
  ],
});

/** Evaluation of policy with outside effect (4.1.1). */
registerRecordClass('yearly_test', archiveTexts, {
  keep: 'permanent',
  result: '4.1.1',
  tables: ['yearly_test'],
});
