import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { areaHref, publicAreas } from '../wijk/areas.ts';

/** What residents follow by mail. */
export const followKinds = ['area', 'focuspunt'] as const;
export type FollowKind = (typeof followKinds)[number];

/** A wijk, an area or a focuspunt that can be followed. */
export interface Followed {
  readonly kind: FollowKind;
  readonly id: string;
  /** The kind of an area: a wijk, or an area of the focuspunten; null for a focuspunt. */
  readonly areaKind: 'wijk' | 'focus_area' | null;
  readonly name: string;
  readonly href: string;
}

const FOCUSPUNTEN = `select id, title from focuspunt
  where gemeente = $1 and id = any ($2::uuid[]) and public_state <> 'proposed'`;

/** A kind and an id, as a follow stores them. */
export interface FollowRef {
  readonly kind: string;
  readonly id: string;
}

/** What these are today; what is gone or not public is left out. At most two queries. */
export const followedOf = async (
  db: TenantDb,
  gemeente: string,
  day: string,
  refs: readonly FollowRef[],
): Promise<Followed[]> => {
  const idsOf = (kind: FollowKind) =>
    refs.filter((ref) => ref.kind === kind && isId(ref.id)).map(({ id }) => id);
  const [areaIds, focuspuntIds] = [idsOf('area'), idsOf('focuspunt')];
  const areas = areaIds.length === 0 ? [] : await publicAreas(db, gemeente, day);
  const focuspunten =
    focuspuntIds.length === 0
      ? []
      : await runSql<{ id: string; title: string }>(db, FOCUSPUNTEN, [gemeente, focuspuntIds]);
  return [
    ...areas
      .filter(({ id }) => areaIds.includes(id))
      .map((area) => ({
        kind: 'area' as const,
        id: area.id,
        areaKind: area.kind,
        name: area.name,
        href: areaHref(area),
      })),
    ...focuspunten.map(({ id, title }) => ({
      kind: 'focuspunt' as const,
      id,
      areaKind: null,
      name: title,
      href: `/focuspunten/${id}`,
    })),
  ];
};
