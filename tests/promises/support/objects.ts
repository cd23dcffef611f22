import { newId } from '#platform/database/ids.ts';
import { asOwner } from '#testing/world.ts';
import type { House } from './house.ts';

/** One object of every noun that the demonstration has none of, past the screens; `$2` is the moment, `$3` a fresh id. */
const MORE: readonly string[] = [
  `insert into knot (gemeente, id, number, object_kind, object_id, buurt_id, title, cause, state, side_a_department_id,
     side_b_department_id, reported_at, state_since, decide_by)
   select $1, $3, 900, 'signaal', s.id, s.buurt_id, 'Verzonnen', 'raised', 'reported', d.id, d.id, $2, $2, $2
   from signaal s, department d where s.buurt_id is not null and d.kind = 'vakafdeling' order by s.id desc, d.id limit 1`,
  `insert into late_stack (gemeente, id, department_id, week_of, made_at)
   select $1, $3, d.id, '2026-11-23', $2 from department d where d.kind = 'vakafdeling' order by d.id limit 1`,
  `insert into alderman_agenda (gemeente, id, area_id, object_kind, object_id, title, sentence, put_by, put_at)
   select $1, $3, f.area_id, 'focuspunt', f.id, 'Verzonnen', 'Verzonnen', f.proposed_by, $2 from focuspunt f order by f.id limit 1`,
  `insert into technical_question (gemeente, id, asked_by, question, state, department_id, asked_at)
   select $1, $3, a.id, 'Hoeveel?', 'forwarded', d.id, $2 from account a, department d
   where a.email like 'rik.raadslid@%' and d.kind = 'vakafdeling' order by d.id limit 1`,
  `insert into care_pattern (gemeente, id, number, category_id, area_id, size_class, state, given_by, created_at)
   select $1, $3, 900, c.id, ar.id, '5_to_10', 'offered', a.id, $2 from category c, area ar, account a
   where a.email like 'alie.aanvoerder@%' and c.parent_id is null and ar.code = 'oosterheem' order by c.id, ar.id limit 1`,
  `insert into partner_link (gemeente, id, department_id, token_hash, label, made_by, created_at, expires_at)
   select $1, $3, d.id, 'verzonnen', 'Verzonnen', a.id, $2, $2 from department d, account a
   where d.kind = 'partner' and a.email like 'nico.netwerk@%' order by d.id limit 1`,
  `insert into goal (gemeente, id, object_kind, object_id, kind, title, made_by, created_at)
   select $1, $3, 'focuspunt', f.id, 'milestone', 'Verzonnen', f.proposed_by, $2 from focuspunt f order by f.id limit 1`,
  `insert into yearly_test (gemeente, id, focuspunt_id, due_on, state, created_at)
   select $1, $3, f.id, '2026-12-01', 'prepared', $2 from focuspunt f order by f.id limit 1`,
  `insert into focuspunt_advice (gemeente, id, focuspunt_id, member_id, token_hash, token_sealed, asked_at, due_at, expires_at)
   select $1, $3, f.id, m.id, 'verzonnen', 'x', $2, $2, $2 from focuspunt f join wijkteam_member m on m.area_id = f.area_id
   order by f.id, m.id limit 1`,
  `insert into focuspunt_reaction (gemeente, id, focuspunt_id, channel, stance, text, created_at)
   select $1, $3, f.id, 'web', 'agree', 'Verzonnen', $2 from focuspunt f order by f.id limit 1`,
  `insert into pattern_suggestion (gemeente, id, reason, category_id, buurt_id, reporters, fingerprint, facts, state, found_at)
   select $1, $3, 'many_near', c.id, b.id, 5, 'verzonnen', '{}', 'open', $2 from category c, buurt b
   where c.parent_id is null and b.code = 'BU06370600' order by c.id limit 1`,
  `insert into follow (gemeente, id, object_kind, object_id, account_id, rhythm, created_at)
   select $1, $3, 'area', ar.id, a.id, 'quarter', $2 from area ar, account a
   where a.email like 'rik.raadslid@%' order by ar.id limit 1`,
  `insert into destruction_list (gemeente, id, number, state, reference_day, drawn_by, drawn_at)
   select $1, $3, 900, 'drawn_up', '2026-11-23', a.id, $2 from account a where a.email like 'femke.beheer@%'`,
  `insert into destruction_item (gemeente, list_id, id, class, object_id, label, started_on, keep_until, state)
   select $1, l.id, $3, 'signaal_done', s.id, 'Verzonnen', '2010-01-01', ($2::timestamptz)::date, 'listed'
   from destruction_list l, signaal s order by s.id limit 1`,
  `insert into guard_override (gemeente, id, signaal_id, account_id, kinds, reason, at)
   select $1, $3, s.id, a.id, '{phone}', 'Verzonnen', $2 from signaal s, account a
   where a.email like 'bea.balie@%' order by s.id desc limit 1`,
];

/** The fields by which commands name their objects, with where one is found. */
const FIELDS: Readonly<Record<string, string>> = {
  knotId: 'knot',
  stackId: 'late_stack',
  agendaId: 'alderman_agenda',
  questionId: 'technical_question',
  carePatternId: 'care_pattern',
  partnerLinkId: 'partner_link',
  goalId: 'goal',
  testId: 'yearly_test',
  adviceId: 'focuspunt_advice',
  reactionId: 'focuspunt_reaction',
  suggestionId: 'pattern_suggestion',
  followId: 'follow',
  knelpuntId: 'knelpunt',
  placementId: 'knelpunt_placement',
  focuspuntId: 'focuspunt',
  roundId: 'focus_round',
  releaseId: 'news_release',
  planId: 'plan',
  actionId: 'plan_action',
  commitmentId: 'commitment',
  groupId: 'residents_group',
  bandwidthId: 'bandwidth',
  mandateId: 'mandate',
  memberId: 'wijkteam_member',
  memoryId: 'wijk_memory',
  documentId: 'document',
  itemId: 'council_item',
  overrideId: 'guard_override',
  listId: 'destruction_list',
  lineId: 'destruction_item',
};

/** Rows that more can be done with than with the oldest of their table. */
const PREFERRED: Readonly<Record<string, string>> = {
  wijkteam_member: 'valid_to is null',
  plan: `id in (select plan_id from plan_action)`,
};

/** What a command about any noun may be asked with: one real object of each, besides which nothing has to be right. */
export type AnyObject = Readonly<Record<string, unknown>>;

/** Makes what the demonstration lacks, and names one object of each noun by the fields that commands use. */
export const anyObjectOf = async ({ test, town }: Pick<House, 'test' | 'town'>): Promise<AnyObject> => {
  const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
    asOwner<Row>(test.urls, town.gemeente, text, values);
  for (const text of MORE) {
    await sql(`${text} on conflict do nothing`, [town.gemeente, test.clock.now(), newId()]);
  }
  const named: Record<string, unknown> = {};
  for (const [field, table] of Object.entries(FIELDS)) {
    const where = PREFERRED[table] ?? 'true';
    const [row] = await sql<{ id: string }>(`select id from ${table} where ${where} order by id limit 1`);
    if (!row) throw new Error(`There is no ${table} to ask about`);
    named[field] = row.id;
  }
  return {
    ...named,
    areaId: town.focusAreas.Oosterheem,
    objectKind: 'group',
    objectId: named.groupId,
    key: { adviceId: named.adviceId },
    version: 1,
  };
};
