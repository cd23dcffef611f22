import { grantsFor } from '#people/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import type { Principal } from '#platform/policy/principal.ts';
import type { About } from '../register/types.ts';
import type { QuestionState } from '../rules/question-states.ts';

/** A technical question as its reader may see it; never the name of who asked. */
export interface QuestionRow {
  readonly id: string;
  readonly question: string;
  readonly state: QuestionState;
  readonly department: string | null;
  readonly departmentId: string | null;
  readonly askedBy: string;
  /** Only for who may see a draft: the griffie and the department, or everybody once it was released. */
  readonly answer: string | null;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly version: number;
  readonly about: readonly (About & { readonly title: string; readonly titleEn: string | null })[];
}

/** Whose questions somebody sees: all, his own and what was answered, or those of his departments. */
export interface QuestionScope {
  readonly all: boolean;
  readonly accountId: string | null;
  readonly departmentIds: readonly string[];
}

/** What this person may read of the questions. */
export const questionScope = (principal: Principal): QuestionScope => {
  const grants = grantsFor(principal, 'question.read');
  return {
    all: grants.some(({ reach }) => reach === 'all'),
    accountId: grants.some(({ reach }) => reach === 'own') ? principal.id : null,
    departmentIds: grants.flatMap(({ holding, reach }) =>
      reach === 'department' && holding?.departmentId ? [holding.departmentId] : [],
    ),
  };
};

/** Questions on one page. */
export const QUESTIONS_PAGE = 25;

const COLUMNS = `q.id, q.question, q.state, d.name as department, q.department_id as "departmentId",
  q.asked_by as "askedBy", q.asked_at as "askedAt", q.answered_at as "answeredAt", q.version,
  case when $2 or q.state = 'answered' or q.department_id = any ($4::uuid[]) then q.answer end as answer,
  array(select jsonb_build_object('kind', l.object_kind, 'id', l.object_id, 'title', coalesce(f.title, a.name, c.name),
      'titleEn', c.name_en)
    from council_link l
    left join focuspunt f on f.gemeente = $1 and l.object_kind = 'focuspunt' and f.id = l.object_id
    left join area a on a.gemeente = $1 and l.object_kind = 'area' and a.id = l.object_id
    left join category c on c.gemeente = $1 and l.object_kind = 'category' and c.id = l.object_id
    where l.gemeente = $1 and l.from_id = q.id and coalesce(f.title, a.name, c.name) is not null
    order by l.object_kind, l.object_id limit 20) as about`;

const REACHED = `($2 or q.department_id = any ($4::uuid[]) and q.state <> 'withdrawn'
  or $3::uuid is not null and (q.asked_by = $3 or q.state = 'answered'))`;

const FROM = `from technical_question q
  left join department d on d.gemeente = $1 and d.id = q.department_id
  where q.gemeente = $1 and ${REACHED}`;

const values = (gemeente: string, { all, accountId, departmentIds }: QuestionScope): unknown[] => [
  gemeente,
  all,
  accountId,
  departmentIds,
];

/** One page of the questions that somebody may read, newest first. */
export const listQuestions = async (
  db: TenantDb,
  gemeente: string,
  scope: QuestionScope,
  after: Cursor | null,
): Promise<ListPage<QuestionRow>> => {
  const rows = await runSql<QuestionRow>(
    db,
    `select ${COLUMNS} ${FROM} and ($5::timestamptz is null or (q.asked_at, q.id) < ($5, $6::uuid))
     order by q.asked_at desc, q.id desc limit ${QUESTIONS_PAGE + 1}`,
    [...values(gemeente, scope), after?.at ?? null, after?.id ?? null],
  );
  return listPage(rows, QUESTIONS_PAGE, ({ askedAt, id }) => ({ at: askedAt, id }));
};

/** One question; null when it is not there for this person. */
export const readQuestion = async (
  db: TenantDb,
  gemeente: string,
  scope: QuestionScope,
  id: string,
): Promise<QuestionRow | null> => {
  const rows = await runSql<QuestionRow>(db, `select ${COLUMNS} ${FROM} and q.id = $5`, [
    ...values(gemeente, scope),
    id,
  ]);
  return rows[0] ?? null;
};
