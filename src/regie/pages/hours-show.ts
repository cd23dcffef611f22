import { isoDate } from '#platform/calendar/index.ts';
import { readCursor } from '#platform/paging.ts';
import type { Rq } from '#platform/web/request.ts';
import { hoursPerPerson, listHours, runningHours } from '../read/hours.ts';
import { potOf } from '../read/pot.ts';
import type { Failed } from '../web/form.tsx';
import type { HelpOn } from './hours-forms.tsx';
import { hoursPage } from './hours-page.tsx';

/** What the address may bring: what was done, where the list goes on, and with what the form begins. */
export type HoursQuery = Partial<HelpOn> & { gedaan?: string | undefined; na?: string | undefined };

/** Reads and shows the page; with the form as typed after a mistake. */
export const showHours = async (rq: Rq, failed: Failed | null, query: HoursQuery = {}): Promise<Response> => {
  const year = Number(isoDate(rq.now).slice(0, 4));
  const { gemeente, principal } = rq;
  const mine = rq.may('bandwidth.ask') ? principal.id : null;
  const manages = rq.may('bandwidth.decide');
  const read = await rq.read(async (db) => ({
    pot: mine ? await potOf(db, gemeente, mine, year, isoDate(rq.now)) : null,
    page: await listHours(db, gemeente, readCursor(query.na)),
    running: mine || manages ? await runningHours(db, gemeente, manages ? null : mine) : [],
    people: manages ? await hoursPerPerson(db, gemeente, year) : [],
  }));
  const on = { soort: query.soort ?? '', onderwerp: query.onderwerp ?? '', naam: query.naam ?? '' };
  return rq.page(hoursPage(rq, { ...read, year, on, failed, done: query.gedaan }));
};
