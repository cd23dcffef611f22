import { formatDate } from '#platform/calendar/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Signaal } from '../../store/load.ts';
import { staffTexts } from '../texts.ts';

/** What the desk reads aloud about a signaal: no name, no number of a person. */
export interface Tellable {
  readonly state: Signaal['state'];
  readonly outcome: Signaal['outcome'];
  readonly queue: Signaal['queue'];
  readonly owner: string;
  readonly receivedAt: Date;
  readonly stateSince: Date;
  readonly plannedOn: string | null;
  readonly hearBy: string | null;
}

/** How it stands, in one sentence for the ear: "hersteld uiterlijk 12 mei". */
export const standingSentence = (rq: Rq, told: Tellable): string => {
  const t = rq.texts(staffTexts);
  const since = formatDate(told.stateSince, rq.lang);
  const owner = t.dynamic(`owner.${told.queue}`, { name: told.owner });
  if (told.outcome !== null) return t.dynamic(`aloud.outcome.${told.outcome}`, { day: since });
  if (told.plannedOn) return t('aloud.planned', { day: formatDate(told.plannedOn, rq.lang) });
  if (told.hearBy) return t('aloud.hear', { day: formatDate(told.hearBy, rq.lang), owner });
  if (told.state === 'reopened') return t('aloud.reopened', { day: since, owner });
  return t('aloud.open', { day: since, owner });
};

/** The whole story in a few sentences. */
export const storySentences = (rq: Rq, told: Tellable & { readonly said: string | null }): string[] => {
  const t = rq.texts(staffTexts);
  const received = t('aloud.received', { day: formatDate(told.receivedAt, rq.lang) });
  const said = told.said === null || told.said === '-' ? [] : [t('aloud.said', { text: told.said })];
  return [received, standingSentence(rq, told), ...said];
};
