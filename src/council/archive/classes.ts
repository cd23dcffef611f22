import { deletedRows, keepYears, registerRecordClass } from '#people/index.ts';
import { archiveTexts } from './texts.ts';

/** A technical question that was answered or withdrawn: informing (selectielijst 2020, 20.1). */
const questionYears = keepYears('technical_question', 1);
registerRecordClass('technical_question', archiveTexts, {
  keep: questionYears,
  result: '20.1',
  tables: ['technical_question'],
  ...deletedRows({
    table: 'technical_question',
    started: 'answered_at',
    startedIs: 'moment',
    label: `'vraag van ' || to_char(t.asked_at, 'DD-MM-YYYY')`,
    fits: 't.answered_at is not null',
  }),
});

/** Documents, moties, toezeggingen and points of view of the raad are kept for ever (product.md C5.6). */
registerRecordClass('council_register', archiveTexts, {
  keep: 'permanent',
  result: '19.1',
  tables: ['document', 'council_item', 'council_link', 'council_position'],
});
