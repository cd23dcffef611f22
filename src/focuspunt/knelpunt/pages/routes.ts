import { z } from 'zod';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { addSignalen, referBundled, removeSignaal } from '../commands/bundle.ts';
import {
  dropKnelpunt,
  fallShort,
  investigateKnelpunt,
  nominateKnelpunt,
  reconsiderKnelpunt,
  resolveKnelpunt,
} from '../commands/decide.ts';
import { acceptPlacement, completePlacement, placeKnelpunt, returnPlacement } from '../commands/place.ts';
import { describeKnelpunt, sayWord } from '../commands/word.ts';
import { knelpuntTexts } from '../texts.ts';
import { actRoute } from './act-route.ts';
import { unreadable } from './attempt.ts';
import { detailPage } from './detail.tsx';
import { dayOf, grade, ids, line, numbersIn, optionalId, version, words } from './fields.ts';
import { KNELPUNTEN, listRoute } from './list.tsx';
import { readDetail } from './model.ts';
import { newRoutes } from './new.tsx';

/** Only words we know are said back. */
const doneWord = z
  .string()
  .refine((word) => Object.hasOwn(knelpuntTexts.nl, `did.${word}`))
  .optional()
  .catch(undefined);

const show = defineRoute({
  method: 'GET',
  path: `${KNELPUNTEN}/:id`,
  policy: 'knelpunt.read',
  params: z.object({ id: z.string() }),
  query: z.object({ gedaan: doneWord }),
  handle: async (rq, { params, query }) =>
    rq.page(detailPage(rq, await readDetail(rq, params.id, null, query.gedaan))),
});

const versie = { versie: version };

const investigate = actRoute({
  path: 'onderzoeken',
  done: 'investigated',
  command: investigateKnelpunt,
  form: z.object({ ...versie, vermoeden: words }),
  input: ({ vermoeden }, { knelpuntId }) => ({ knelpuntId, hypothesis: vermoeden }),
  names: { hypothesis: 'vermoeden' },
});

const reconsider = actRoute({
  path: 'heroverwegen',
  done: 'reconsidered',
  command: reconsiderKnelpunt,
  form: z.object({ ...versie, vermoeden: words }),
  input: ({ vermoeden }, { knelpuntId }) => ({ knelpuntId, hypothesis: vermoeden }),
  names: { hypothesis: 'vermoeden' },
});

const place = actRoute({
  path: 'beleggen',
  done: 'placed',
  command: placeKnelpunt,
  form: z.object({ ...versie, afdelingen: ids, kansrijk: grade, nut: grade, advies: line }),
  lists: ['afdelingen'],
  input: ({ afdelingen, kansrijk, nut, advies }, { knelpuntId }) => ({
    knelpuntId,
    departmentIds: afdelingen.filter(isId),
    advice: kansrijk && nut ? { promising: kansrijk, useful: nut, sentence: advies } : null,
  }),
  names: { departments: 'afdelingen', advice: 'advies' },
});

const resolve = actRoute({
  path: 'opgelost',
  done: 'resolved',
  command: resolveKnelpunt,
  form: z.object({ ...versie, zin: words }),
  input: ({ zin }, { knelpuntId }) => ({ knelpuntId, sentence: zin }),
  names: { sentence: 'zin' },
});

const insufficient = actRoute({
  path: 'onvoldoende',
  done: 'fell_short',
  command: fallShort,
  form: z.object({ ...versie, waarom: words }),
  input: ({ waarom }, { knelpuntId }) => ({ knelpuntId, whyNot: waarom }),
  names: { whyNot: 'waarom' },
});

const nominate = actRoute({
  path: 'kandidaat',
  done: 'nominated',
  command: nominateKnelpunt,
  form: z.object({ ...versie, inzet: words, door: line, waarom: words, toevoegen: words }),
  input: ({ inzet, door, waarom, toevoegen }, { knelpuntId }, raw) => {
    const effortSince = dayOf(raw, 'sinds');
    if (effortSince === 'unreadable') return unreadable({ sinds: 'effort_day_unreadable' });
    return {
      knelpuntId,
      effort: inzet,
      effortBy: door,
      effortSince,
      effortWhyNot: waarom,
      whatIsAdded: toevoegen,
    };
  },
  names: {
    effort: 'inzet',
    effort_by: 'door',
    effort_since: 'sinds',
    effort_why_not: 'waarom',
    what_is_added: 'toevoegen',
  },
});

const drop = actRoute({
  path: 'geen-actie',
  done: 'dropped',
  command: dropKnelpunt,
  form: z.object({ ...versie, reden: words }),
  input: ({ reden }, { knelpuntId }) => ({ knelpuntId, reason: reden }),
  names: { reason: 'reden' },
});

const say = actRoute({
  path: 'zin',
  done: 'said',
  command: sayWord,
  form: z.object({ ...versie, zin: words }),
  input: ({ zin }, { knelpuntId }) => ({ knelpuntId, sentence: zin }),
  names: { sentence: 'zin' },
});

const describe = actRoute({
  path: 'beschrijven',
  done: 'described',
  command: describeKnelpunt,
  form: z.object({ ...versie, titel: line, thema: optionalId, plek: line, vermoeden: words }),
  input: ({ titel, thema, plek, vermoeden }, { knelpuntId }) => ({
    knelpuntId,
    title: titel,
    themeId: thema,
    placeNote: plek,
    hypothesis: vermoeden,
  }),
  names: { title: 'titel', theme: 'thema', place: 'plek', hypothesis: 'vermoeden' },
});

/** The ids of signalen with these numbers; a number that is not ours gives an id that nobody has. */
export const idsOfNumbers = (rq: Rq, numbers: readonly number[]): Promise<string[]> =>
  rq.read(async (db) => {
    const rows = await runSql<{ id: string }>(
      db,
      'select id from signaal where gemeente = $1 and number = any ($2::bigint[]) limit 100',
      [rq.gemeente, [...numbers]],
    );
    return rows.length < new Set(numbers).size ? ['unknown'] : rows.map(({ id }) => id);
  });

const add = actRoute({
  path: 'erbij',
  done: 'added',
  command: addSignalen,
  form: z.object({ ...versie, nummers: line }),
  input: async ({ nummers }, { knelpuntId }, _raw, rq) => {
    const numbers = numbersIn(nummers);
    const signaalIds = await idsOfNumbers(rq, numbers);
    if (numbers.length === 0 || signaalIds.includes('unknown')) {
      return unreadable({ nummers: 'signaal_unknown' });
    }
    return { knelpuntId, signaalIds, carePatternIds: [] };
  },
  names: { form: 'nummers' },
});

const remove = actRoute({
  path: 'meldingen/:melding/eruit',
  done: 'removed',
  command: removeSignaal,
  form: z.object({ ...versie, reden: line }),
  input: ({ reden }, { knelpuntId, signaalId }) => ({ knelpuntId, signaalId, reason: reden }),
  names: { reason: 'reden' },
});

const toCare = actRoute({
  path: 'meldingen/:melding/zorgnetwerk',
  done: 'referred',
  command: referBundled,
  form: z.object({ ...versie, tekst: words }),
  input: ({ tekst }, { knelpuntId, signaalId }) => ({
    knelpuntId,
    signaalId,
    text: tekst,
    referredTo: 'care_network',
  }),
  names: { answer: 'tekst' },
});

const accept = actRoute({
  path: 'delen/:deel/aannemen',
  done: 'accepted',
  command: acceptPlacement,
  form: z.object({ ...versie, woord: words }),
  input: ({ woord }, { knelpuntId, placementId }, raw) => {
    const plannedOn = dayOf(raw, 'dag');
    if (plannedOn === 'unreadable') return unreadable({ dag: 'effort_day_unreadable' });
    return { knelpuntId, placementId, plannedOn, answer: woord };
  },
  names: { plannedOn: 'dag', answer: 'woord' },
});

const giveBack = actRoute({
  path: 'delen/:deel/teruggeven',
  done: 'returned',
  command: returnPlacement,
  form: z.object({
    ...versie,
    reden: z
      .enum(['not_ours', 'wrong_place', 'too_little_information', 'no_capacity', 'owner_unknown', 'other'])
      .catch('other'),
    woord: words,
    wie: z.string().refine(isId).nullable().catch(null),
  }),
  input: ({ reden, woord, wie }, { knelpuntId, placementId }) => ({
    knelpuntId,
    placementId,
    reason: reden,
    answer: woord,
    suggestedDepartmentId: wie,
  }),
  names: { answer: 'woord' },
});

const complete = actRoute({
  path: 'delen/:deel/gedaan',
  done: 'completed',
  command: completePlacement,
  form: z.object({ ...versie, woord: words }),
  input: ({ woord }, { knelpuntId, placementId }) => ({ knelpuntId, placementId, answer: woord }),
  names: { answer: 'woord' },
});

/** The list, the page of one knelpunt, and everything that can be done on it. */
export const knelpuntRoutes: readonly Route[] = [
  listRoute,
  ...newRoutes,
  show,
  investigate,
  reconsider,
  place,
  resolve,
  insufficient,
  nominate,
  drop,
  say,
  describe,
  add,
  remove,
  toCare,
  accept,
  giveBack,
  complete,
];
