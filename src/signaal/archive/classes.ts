import { deletedRows, keepYears, type PastRecord, registerRecordClass } from '#people/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { destroySignaal } from './destroy.ts';
import { archiveTexts } from './texts.ts';

interface PastRow {
  readonly id: string;
  readonly number: number;
  readonly state_since: Date;
}

/** Signalen of one class that ended on or before `until`, and whose root did too, oldest first. */
const pastSignalen =
  (fits: string) =>
  async (
    db: TenantDb,
    gemeente: string,
    until: Date,
    after: PastRecord | null,
    limit: number,
  ): Promise<PastRecord[]> => {
    const rows = await runSql<PastRow>(
      db,
      `select s.id, s.number, s.state_since from signaal s
       where s.gemeente = $1 and s.destroyed_at is null
         and s.state in ('answered', 'duplicate', 'referred', 'closed', 'withdrawn')
         and s.state_since <= $2 and (s.state_since, s.id) > ($3, $4) and ${fits}
         and (s.duplicate_of is null or exists (select 1 from signaal r
           where r.gemeente = $1 and r.id = s.duplicate_of and r.state_since <= $2
             and r.state in ('answered', 'referred', 'closed', 'withdrawn')))
       order by s.state_since, s.id limit ${limit}`,
      [gemeente, until, after?.startedAt ?? FIRST.startedAt, after?.id ?? FIRST.id],
    );
    return rows.map(({ id, number, state_since }) => ({
      id,
      label: String(number),
      startedAt: state_since,
    }));
  };

const FIRST = { startedAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' };

/** What belongs to a signaal and goes with it. */
const OF_SIGNAAL = [
  'signaal',
  'signaal_word',
  'assignment',
  'reporter',
  'feedback',
  'guard_override',
  'file',
];

/** Maintenance of public space that was done (selectielijst 2020, 15.1). */
const doneYears = keepYears('signaal_done', 5);
registerRecordClass('signaal_done', archiveTexts, {
  keep: doneYears,
  result: '15.1',
  tables: [...OF_SIGNAAL, 'message'],
  past: pastSignalen(
    `s.kind <> 'question' and s.state <> 'withdrawn' and s.outcome <> 'not_with_explanation'`,
  ),
  destroy: destroySignaal,
});

/** Maintenance that was not done, with the reason (15.2). */
const notDoneYears = keepYears('signaal_not_done', 5);
registerRecordClass('signaal_not_done', archiveTexts, {
  keep: notDoneYears,
  result: '15.2',
  tables: [],
  past: pastSignalen(
    `s.kind <> 'question' and s.state <> 'withdrawn' and s.outcome = 'not_with_explanation'`,
  ),
  destroy: destroySignaal,
});

/** A question that was answered: informing (20.1). */
const questionYears = keepYears('signaal_question', 1);
registerRecordClass('signaal_question', archiveTexts, {
  keep: questionYears,
  result: '20.1',
  tables: [],
  past: pastSignalen(`s.kind = 'question' and s.state <> 'withdrawn'`),
  destroy: destroySignaal,
});

/** A request that was broken off by whoever made it (6.3). */
const withdrawnYears = keepYears('signaal_withdrawn', 1);
registerRecordClass('signaal_withdrawn', archiveTexts, {
  keep: withdrawnYears,
  result: '6.3',
  tables: [],
  past: pastSignalen(`s.state = 'withdrawn'`),
  destroy: destroySignaal,
});

/** A pattern from the care network that led to nothing: informing (20.1). One that became part of a knelpunt stays with it. */
const patternYears = keepYears('care_pattern', 1);
registerRecordClass('care_pattern', archiveTexts, {
  keep: patternYears,
  result: '20.1',
  tables: ['care_pattern'],
  ...deletedRows({
    table: 'care_pattern',
    started: 'decided_at',
    startedIs: 'moment',
    label: 't.number::text',
    fits: `t.decided_at is not null and not exists (select 1 from knelpunt_pattern k
      where k.gemeente = t.gemeente and k.care_pattern_id = t.id)`,
  }),
});
