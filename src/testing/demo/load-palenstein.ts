import {
  acceptPlacement,
  investigateKnelpunt,
  makeKnelpunt,
  placeKnelpunt,
  takeKnelpunt,
} from '#focuspunt/index.ts';
import { isoDate, plusDays } from '#platform/calendar/index.ts';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { anonymous } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { joinSignaal } from '#signaal/index.ts';
import { giftOf, type PeopledTown } from './load-signalen.ts';
import type { DemoSignaal } from './signalen.ts';
import { daysAgo } from './story.ts';
import { darkPath, darkPathVoices, palensteinSignalen } from './story-signalen.ts';

/**
 * Story 3: six neighbours told of the dark path by the flats of Palenstein, each with a voice of his own, and it lies in a
 * knelpunt under the focuspunt of those flats (rapport L542): so whoever joins can walk to the raad and back.
 */
export const loadPalenstein = async (
  world: World,
  town: PeopledTown,
  focuspuntId: string,
  loaded: ReadonlyMap<DemoSignaal, string>,
): Promise<void> => {
  const originalId = loaded.get(darkPath);
  if (!originalId) throw new Error('The dark path was not loaded');
  for (const voice of darkPathVoices) {
    const then = daysAgo(world, town, voice.daysAgo).world;
    const gift = { ...giftOf(town, { ...darkPath, ...voice, text: '' }), idempotencyKey: newId() };
    await execute(then, town.gemeente, anonymous, joinSignaal, { ...gift, originalId });
  }
  const then = daysAgo(world, town, 2);
  const { knelpuntId } = await then.as('wanda.regie', makeKnelpunt, {
    signaalIds: palensteinSignalen.flatMap((signaal) => loaded.get(signaal) ?? []),
    suggestionId: null,
    carePatternIds: [],
    origin: 'problem',
    title: 'Donker rond de flats van Palenstein',
    themeId: town.subjects.Verlichting ?? null,
    areaId: town.focusAreas.Centrum ?? '',
    placeNote: 'Het pad achter de flats en de ingangen',
    hypothesis: 'De lampen achter de flats hangen aan één oude kabel.',
    sentence:
      'Wij hebben de meldingen over het donker rond de flats samengenomen. De hele verlichting achter de flats wordt nagekeken.',
  });
  const hypothesis = 'De lampen achter de flats hangen aan één oude kabel (verzonnen).';
  await then.as('wanda.regie', investigateKnelpunt, { knelpuntId, hypothesis });
  const { placementIds } = await then.as('wanda.regie', placeKnelpunt, {
    knelpuntId,
    departmentIds: [town.departments.Verlichting ?? ''],
    advice: { promising: 3, useful: 3, sentence: 'Niet lamp voor lamp, maar de hele kabel nakijken.' },
  });
  await daysAgo(world, town, 1).as('lars.licht', acceptPlacement, {
    knelpuntId,
    placementId: placementIds[0] ?? '',
    plannedOn: plusDays(isoDate(world.clock.now()), 12),
    answer: 'Wij kijken de hele kabel na (verzonnen).',
  });
  await then.as('wanda.regie', takeKnelpunt, { focuspuntId, knelpuntId });
};
