import { z } from 'zod';
import { isId } from '#platform/database/ids.ts';
import { unreadable } from '#platform/web/attempt.ts';
import type { Route } from '#platform/web/route.ts';
import { acceptPlacement, completePlacement, placeKnelpunt, returnPlacement } from '../commands/place.ts';
import { actRoute } from './act-route.ts';
import { dayOf, grade, ids, line, version, words } from './fields.ts';

const versie = { versie: version };

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

/** Placing, and what a department answers. */
export const placementRoutes: readonly Route[] = [place, accept, giveBack, complete];
