import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { type GiveSignaal, giveSignaal, NO_CONTACT } from '#signaal/index.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { asOwner, type TestWorld } from '#testing/world.ts';
import type { MakeKnelpunt } from './commands/make.ts';

/** A small town with a wijkregisseur of its area and people of its departments. */
export interface KnelpuntTown extends SmallTown {
  readonly theme: string;
  readonly regisseur: Principal & { id: string };
  readonly stranger: Principal & { id: string };
  readonly worker: Principal & { id: string };
  readonly roadWorker: Principal & { id: string };
}

/** Makes it. */
export const knelpuntTown = async (test: TestWorld, gemeente = 'GM0637'): Promise<KnelpuntTown> => {
  const town = await smallTown(test, gemeente);
  const [group] = await asOwner<{ parent_id: string }>(
    test.urls,
    gemeente,
    'select parent_id from category where id = $1',
    [town.lamp],
  );
  const area = { areaId: town.area, buurtIds: [town.buurt] };
  return {
    ...town,
    theme: group?.parent_id ?? '',
    regisseur: await staffOf(test, town, 'wijkregisseur', area),
    stranger: await staffOf(test, town, 'wijkregisseur', {
      areaId: newId(),
      buurtIds: [town.lonelyBuurt],
    }).catch(() => staffOf(test, town, 'trekker')),
    worker: await staffOf(test, town, 'department_worker', { departmentId: town.green }),
    roadWorker: await staffOf(test, town, 'department_worker', { departmentId: town.roads }),
  };
};

/** What is typed to make a knelpunt of these signalen. */
export const aKnelpunt = (town: KnelpuntTown, change: Partial<MakeKnelpunt> = {}): MakeKnelpunt => ({
  signaalIds: [],
  suggestionId: null,
  carePatternIds: [],
  origin: 'problem',
  title: 'Donker pad bij de flats',
  themeId: town.theme,
  areaId: town.area,
  placeNote: '',
  hypothesis: '',
  sentence: 'Wij bekijken de verlichting van het hele pad en u hoort in april wat wij doen.',
  ...change,
});

let people = 0;

/** Somebody who reports and wants an answer; each call is another person unless told otherwise. */
export const aVoice = (change: Partial<GiveSignaal> = {}): GiveSignaal => {
  people += 1;
  return aGift({
    text: 'Het pad is hier donker.',
    answerChannel: 'mail',
    contact: {
      ...NO_CONTACT,
      name: `Jansje Verzonnen ${people}`,
      mail: `jansje${people}@voorbeeld.test`,
      phone: `079 000 ${String(people).padStart(4, '0')}`,
      street: 'Verzonnenlaan',
      houseNumber: String(people),
      postcode: '2711 AA',
      town: 'Zoetermeer',
    },
    ...change,
  });
};

/** Gives a signaal; its id. */
export const give = async (test: TestWorld, town: SmallTown, gift: GiveSignaal): Promise<string> =>
  (
    await execute(test.world, town.gemeente, resident, giveSignaal, {
      ...gift,
      categoryId: gift.categoryId ?? town.lamp,
    })
  ).signaalId;

/** Runs SQL behind the policies. */
export const rowsOf = <Row extends Record<string, unknown>>(
  test: TestWorld,
  sql: string,
  values: unknown[] = [],
  gemeente = 'GM0637',
): Promise<Row[]> => asOwner<Row>(test.urls, gemeente, sql, values);
