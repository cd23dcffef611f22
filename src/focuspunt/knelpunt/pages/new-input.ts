import { z } from 'zod';
import type { MakeKnelpunt } from '../commands/make.ts';
import { ids, line, optionalId, words } from './fields.ts';

/** What the form sends. */
export const newForm = z.object({
  patroon: optionalId,
  meldingen: ids,
  nummers: line,
  zorg: ids,
  titel: line,
  oorsprong: z.enum(['problem', 'chance', 'initiative']).catch('problem').default('problem'),
  gebied: z.string().max(100).default(''),
  thema: optionalId,
  plek: line,
  vermoeden: words,
  zin: words,
});

/** Fields of the command by their name in the form. */
export const NAMES = {
  title: 'titel',
  area: 'gebied',
  theme: 'thema',
  sentence: 'zin',
  hypothesis: 'vermoeden',
  place: 'plek',
};

/** The form as the command takes it. */
export const inputOf = (body: z.infer<typeof newForm>, signaalIds: readonly string[]): MakeKnelpunt => ({
  signaalIds,
  suggestionId: body.patroon,
  carePatternIds: body.zorg,
  origin: body.oorsprong,
  title: body.titel,
  themeId: body.thema,
  areaId: body.gebied,
  placeNote: body.plek,
  hypothesis: body.vermoeden,
  sentence: body.zin,
});
