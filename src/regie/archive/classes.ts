import { deletedRows, keepYears, registerRecordClass } from '#people/index.ts';
import { archiveTexts } from './texts.ts';

/** A knot: a dispute that was settled (selectielijst 2020, 13.1). */
const knotYears = keepYears('knot', 5);
registerRecordClass('knot', archiveTexts, {
  keep: knotYears,
  result: '13.1',
  tables: ['knot', 'knot_hearing', 'knot_decision'],
  ...deletedRows({
    table: 'knot',
    started: 'state_since',
    startedIs: 'moment',
    label: 't.number::text',
    fits: `t.state in ('decided', 'executed', 'dropped')`,
    under: [
      'delete from knot_hearing where gemeente = $1 and knot_id = $2',
      'delete from knot_decision where gemeente = $1 and knot_id = $2',
    ],
  }),
});

/** What stood on the agenda of a wijkwethouder: a meeting of administrators with their staff (19.1.11). */
const agendaYears = keepYears('alderman_agenda', 5);
registerRecordClass('alderman_agenda', archiveTexts, {
  keep: agendaYears,
  result: '19.1.11',
  tables: ['alderman_agenda'],
  ...deletedRows({
    table: 'alderman_agenda',
    started: 'discussed_at',
    startedIs: 'moment',
    label: 't.title',
    fits: 't.discussed_at is not null',
  }),
});

/** The weekly stack of a department that was late: part of the maintenance itself (15.1). */
const stackYears = keepYears('late_stack', 5);
registerRecordClass('late_stack', archiveTexts, {
  keep: stackYears,
  result: '15.1',
  tables: ['late_stack', 'late_stack_item'],
  ...deletedRows({
    table: 'late_stack',
    started: 'answered_at',
    startedIs: 'moment',
    label: 't.week_of::text',
    fits: 't.answered_at is not null',
    under: ['delete from late_stack_item where gemeente = $1 and stack_id = $2'],
  }),
});

/** Mandates, and the groups whose home they decided about: cooperation for the task (16.1.2). */
registerRecordClass('mandate', archiveTexts, {
  keep: 'permanent',
  result: '16.1.2',
  tables: ['mandate', 'residents_group', 'group_move'],
});
