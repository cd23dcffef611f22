import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { refuse } from '../errors.ts';
import { holdsOn, overlap, type Period } from '../rules/period.ts';

interface Place {
  readonly areaId: string;
  readonly divisionId: string;
}

interface Member extends Period {
  readonly buurtId: string;
}

/**
 * Gives an area this set of buurten from a day on: those that stay keep their first day, those that leave end on that day,
 * sets that were planned for later are replaced. One history entry, with the codes before and after.
 */
export const placeBuurten = async (
  context: Context,
  place: Place,
  buurtIds: readonly string[],
  period: Period,
): Promise<void> => {
  const wanted = [...new Set(buurtIds)];
  await refuseUnknown(context, wanted, period);
  await refuseTaken(context, place, wanted, period);
  const members = await membersOf(context, place.areaId);
  const before = members.filter((member) => holdsOn(member, period.validFrom)).map(({ buurtId }) => buurtId);
  const staying = new Set(before.filter((id) => wanted.includes(id)));
  const changed = await endOthers(context, place.areaId, [...staying], period);
  const joining = wanted.filter((id) => !staying.has(id));
  await join(context, place.areaId, joining, period);
  if (changed === 0 && joining.length === 0) return;
  context.record({
    noun: 'area',
    objectId: place.areaId,
    action: 'buurten',
    before: { buurten: before.toSorted() },
    after: { buurten: wanted.toSorted(), validFrom: period.validFrom },
  });
};

const membersOf = async ({ db, gemeente }: Context, areaId: string): Promise<Member[]> =>
  runSql<Member>(
    db,
    `select buurt_id as "buurtId", valid_from as "validFrom", valid_to as "validTo"
     from area_buurt where gemeente = $1 and area_id = $2`,
    [gemeente, areaId],
  );

/** How many rows were ended, lengthened or taken away. */
const endOthers = async (
  { db, gemeente }: Context,
  areaId: string,
  staying: readonly string[],
  { validFrom, validTo }: Period,
): Promise<number> => {
  const planned = await runSql(
    db,
    `delete from area_buurt where gemeente = $1 and area_id = $2
     and (valid_from > $3 or (valid_from = $3 and not buurt_id = any($4::uuid[]))) returning buurt_id`,
    [gemeente, areaId, validFrom, staying],
  );
  const ended = await runSql(
    db,
    `update area_buurt set valid_to = $3 where gemeente = $1 and area_id = $2 and valid_from < $3
     and (valid_to is null or valid_to > $3) and not buurt_id = any($4::uuid[]) returning buurt_id`,
    [gemeente, areaId, validFrom, staying],
  );
  const moved = await runSql(
    db,
    `update area_buurt set valid_to = $3 where gemeente = $1 and area_id = $2 and buurt_id = any($4::uuid[])
     and valid_from <= $5 and (valid_to is null or valid_to > $5) and valid_to is distinct from $3::date
     returning buurt_id`,
    [gemeente, areaId, validTo, staying, validFrom],
  );
  return planned.length + ended.length + moved.length;
};

const join = async (
  { db, gemeente }: Context,
  areaId: string,
  joining: readonly string[],
  { validFrom, validTo }: Period,
): Promise<void> => {
  await runSql(
    db,
    `insert into area_buurt (gemeente, area_id, buurt_id, valid_from, valid_to)
     select $1, $2, id, $4, $5 from unnest($3::uuid[]) as given(id)`,
    [gemeente, areaId, joining, validFrom, validTo],
  );
};

const refuseUnknown = async (
  { db, gemeente }: Context,
  wanted: readonly string[],
  { validFrom }: Period,
): Promise<void> => {
  const known = await runSql(
    db,
    `select id from buurt where gemeente = $1 and id = any($2::uuid[])
     and valid_from <= $3 and (valid_to is null or valid_to > $3)`,
    [gemeente, wanted, validFrom],
  );
  if (known.length < wanted.length) throw refuse('unknown_buurt', { fields: { buurtIds: 'unknown_buurt' } });
};

const refuseTaken = async (
  { db, gemeente }: Context,
  { areaId, divisionId }: Place,
  wanted: readonly string[],
  period: Period,
): Promise<void> => {
  const placed = await runSql<Member & { areaId: string; name: string; area: string }>(
    db,
    `select m.area_id as "areaId", m.buurt_id as "buurtId", m.valid_from as "validFrom", m.valid_to as "validTo", b.name, a.name as area
     from area_buurt m
     join area a on a.gemeente = m.gemeente and a.id = m.area_id
     join buurt b on b.gemeente = m.gemeente and b.id = m.buurt_id
     where m.gemeente = $1 and a.gemeente = $1 and b.gemeente = $1
       and a.division_id = $2 and m.buurt_id = any($3::uuid[])`,
    [gemeente, divisionId, wanted],
  );
  const clash = placed.find((other) => other.areaId !== areaId && overlap(other, period));
  if (clash)
    throw refuse('buurt_taken', {
      fields: { buurtIds: 'buurt_taken' },
      values: { buurt: clash.name, area: clash.area },
    });
};
