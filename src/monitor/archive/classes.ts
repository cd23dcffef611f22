import { registerRecordClass } from '#people/index.ts';
import { archiveTexts } from './texts.ts';

/** Goals and what was measured of them: evaluation of policy with outside effect (selectielijst 2020, 4.1.1). */
registerRecordClass('goal', archiveTexts, {
  keep: 'permanent',
  result: '4.1.1',
  tables: ['goal', 'goal_definition', 'measurement'],
});
