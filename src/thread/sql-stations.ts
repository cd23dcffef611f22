import type { ThreadKind } from './model.ts';
import { BUURTEN, columns, isReleased, NO_IDS } from './sql-columns.ts';
import { GROUP, GROUPS, HOMES, hasGroups } from './sql-groups.ts';
import { idsOf, ladder, nearLadder } from './sql-ladder.ts';

const IS_OWN = 'coalesce(x.code_hash = $4 or x.registered_by = $6, false) or x.id = $2';

/** One voice as a row; the page of all voices reads them with the same columns. */
export const VOICE = `${columns({
  station: 'heard',
  kind: 'signaal',
  id: 'x.id',
  number: 'x.number',
  title: 'c.name',
  state: 'x.state',
  at: 'x.received_at',
  own: `(${IS_OWN})`,
  buurten: `case when x.buurt_id is null then ${NO_IDS} else array[x.buurt_id::text] end`,
  departments: `array(select a.department_id::text from assignment a
    where a.gemeente = $1 and a.signaal_id = x.id order by a.sequence limit 50)`,
  accounts: `case when x.registered_by is null then ${NO_IDS} else array[x.registered_by::text] end`,
  facts: `jsonb_build_object('kind', x.kind, 'queue', x.queue, 'channel', x.channel, 'complex', x.complex, 'titleEn', c.name_en,
    'code', coalesce(x.code_hash = $4, false))`,
})}
  from signaal x left join category c on c.gemeente = $1 and c.id = x.category_id
  where x.gemeente = $1 and x.id = any (${idsOf('s')}) and (not $3 or ${IS_OWN})`;

/** Of a thread that begins at one signaal only its own departments count; else those of all voices. */
const heldBy = (kind: ThreadKind): string => idsOf(kind === 'signaal' ? 's0' : 's');

const departmentsOf = (kind: ThreadKind): string => `${columns({
  station: 'assigned',
  kind: 'department',
  id: 'd.id',
  title: 'd.name',
  at: 'h.at',
})}
  from (select g.department_id, min(g.offered_at) as at from (
      select a.department_id, a.offered_at from assignment a where a.gemeente = $1 and a.signaal_id = any (${heldBy(kind)})
      union all select p.department_id, p.offered_at from knelpunt_placement p
        where p.gemeente = $1 and p.knelpunt_id = any (${idsOf('k')})${hasGroups(kind) ? ` union all ${HOMES}` : ''}) g
    group by g.department_id) h
  join department d on d.gemeente = $1 and d.id = h.department_id`;

const PATTERN = `${columns({
  station: 'heard',
  kind: 'care_pattern',
  id: 'o.id',
  number: 'o.number',
  title: 'c.name',
  state: 'o.state',
  at: 'o.created_at',
  own: 'o.id = $2',
  buurten: BUURTEN('o.area_id'),
  accounts: 'array[o.given_by::text]',
})}
  from care_pattern o left join category c on c.gemeente = $1 and c.id = o.category_id
  where o.gemeente = $1 and (not $3 or o.given_by = $6) and (o.id = $2 or o.id = any (array(
    select b.care_pattern_id from knelpunt_pattern b where b.gemeente = $1 and b.knelpunt_id = any (${idsOf('k')}))))`;

const knotsOf = (kind: ThreadKind): string => `${columns({
  station: 'assigned',
  kind: 'knot',
  id: 'o.id',
  number: 'o.number',
  title: 'o.title',
  state: 'o.state',
  at: 'o.reported_at',
  buurten: `case when o.buurt_id is null then ${BUURTEN('o.area_id')} else array[o.buurt_id::text] end`,
  departments: `array_remove(array[o.side_a_department_id::text, o.side_b_department_id::text], null)`,
  accounts: `array_remove(array[o.guard_account_id::text, o.raised_by::text], null)`,
})}
  from knot o where o.gemeente = $1 and not $3
    and o.object_id = any (${heldBy(kind)} || ${idsOf('k')} || ${idsOf('f')} ||
      array(select n.object_id from knot n where n.gemeente = $1 and n.id = $2)${hasGroups(kind) ? ` || ${GROUPS}` : ''})`;

const KNELPUNT = `${columns({
  station: 'knelpunt',
  kind: 'knelpunt',
  id: 'o.id',
  number: 'o.number',
  title: 'o.title',
  state: 'o.state',
  at: 'o.created_at',
  buurten: BUURTEN('o.area_id'),
  departments: `array(select p.department_id::text from knelpunt_placement p
    where p.gemeente = $1 and p.knelpunt_id = o.id limit 50)`,
  accounts: 'array[o.owner_account_id::text, o.made_by::text]',
  facts: `jsonb_build_object('since', o.state_since)`,
})}
  from knelpunt o where o.gemeente = $1 and o.id = any (${idsOf('k')})`;

const FOCUSPUNT = `${columns({
  station: 'focuspunt',
  kind: 'focuspunt',
  id: 'o.id',
  number: 'o.number',
  title: 'o.title',
  state: 'case when $3 then o.public_state else o.state end',
  at: 'case when r.released or not $3 then null else o.created_at end',
  day: `case when r.released or not $3 then coalesce(o.besluit_on, (o.created_at at time zone 'Europe/Amsterdam')::date) end`,
  buurten: BUURTEN('o.area_id'),
  departments: `array_remove(array[o.trekker_department_id::text], null)`,
  accounts: `array_remove(array[o.trekker_account_id::text, o.proposed_by::text], null)`,
})}
  from focuspunt o cross join lateral (select ${isReleased('o')} as released) r
  where o.gemeente = $1 and o.id = any (${idsOf('f')}) and (not $3 or o.public_state <> 'proposed')`;

/** The focuspunt above an object, of which the public may know what was decided. */
const UNDER_FOCUSPUNT = `join focuspunt p on p.gemeente = $1 and p.id = any (${idsOf('f')}) and (not $3 or ${isReleased('p')})`;
const OF_FOCUSPUNT = {
  buurten: BUURTEN('p.area_id'),
  departments: `array_remove(array[p.trekker_department_id::text], null)`,
  accounts: `array_remove(array[p.trekker_account_id::text, p.proposed_by::text], null)`,
} as const;

const PLAN = `${columns({
  station: 'plan',
  kind: 'plan',
  id: 'o.id',
  title: 'p.title',
  state: 'o.state',
  at: 'o.state_since',
  reached: `o.state <> 'draft'`,
  ...OF_FOCUSPUNT,
  facts: `jsonb_build_object('focuspuntId', p.id)`,
})}
  from plan o ${UNDER_FOCUSPUNT} and p.id = o.focuspunt_id
  where o.gemeente = $1 and o.focuspunt_id = any (${idsOf('f')}) and (not $3 or o.state <> 'draft')`;

const GOAL = `${columns({
  station: 'effect',
  kind: 'goal',
  id: 'o.id',
  title: 'o.title',
  state: 'o.kind',
  at: 'o.created_at',
  reached: 'false',
  ...OF_FOCUSPUNT,
  facts: `jsonb_build_object('focuspuntId', p.id)`,
})}
  from goal o ${UNDER_FOCUSPUNT} and p.id = o.object_id
  where o.gemeente = $1 and o.object_id = any (${idsOf('f')}) and o.replaced_at is null and (not $3 or o.set_at is not null)`;

const MEASUREMENT = `${columns({
  station: 'effect',
  kind: 'measurement',
  id: 'm.id',
  title: 'o.title',
  state: 'm.role',
  day: 'm.measured_on',
  reached: `m.role <> 'baseline' and m.not_measured_reason is null`,
  ...OF_FOCUSPUNT,
  facts: `jsonb_build_object('focuspuntId', p.id, 'goalId', o.id, 'value', m.value, 'unit', o.unit, 'judgement', m.judgement,
    'n', m.n, 'margin', m.margin, 'isMissing', m.not_measured_reason is not null)`,
})}
  from goal o ${UNDER_FOCUSPUNT} and p.id = o.object_id
  join measurement m on m.gemeente = $1 and m.goal_id = o.id
  where o.gemeente = $1 and o.object_id = any (${idsOf('f')}) and (not $3 or o.set_at is not null) and not exists (
    select 1 from measurement n where n.gemeente = $1 and n.corrects_id = m.id)`;

const TEST = `${columns({
  station: 'effect',
  kind: 'yearly_test',
  id: 'o.id',
  title: 'p.title',
  state: 'coalesce(o.result, o.state)',
  day: 'coalesce(o.decided_on, o.due_on)',
  reached: `o.state = 'decided'`,
  ...OF_FOCUSPUNT,
  facts: `jsonb_build_object('focuspuntId', p.id)`,
})}
  from yearly_test o ${UNDER_FOCUSPUNT} and p.id = o.focuspunt_id
  where o.gemeente = $1 and o.focuspunt_id = any (${idsOf('f')}) and (not $3 or o.state = 'decided')`;

/** The releases about these focuspunten; for the public only after everybody was told. */
const RELEASES = `array(select nr.id from news_release nr where nr.gemeente = $1
    and (nr.focuspunt_id = any (${idsOf('f')}) or nr.round_id = any (array(select p.round_id from focuspunt p
      where p.gemeente = $1 and p.id = any (${idsOf('f')}) and p.round_id is not null)))
    and (not $3 or nr.press_told_at is not null) limit 50)`;

const RELEASE = `${columns({
  station: 'council',
  kind: 'news_release',
  id: 'o.id',
  title: 'o.memo_number',
  at: 'coalesce(o.council_told_at, o.made_at)',
  reached: 'o.council_told_at is not null',
  facts: `jsonb_build_object('reportersToldAt', o.reporters_told_at)`,
})}
  from news_release o where o.gemeente = $1 and o.id = any (${RELEASES})`;

const LINKED = `array(select l.from_id from council_link l where l.gemeente = $1
    and (l.object_kind = 'focuspunt' and l.object_id = any (${idsOf('f')})
      or l.object_kind = 'knelpunt' and l.object_id = any (${idsOf('k')})) limit 200)`;

const DOCUMENT = `${columns({
  station: 'council',
  kind: 'document',
  id: 'o.id',
  title: `concat_ws(' ', o.number, o.title)`,
  state: 'o.status',
  day: 'o.dated_on',
  reached: `o.status <> 'concept'`,
})}
  from document o where o.gemeente = $1 and (not $3 or o.status <> 'concept')
    and (o.id = $2 or o.id = any (${LINKED}) or o.release_id = any (${RELEASES}))
    and (not $3 or o.release_id is null or o.release_id = any (${RELEASES}))`;

const COUNCIL_ITEM = `${columns({
  station: 'council',
  kind: 'council_item',
  id: 'o.id',
  title: 'o.title',
  state: 'o.state',
  day: 'o.given_on',
  facts: `jsonb_build_object('kind', o.kind)`,
})}
  from council_item o where o.gemeente = $1 and (o.id = $2 or o.id = any (${LINKED}))`;

const OWN = `${columns({
  station: 'own',
  kind: 'signaal',
  id: 'o.id',
  state: 'b.state',
  at: 'o.received_at',
  facts: `jsonb_build_object('outcome', b.outcome, 'stateSince', b.state_since,
    'offeredAt', (select min(a.offered_at) from assignment a where a.gemeente = $1 and a.signaal_id = b.id),
    'liveOfferedAt', (select min(a.offered_at) from assignment a where a.gemeente = $1 and a.signaal_id = b.id
      and a.state <> 'done' and a.state <> 'returned'),
    'plannedSince', (select max(a.state_since) from assignment a where a.gemeente = $1 and a.signaal_id = b.id
      and a.state = 'planned'),
    'executedOn', (select max(a.executed_on) from assignment a where a.gemeente = $1 and a.signaal_id = b.id),
    'planSaidAt', (select max(w.created_at) from feedback w where w.gemeente = $1 and w.signaal_id = b.id and w.kind = 'plan'),
    'toldAt', (select max(w.created_at) from feedback w where w.gemeente = $1 and w.signaal_id = any (array[o.id, b.id])
      and w.kind = any (array['outcome', 'withdrawal'])))`,
})}
  from signaal o cross join lateral (select x.id, x.state, x.outcome, x.state_since from signaal x
    where x.gemeente = $1 and x.id = case when o.duplicate_of is null then o.id else o.duplicate_of end limit 1) b
  where o.gemeente = $1 and o.id = $2`;

const voices = (kind: ThreadKind): string =>
  `${columns({
    station: 'voices',
    kind: 'signaal',
    id: '$2',
    number: '(select count(*) from s)',
    at: `(select min(x.received_at) from signaal x where x.gemeente = $1 and x.id = any (${idsOf('s')}))`,
    facts: `jsonb_build_object(
    'assignedAt', (select min(a.offered_at) from assignment a where a.gemeente = $1 and a.signaal_id = any (${heldBy(kind)})),
    'placedAt', (select min(a.offered_at) from knelpunt_placement a where a.gemeente = $1 and a.knelpunt_id = any (${idsOf('k')})),
    'toldAt', (select max(nr.reporters_told_at) from news_release nr where nr.gemeente = $1 and nr.id = any (${RELEASES})),
    'homeAt', ${hasGroups(kind) ? `(select min(h.offered_at) from (${HOMES}) h)` : 'null'},
    'reopened', (select count(*) from signaal x where x.gemeente = $1 and x.id = any (${idsOf('s')}) and x.state = 'reopened'))`,
  })}`;

const limited = (select: string, order: string): string => `(${select} order by ${order} limit $5)`;

/** That a signaal hangs on a knelpunt: its thread is longer than the near one. */
const IS_BUNDLED = `${columns({ station: 'bundled', kind: 'knelpunt', id: 'b.knelpunt_id' })}
  from knelpunt_signaal b
  where b.gemeente = $1 and b.signaal_id = any (${idsOf('s0')}) and b.removed_at is null limit 1`;

/** The thread of a signaal that hangs on no knelpunt, as most do: a tenth of the work. A row `bundled` says that it does. */
export const nearStatement = [
  `${nearLadder}\n select * from (${voices('signaal')}) v`,
  `(${OWN})`,
  `(${IS_BUNDLED})`,
  limited(VOICE, `(${IS_OWN}) desc, x.received_at, x.id`),
  limited(departmentsOf('signaal'), 'h.at, d.id'),
  limited(knotsOf('signaal'), 'o.reported_at, o.id'),
].join('\n union all ');

/** The whole thread of an object in one statement: at most `$5` rows for each kind of thing. */
export const threadStatement = (kind: ThreadKind): string => {
  const known = made.get(kind);
  if (known !== undefined) return known;
  const statement = makeStatement(kind);
  made.set(kind, statement);
  return statement;
};

/** Each is some thousands of letters long, and always the same. */
const made = new Map<ThreadKind, string>();

const makeStatement = (kind: ThreadKind): string =>
  [
    `${ladder(kind)}\n select * from (${voices(kind)}) v`,
    ...(kind === 'signaal' ? [`(${OWN})`] : []),
    limited(VOICE, `(${IS_OWN}) desc, x.received_at, x.id`),
    limited(PATTERN, 'o.created_at, o.id'),
    ...(hasGroups(kind) ? [limited(GROUP, 'o.created_at, o.id')] : []),
    limited(departmentsOf(kind), 'h.at, d.id'),
    limited(knotsOf(kind), 'o.reported_at, o.id'),
    limited(KNELPUNT, 'o.created_at, o.id'),
    limited(FOCUSPUNT, 'o.created_at, o.id'),
    limited(PLAN, 'o.created_at, o.id'),
    limited(GOAL, 'o.created_at, o.id'),
    limited(MEASUREMENT, 'm.measured_on desc, m.id'),
    limited(TEST, 'o.due_on desc, o.id'),
    limited(RELEASE, 'o.made_at desc, o.id'),
    limited(DOCUMENT, 'o.dated_on desc, o.id'),
    limited(COUNCIL_ITEM, 'o.given_on desc, o.id'),
  ].join('\n union all ');

/** One page of the voices in the order in which they were heard; `$7` and `$8` are the moment and id after which it begins. */
export const voicesStatement = (kind: ThreadKind): string =>
  `${ladder(kind)} ${VOICE} and ($7::timestamptz is null or (x.received_at, x.id) > ($7, $8::uuid))
   order by x.received_at, x.id limit $5`;
