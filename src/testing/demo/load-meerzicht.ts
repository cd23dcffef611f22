import {
  acceptPlacement,
  addAction,
  editPlan,
  investigateKnelpunt,
  makeKnelpunt,
  placeKnelpunt,
  takeKnelpunt,
} from '#focuspunt/index.ts';
import { isoDate, plusDays, startOfDay } from '#platform/calendar/index.ts';
import type { World } from '#platform/world.ts';
import type { PeopledTown } from './load-signalen.ts';
import type { DemoSignaal } from './signalen.ts';
import { daysAgo, planOf } from './story.ts';
import { meerzichtSignalen } from './story-signalen.ts';

const DAY = 86_400_000;
/** The oldest signaal of the story, and a day to be safe. */
const STORY_DAYS = 301;

/**
 * How fast the fourth story goes: 1 as told, less when the year is younger than the story, for its page counts "sinds
 * januari" and all fourteen must lie in this year, whenever the demo is loaded.
 */
export const paceOfMeerzicht = (now: Date): number => {
  const newYear = startOfDay(`${isoDate(now).slice(0, 4)}-01-01`);
  return Math.min(1, (now.getTime() - newYear.getTime()) / (STORY_DAYS * DAY));
};

/** Story 4: what lay at the shopping centre became a knelpunt, and its focuspunt has a next step with a date. */
export const loadMeerzicht = async (
  world: World,
  town: PeopledTown,
  focuspuntId: string,
  loaded: ReadonlyMap<DemoSignaal, string>,
): Promise<void> => {
  const pace = paceOfMeerzicht(world.clock.now());
  const then = daysAgo(world, town, 10 * pace);
  const { knelpuntId } = await then.as('wanda.regie', makeKnelpunt, {
    signaalIds: meerzichtSignalen.flatMap((signaal) => loaded.get(signaal) ?? []),
    suggestionId: null,
    carePatternIds: [],
    origin: 'problem',
    title: 'Troep rond winkelcentrum Meerzicht',
    themeId: town.subjects.Afval ?? null,
    areaId: town.focusAreas.Meerzicht ?? '',
    placeNote: 'Rond het winkelcentrum en de laadplaats',
    hypothesis: 'Het afval komt in het weekend, en wordt pas in de loop van de week geruimd.',
    sentence:
      'Wij hebben de meldingen over afval rond winkelcentrum Meerzicht samengenomen en maken er met winkeliers een plan voor.',
  });
  const hypothesis = 'Het weekendafval wordt pas woensdag geruimd.';
  await then.as('wanda.regie', investigateKnelpunt, { knelpuntId, hypothesis });
  const { placementIds } = await then.as('wanda.regie', placeKnelpunt, {
    knelpuntId,
    departmentIds: [town.departments['Afval en reiniging'] ?? ''],
    advice: { promising: 3, useful: 3, sentence: 'Vaker vegen op zondag, samen met de winkeliers.' },
  });
  await daysAgo(world, town, 9 * pace).as('aicha.afval', acceptPlacement, {
    knelpuntId,
    placementId: placementIds[0] ?? '',
    plannedOn: plusDays(isoDate(world.clock.now()), 8),
    answer: 'Wij vegen voortaan ook op zondag (verzonnen).',
  });
  await then.as('wanda.regie', takeKnelpunt, { focuspuntId, knelpuntId });
  await loadPlan(world, town, focuspuntId, 9 * pace);
};

const loadPlan = async (
  world: World,
  town: PeopledTown,
  focuspuntId: string,
  days: number,
): Promise<void> => {
  const then = daysAgo(world, town, days);
  const { id: planId, version } = await planOf(world, town.gemeente, focuspuntId);
  await then.as('wanda.regie', editPlan, {
    planId,
    version,
    approach: 'Winkeliers en gemeente vegen om beurten; de bakken worden op zondag geleegd (verzonnen).',
    socialDomain: false,
    roleSplit: '',
    participation: 'Bewoners en winkeliers lopen elke maand een ronde mee.',
  });
  const today = isoDate(world.clock.now());
  const actions = [
    { title: 'Op zondag de bakken legen', department: 'Afval en reiniging', inDays: 8 },
    { title: 'Afspraken met de winkeliers', department: 'Samenleving', inDays: 25 },
  ];
  for (const { title, department, inDays } of actions) {
    await then.as('wanda.regie', addAction, {
      planId,
      title,
      ownerFunction: department === 'Samenleving' ? 'wijkregisseur' : 'teamleider reiniging',
      ownerAccountId: null,
      ownerDepartmentId: town.departments[department] ?? null,
      dueOn: plusDays(today, inDays),
    });
  }
};
