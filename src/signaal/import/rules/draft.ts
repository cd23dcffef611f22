import { cellOf } from '#platform/geo/index.ts';
import { correctLookAlikes } from '../../import-categories/letters.ts';
import { streetSearch } from '../../store/place.ts';
import type { Tally } from '../report.ts';
import type { Owned, Town } from '../store/town.ts';
import type { PreparedRow } from './prepare.ts';

/** A row that is ready to be stored: placed, with subject and owner. */
export interface Draft {
  readonly row: PreparedRow;
  readonly ref: string;
  readonly placeKind: 'point' | 'outside' | 'street' | 'unknown';
  readonly buurtId: string | null;
  readonly street: string | null;
  readonly streetSearch: string | null;
  readonly cell: string | null;
  readonly categoryId: string | null;
  readonly complex: boolean;
  readonly owned: Owned;
}

/** The searchable street of a row whose place must come from it; empty when it has a point or no street. */
export const soughtStreet = (row: PreparedRow): string =>
  row.point || row.street === '' ? '' : streetSearch(row.street);

/** Finds buurt, subject and owner of a row, as if it were given now; its own label of the area is only compared. */
export const draftOf = (
  row: PreparedRow,
  ref: string,
  town: Town,
  streets: ReadonlyMap<string, string>,
): Draft & { readonly snapped: boolean } => {
  const found = row.point ? town.locate(row.point) : null;
  const byStreet = found === null ? (streets.get(soughtStreet(row)) ?? null) : null;
  const outside = found === 'outside';
  const buurtId = found === 'outside' || found === null ? byStreet : found.buurtId;
  const subject = row.category === '' ? null : town.subjectOf(row.theme, row.category);
  return {
    row,
    ref,
    snapped: found !== null && found !== 'outside' && found.snapped,
    placeKind: outside ? 'outside' : found ? 'point' : byStreet ? 'street' : 'unknown',
    buurtId,
    street: row.street === '' ? null : row.street,
    streetSearch: row.street === '' ? null : streetSearch(row.street),
    cell: row.point ? cellOf(row.point) : null,
    categoryId: subject?.id ?? null,
    complex: subject?.complex ?? false,
    owned: town.route(subject, buurtId, outside),
  };
};

/** Counts what a stored row was like, and keeps what somebody should look at. */
export const tellDraft = (tally: Tally, town: Town, draft: Draft & { readonly snapped: boolean }): void => {
  const { row, placeKind, buurtId } = draft;
  tally.count(row.isEnded ? 'ended' : 'open');
  tally.count(PLACE_COUNTS[placeKind]);
  if (draft.snapped) tally.count('snapped');
  for (const remark of row.remarks) tally.count(remark);
  if (draft.categoryId === null) {
    tally.count('without_subject');
    if (row.category !== '') tally.subject(row.theme, row.category);
  }
  for (const name of [row.category, row.theme, row.area]) tellLookAlike(tally, name);
  if (row.area === '' || !row.point) return;
  const verdict = town.judge(row.area, buurtId);
  tally.count(`label_${verdict}`);
  if (verdict !== 'same') tally.label(row.area, buurtId === null ? '–' : town.buurtName(buurtId));
};

const PLACE_COUNTS = {
  point: 'in_buurt',
  outside: 'outside',
  street: 'by_street',
  unknown: 'without_place',
} as const;

const tellLookAlike = (tally: Tally, name: string): void => {
  const { letters } = correctLookAlikes(name);
  if (letters.length === 0) return;
  tally.count('look_alike');
  tally.lookAlike(`${name} (${letters.join(', ')})`);
};
