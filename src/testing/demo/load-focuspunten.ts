import {
  consultFocuspunt,
  decideFocuspunt,
  makeRelease,
  moveToRound,
  openRound,
  proposeFocuspunt,
  proposeRound,
  sendNews,
  signAsMayor,
  signAsSecretary,
} from '#focuspunt/index.ts';
import type { World } from '#platform/world.ts';
import { type PrintedFocuspunt, printedBudget, printedFocuspunten } from './focuspunten.ts';
import type { PeopledTown } from './load-signalen.ts';
import { type Moment, onDay } from './story.ts';

const PROPOSED = '2016-02-15';
const DECIDED = '2016-03-08';
const TOLD = '2016-03-09';
/** The table prints no baseline and no day for one; the year after is when the rekenkamer asked (rapport L1071-1073). */
const BASELINE_DUE = '2017-03-31';
const NOT_PRINTED = 'Het overzicht van maart 2016 zegt het niet';

/** Which of the three wijkregisseurs works in an area of the focuspunten (rapport L220-222). */
const WIJKREGISSEUR: Readonly<Record<string, string>> = {
  'Buytenwegh De Leyens': 'wies.regie',
  'Noordhove Seghwaert': 'wies.regie',
  Rokkeveen: 'wout.regie',
  Oosterheem: 'wout.regie',
  Centrum: 'wanda.regie',
  Meerzicht: 'wanda.regie',
};

/**
 * The twelve focuspunten of March 2016 with the decision of the college and the raadsmemo: printed titles, invented steps. Not
 * one has an indicator, which is what the demo must show (product.md A5). Gives their ids by the short name.
 */
export const loadFocuspunten = async (world: World, town: PeopledTown): Promise<Record<string, string>> => {
  const proposed = onDay(world, town, PROPOSED);
  const roundId = await proposed.as('sacha.secretaris', openRound, {
    title: 'Focuspunten 2016',
    startsOn: PROPOSED,
    decisionOn: DECIDED,
  });
  const ids: Record<string, string> = {};
  for (const printed of printedFocuspunten) {
    ids[printed.name] = await propose(proposed, town, printed, roundId);
  }
  await decide(world, town, roundId, Object.values(ids));
  return ids;
};

const propose = async (
  moment: Moment,
  town: PeopledTown,
  printed: PrintedFocuspunt,
  roundId: string,
): Promise<string> => {
  const wijkregisseur = WIJKREGISSEUR[printed.area] ?? 'wanda.regie';
  const isProblem = printed.origin === 'problem';
  const unknown = `${NOT_PRINTED} (rapport ${printed.lines}).`;
  const focuspuntId = await moment.as(wijkregisseur, proposeFocuspunt, {
    title: printed.title,
    areaId: town.focusAreas[printed.area] ?? '',
    categoryId: town.subjects[printed.theme] ?? null,
    origin: printed.origin,
    problem: `Waarom is dit gekozen? ${unknown}`,
    publicSummary: `Een van de twaalf focuspunten van maart 2016; de titel is die van het rapport (${printed.lines}), de rest is verzonnen.`,
    effort: isProblem ? unknown : '',
    effortBy: isProblem ? NOT_PRINTED : '',
    effortSince: isProblem ? PROPOSED : null,
    effortWhyNot: isProblem ? unknown : '',
    whatIsAdded: isProblem ? '' : unknown,
    trekkerAccountId: null,
    trekkerFunction: '',
    trekkerDepartmentId: null,
    budgetLine: '',
    knelpuntIds: [],
    invented: true,
  });
  await moment.as(wijkregisseur, consultFocuspunt, { focuspuntId });
  await moment.as(wijkregisseur, moveToRound, { focuspuntId, roundId });
  return focuspuntId;
};

const decide = async (
  world: World,
  town: PeopledTown,
  roundId: string,
  focuspuntIds: readonly string[],
): Promise<void> => {
  const day = onDay(world, town, DECIDED);
  await day.as('sacha.secretaris', proposeRound, {
    roundId,
    proposalText: 'Wij leggen twaalf focuspunten aan u voor, zoals geïnventariseerd met de wijkpartners.',
  });
  for (const focuspuntId of focuspuntIds) {
    await day.as('coby.college', decideFocuspunt, {
      focuspuntId,
      outcome: 'set',
      reason: '',
      heldUntil: null,
      withoutBaselineUntil: BASELINE_DUE,
    });
  }
  const releaseId = await day.as('sacha.secretaris', makeRelease, {
    about: { roundId },
    title: 'Focuspunten wijkgericht werken 2016 (verzonnen memo)',
    intro:
      'Het college heeft twaalf focuspunten vastgesteld. Deze memo is verzonnen voor de demo; titels en bedragen komen uit het rapport. Het peiljaar van de bedragen is onbekend.',
    embargoUntil: new Date(`${TOLD}T08:00:00Z`),
    sentences: {},
    budget: { ...printedBudget, lines: [...printedBudget.lines] },
  });
  await day.as('burcu.burgemeester', signAsMayor, { releaseId });
  await day.as('sacha.secretaris', signAsSecretary, { releaseId });
  await sendNews(onDay(world, town, TOLD).world, town.gemeente);
};
