import { z } from 'zod';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { unreadable } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Route } from '#platform/web/route.ts';
import { addSignalen, referBundled, removeSignaal } from '../commands/bundle.ts';
import { describeKnelpunt, sayWord } from '../commands/word.ts';
import { actRoute } from './act-route.ts';
import { ids, line, numbersIn, optionalId, version, words } from './fields.ts';

const versie = { versie: version };

/** The ids of signalen with these numbers; a number that is not ours gives an id that nobody has. */
const idsOfNumbers = (rq: Rq, numbers: readonly number[]): Promise<string[]> =>
  rq.read(async (db) => {
    const rows = await runSql<{ id: string }>(
      db,
      'select id from signaal where gemeente = $1 and number = any ($2::bigint[]) limit 100',
      [rq.gemeente, [...numbers]],
    );
    return rows.length < new Set(numbers).size ? ['unknown'] : rows.map(({ id }) => id);
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

const add = actRoute({
  path: 'erbij',
  done: 'added',
  command: addSignalen,
  form: z.object({ ...versie, nummers: line, zorg: ids }),
  lists: ['zorg'],
  input: async ({ nummers, zorg }, { knelpuntId }, _raw, rq) => {
    const numbers = numbersIn(nummers);
    const signaalIds = await idsOfNumbers(rq, numbers);
    const isEmpty = numbers.length === 0 && (nummers !== '' || zorg.length === 0);
    if (isEmpty || signaalIds.includes('unknown')) return unreadable({ nummers: 'signaal_unknown' });
    return { knelpuntId, signaalIds, carePatternIds: zorg };
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

/** What belongs to it, and what its reporters hear. */
export const bundleRoutes: readonly Route[] = [say, describe, add, remove, toCare];
