import { formatShortDate } from '#platform/calendar/index.ts';
import { Own, StatusBadge, type StatusTone } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Assignment, Signaal } from '../../store/load.ts';
import { signaalTexts } from '../../texts.ts';
import { staffTexts } from '../texts.ts';

const TONES: Record<Signaal['state'], StatusTone> = {
  received: 'neutral',
  reopened: 'warning',
  assigned: 'active',
  planned: 'active',
  answered: 'ok',
  duplicate: 'ok',
  referred: 'ok',
  done: 'ok',
  closed: 'neutral',
  withdrawn: 'neutral',
};

/** Where a signaal is, in the words of staff. */
export const StateBadge = ({ rq, state }: { rq: Rq; state: Signaal['state'] }) => (
  <StatusBadge tone={TONES[state]}>{rq.texts(signaalTexts).dynamic(`state.${state}`)}</StatusBadge>
);

const PART_TONES: Record<Assignment['state'], StatusTone> = {
  offered: 'neutral',
  accepted: 'active',
  planned: 'active',
  returned: 'warning',
  done: 'ok',
};

/** Where one holder's part is. */
export const PartBadge = ({ rq, state }: { rq: Rq; state: Assignment['state'] }) => (
  <StatusBadge tone={PART_TONES[state]}>{rq.texts(signaalTexts).dynamic(`assignment.${state}`)}</StatusBadge>
);

interface Due {
  readonly dueAt: Date | null;
  readonly dueKind: string | null;
}

/** What presses: late in words with a clock, or the day before which it must be done. */
export const DueBadge = ({ rq, due: { dueAt, dueKind } }: { rq: Rq; due: Due }) => {
  if (dueAt === null || dueKind === null) return null;
  const t = rq.texts(staffTexts);
  const values = {
    what: rq.texts(signaalTexts).dynamic(`term.${dueKind}`),
    day: formatShortDate(dueAt, rq.lang),
  };
  return dueAt < rq.now ? (
    <StatusBadge tone="late">{t('due.late', values)}</StatusBadge>
  ) : (
    <span className="wr-muted">{t('due.before', values)}</span>
  );
};

interface Place {
  readonly placeKind: Signaal['place_kind'];
  readonly street: string | null;
  readonly placeNote: string | null;
  readonly buurt: string | null;
  /** The pin lay just over the border; only the page of a signaal says so. */
  readonly placeSnapped?: boolean;
}

/** The place on one line: street, what helps to find it, buurt. */
export const placeLine = (rq: Rq, { placeKind, street, placeNote, buurt, placeSnapped }: Place): string => {
  const t = rq.texts(signaalTexts);
  const snapped = placeSnapped ? t('place.snapped') : null;
  const known = [street, placeNote, buurt, snapped].filter((part) => part !== null && part !== '');
  if (placeKind === 'outside') return [street, placeNote, t('place.outside')].filter(Boolean).join(', ');
  if (placeKind === 'buurt' && buurt !== null && !street) {
    return [t('place.whole_buurt', { buurt }), placeNote].filter(Boolean).join(', ');
  }
  return known.length > 0 ? known.join(', ') : t('place.unknown');
};

/** The name of a category in the language of the screen; in words when it is not known yet. */
export const categoryName = (rq: Rq, row: { category: string | null; categoryEn: string | null }): string =>
  (rq.lang === 'en' ? row.categoryEn : null) ?? row.category ?? rq.texts(staffTexts)('category.unknown');

const LONGEST = 160;

/** The beginning of somebody's words, for a list. */
export const Excerpt = ({ rq, text }: { rq: Rq; text: string | null }) => {
  if (text === null) return rq.texts(staffTexts)('text.wiped');
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return (
    <Own>
      {characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('')}
    </Own>
  );
};

/** Who told it and how: two things (0.2 D22). */
export const voiceLine = (
  rq: Rq,
  { source, channel }: { readonly source: Signaal['source']; readonly channel: Signaal['channel'] },
): string => {
  const t = rq.texts(signaalTexts);
  return `${t(`source.${source}`)}, ${t(`channel.${channel}`)}`;
};
