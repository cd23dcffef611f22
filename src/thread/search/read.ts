import { streetsLike } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Rq } from '#platform/web/request.ts';
import { fold, searchForm, wordsOf } from '#platform/words.ts';
import { type FoundSignaal, searchSignalen } from '#signaal/index.ts';
import type { ThreadItem } from '../model.ts';
import { type PublicArea, publicAreas } from '../wijk/areas.ts';
import { searchStatement } from './statement.ts';

/** So many of each kind are shown. */
export const MOST_FOUND = 10;
const MOST_WORDS = 8;
const MOST_MEANT = 3;

/** A street with the areas in which it lies. */
export interface FoundStreet {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly PublicArea[];
}

/** What was found, of each kind at most one more than is shown. */
export interface Findings {
  readonly areas: readonly PublicArea[];
  readonly streets: readonly FoundStreet[];
  readonly items: readonly ThreadItem[];
  readonly signalen: readonly FoundSignaal[];
  /** Streets that may have been meant, when nothing was found. */
  readonly meant: readonly string[];
}

type Row = Omit<ThreadItem, 'kind' | 'day'> & {
  readonly kind: ThreadItem['kind'] | 'street';
  readonly at: Date | null;
  readonly day: string | null;
};

const NUMBER = /^(?:nr\.?|nummer|number|#)?\s*(\d{1,9})$/iu;

/** What somebody seeks: the words of it, and the number when it is one. */
export const soughtIn = (text: string): { words: readonly string[]; number: number | null } => {
  const [, number] = NUMBER.exec(text.trim()) ?? [];
  return { words: wordsOf(text, MOST_WORDS), number: number === undefined ? null : Number(number) };
};

/**
 * Finds everything that this visitor may know and that answers to a text, in at most five queries; in
 * one more when that was nothing, for the streets that may have been meant.
 */
export const search = (rq: Rq, text: string): Promise<Findings> =>
  rq.read(async (db) => {
    const { words, number } = soughtIn(text);
    const today = isoDate(rq.now);
    const areas = await publicAreas(db, rq.gemeente, today);
    const street = searchForm(text).replace(/ \d.*$/u, '');
    const rows = await runSql<Row>(db, searchStatement(), [
      rq.gemeente,
      words,
      !rq.may('focuspunt.read'),
      number,
      MOST_FOUND + 1,
      street.length < 3 ? '' : street,
      today,
      `${street}\u{10ffff}`,
    ]);
    const signalen =
      number === null && words.length === 0
        ? []
        : await searchSignalen(
            db,
            { gemeente: rq.gemeente, principal: rq.principal, today },
            number === null ? { words } : { number },
            MOST_FOUND,
          );
    const found = {
      areas: areas.filter(({ name }) => words.length > 0 && words.every((word) => fold(name).includes(word))),
      streets: streetsOf(rows, areas),
      items: itemsOf(rows),
      signalen,
    };
    const isEmpty = Object.values(found).every((part) => part.length === 0);
    return { ...found, meant: isEmpty ? await streetsLike(db, rq.gemeente, text, MOST_MEANT) : [] };
  });

const itemsOf = (rows: readonly Row[]): ThreadItem[] =>
  rows.flatMap(({ at, ...row }) =>
    row.kind === 'street' ? [] : [{ ...row, kind: row.kind, day: row.day ?? (at && isoDate(at)) }],
  );

/** A street that lies in several buurten is one line, with each of its wijken. */
const streetsOf = (rows: readonly Row[], areas: readonly PublicArea[]): FoundStreet[] => {
  const streets = rows.filter(({ kind }) => kind === 'street');
  return [...Map.groupBy(streets, ({ title }) => title ?? '')].map(([name, parts]) => {
    const buurtIds = parts.flatMap((part) => part.buurtIds);
    return {
      id: parts[0]?.id ?? name,
      name,
      areas: areas.filter(
        (area) => area.kind === 'wijk' && area.buurtIds.some((id) => buurtIds.includes(id)),
      ),
    };
  });
};
