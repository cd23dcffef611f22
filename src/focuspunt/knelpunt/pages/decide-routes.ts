import { z } from 'zod';
import { unreadable } from '#platform/web/attempt.ts';
import type { Route } from '#platform/web/route.ts';
import {
  dropKnelpunt,
  fallShort,
  investigateKnelpunt,
  nominateKnelpunt,
  reconsiderKnelpunt,
  resolveKnelpunt,
} from '../commands/decide.ts';
import { actRoute } from './act-route.ts';
import { dayOf, line, version, words } from './fields.ts';

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

/** What the wijkregisseur decides. */
export const decideRoutes: readonly Route[] = [
  investigate,
  reconsider,
  resolve,
  insufficient,
  nominate,
  drop,
];
