import { deletedRows, keepYears, registerRecordClass } from '#people/index.ts';
import { archiveTexts } from './texts.ts';

/** What the desk had to know for a time: informing (selectielijst 2020, 20.1). */
const memoryYears = keepYears('wijk_memory', 1);
registerRecordClass('wijk_memory', archiveTexts, {
  keep: memoryYears,
  result: '20.1',
  tables: ['wijk_memory'],
  ...deletedRows({
    table: 'wijk_memory',
    started: 'ends_on',
    startedIs: 'day',
    label: 't.starts_on::text',
    fits: 't.ends_on is not null',
  }),
});

/** Who sat in a wijkteam, by organisation and function: cooperation for the task (16.1.2). */
registerRecordClass('wijkteam_member', archiveTexts, {
  keep: 'permanent',
  result: '16.1.2',
  tables: ['wijkteam_member'],
});
