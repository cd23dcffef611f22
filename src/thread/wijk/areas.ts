import { type Area, areasOf } from '#gemeente/index.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';

/** The page of all wijken. */
export const WIJKEN = '/wijken';

/** An area with a public page: a wijk, or one of the areas of the focuspunten. Portfolios have none. */
export type PublicArea = Area & { readonly kind: 'wijk' | 'focus_area' };

const isPublic = (area: Area): area is PublicArea => area.kind === 'wijk' || area.kind === 'focus_area';

/** A focus area may bear the same code as a wijk, so it says that it is one. */
const slugOf = ({ kind, code }: PublicArea): string => (kind === 'focus_area' ? `gebied-${code}` : code);

/** The page of an area. */
export const areaHref = (area: PublicArea): string => `${WIJKEN}/${encodeURIComponent(slugOf(area))}`;

/** All areas with a page on a day, wijken first, by name. */
export const publicAreas = async (db: TenantDb, gemeente: string, day: string): Promise<PublicArea[]> => {
  const areas = await areasOf(db, gemeente, day);
  return areas
    .filter(isPublic)
    .sort((a, b) => b.kind.localeCompare(a.kind) || a.name.localeCompare(b.name, 'nl'));
};

/** The area of an address; undefined when there is none today. */
export const areaOfCode = (areas: readonly PublicArea[], code: string): PublicArea | undefined =>
  areas.find((area) => slugOf(area) === code) ?? areas.find((area) => area.code === code);
