import { z } from 'zod';
import { isId } from '#platform/database/ids.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { askBandwidth, decideBandwidth, endBandwidth, type Help } from '../commands/bandwidth.ts';
import { actRoute, doneQuery } from '../web/form.tsx';
import { HOURS } from './hours-forms.tsx';
import { type HoursQuery, showHours } from './hours-show.ts';

const someText = z.string().max(300).optional().catch(undefined);

const show = defineRoute({
  method: 'GET',
  path: HOURS,
  policy: 'bandwidth.read',
  query: doneQuery.extend({ soort: someText, onderwerp: someText, naam: someText }),
  handle: (rq, { query }) => showHours(rq, null, query as HoursQuery),
});

const KINDS: readonly Help['objectKind'][] = ['signaal', 'knelpunt', 'focuspunt', 'group'];

/** Hours as people type them: a comma or a point before the half. */
const hoursTyped = (text: string): number =>
  /^\d{1,3}([.,]\d)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;

const ask = actRoute({
  path: HOURS,
  policy: 'bandwidth.ask',
  run: (rq, { text, day }) => {
    const kind = KINDS.find((known) => known === text('soort'));
    const objectId = kind && isId(text('onderwerp')) ? text('onderwerp') : null;
    return rq.run(askBandwidth, {
      objectKind: objectId && kind ? kind : 'other',
      objectId,
      title: text('title'),
      sentence: text('sentence'),
      hours: hoursTyped(text('hours')),
      whatIsDropped: text('dropped'),
      endsOn: day('ends'),
    });
  },
  again: (rq, _, failed) => showHours(rq, failed),
  next: ({ state }) => `${HOURS}?gedaan=${state}`,
});

const decide = actRoute({
  path: `${HOURS}/:id/besluit`,
  policy: 'bandwidth.decide',
  run: async (rq, { text, version }, bandwidthId) => {
    const approve = text('keuze') === 'ja';
    await rq.run(decideBandwidth, { bandwidthId, version, approve, reason: text('reason') });
    return approve;
  },
  again: (rq, _, failed) => showHours(rq, failed),
  next: (approved) => `${HOURS}?gedaan=${approved ? 'approved' : 'refused'}`,
});

const stop = actRoute({
  path: `${HOURS}/:id/stop`,
  policy: 'bandwidth.end',
  run: (rq, { version }, bandwidthId) => rq.run(endBandwidth, { bandwidthId, version }),
  again: (rq, _, failed) => showHours(rq, failed),
  next: () => `${HOURS}?gedaan=stopped`,
});

/** The pot of hours: taking from it, deciding above it, and the list that everybody inside sees. */
export const hoursRoutes: readonly Route[] = [show, ask, decide, stop];
