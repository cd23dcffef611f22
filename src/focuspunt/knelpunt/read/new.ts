import { type Area, areasOf } from '#gemeente/index.ts';
import { reachesObject } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { areaOfMost, choosableAreas } from '../rules/areas.ts';
import { mostCommon } from '../rules/place-of-bundle.ts';

/** A signaal that can be ticked into a new knelpunt, in the reporter's own words. */
export interface ChoosableSignaal {
  readonly id: string;
  readonly number: number;
  readonly text: string | null;
  readonly street: string | null;
  readonly buurtId: string | null;
  readonly channel: string;
  readonly category: string | null;
  readonly themeId: string | null;
  readonly theme: string | null;
  readonly at: string;
  /** How many joined it. */
  readonly joined: number;
}

/** Everything the form of a new knelpunt shows. */
export interface NewKnelpunt {
  readonly suggestionId: string | null;
  readonly signalen: readonly ChoosableSignaal[];
  readonly areas: readonly Area[];
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  readonly care: readonly {
    readonly id: string;
    readonly number: number;
    readonly size: string;
    readonly area: string;
  }[];
  /** What can be filled in already. */
  readonly areaId: string | null;
  readonly themeId: string | null;
  readonly theme: string | null;
  readonly street: string | null;
}

/** What the address or the form names. */
export interface NewQuestion {
  readonly suggestionId: string | null;
  readonly signaalIds: readonly string[];
  readonly numbers: readonly number[];
}

const SIGNALEN = `
  select s.id, s.number, s.text, s.street, s.buurt_id as "buurtId", s.channel, c.name as category,
    g.id as "themeId", g.name as theme, s.received_at as at,
    (select count(*)::int from signaal j where j.gemeente = $1 and j.duplicate_of = s.id) as joined
  from signaal s
  left join category c on c.gemeente = $1 and c.id = s.category_id
  left join category g on g.gemeente = $1 and g.id = coalesce(c.parent_id, c.id)
  where s.gemeente = $1 and s.id = any (array(
      (select x.signaal_id from pattern_suggestion_signaal x where x.gemeente = $1 and x.suggestion_id = $2::uuid)
      union all select n.id from signaal n where n.gemeente = $1 and n.number = any ($3::bigint[])) || $4::uuid[])
    and s.kind <> 'complaint' and s.duplicate_of is null
  order by s.received_at desc, s.id desc limit 300`;

const CHOICES = `
  select
    array(select jsonb_build_object('id', c.id, 'name', c.name) from category c
      where c.gemeente = $1 and c.parent_id is null and c.valid_from <= $2 and (c.valid_to is null or c.valid_to > $2)
      order by c.name collate "nl-x-icu", c.id limit 200) as themes,
    array(select jsonb_build_object('id', p.id, 'number', p.number, 'size', p.size_class, 'area', a.name)
      from care_pattern p join area a on a.gemeente = $1 and a.id = p.area_id
      where p.gemeente = $1 and p.area_id = any ($3::uuid[]) and p.state = 'accepted'
        and not exists (select 1 from knelpunt_pattern kp where kp.gemeente = $1 and kp.care_pattern_id = p.id)
      order by p.created_at desc, p.id desc limit 20) as care`;

/** Reads the form: what was chosen and lies within this person's reach, and what can be chosen. Three queries. */
export const readNew = (rq: Rq, asked: NewQuestion): Promise<NewKnelpunt> =>
  rq.read(async (db) => {
    const today = isoDate(rq.now);
    const mine = (buurtIds: readonly string[]): boolean =>
      rq.world.gate(rq.principal, 'knelpunt.make', reachesObject(rq.principal, { buurtIds })).ok;
    const all = choosableAreas(await areasOf(db, rq.gemeente, today));
    const areas = all.filter(({ buurtIds }) => mine(buurtIds));
    const suggestionId = asked.suggestionId !== null && isId(asked.suggestionId) ? asked.suggestionId : null;
    const found = await runSql<ChoosableSignaal>(db, SIGNALEN, [
      rq.gemeente,
      suggestionId,
      [...asked.numbers],
      asked.signaalIds.filter(isId),
    ]);
    const signalen = found.filter(({ buurtId }) => mine(buurtId === null ? [] : [buurtId]));
    if (suggestionId !== null && asked.signaalIds.length === 0 && signalen.length === 0) throw notFound();
    const [choices] = await runSql<Pick<NewKnelpunt, 'themes' | 'care'>>(db, CHOICES, [
      rq.gemeente,
      today,
      areas.map(({ id }) => id),
    ]);
    if (!choices) throw new Error('A query without a row');
    const themeId = mostCommon(signalen.map((row) => row.themeId));
    return {
      suggestionId,
      signalen,
      areas,
      ...choices,
      areaId: areaOfMost(
        areas,
        signalen.map(({ buurtId }) => buurtId),
      ),
      themeId,
      theme: signalen.find((row) => row.themeId === themeId)?.theme ?? null,
      street: mostCommon(signalen.map(({ street }) => street)),
    };
  });
