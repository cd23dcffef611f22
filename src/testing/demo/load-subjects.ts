import { type Command, execute } from '#platform/command/command.ts';
import { operatorPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { saveCategory, saveReferralPartner, saveStandardText } from '#signaal/index.ts';
import { demoCategories } from './categories.ts';
import type { TownIds } from './town.ts';

const FROM = '2014-01-01';

const asOperator = <Input, Output>(
  world: World,
  gemeente: string,
  command: Command<Input, Output>,
  input: Input,
) => execute(world, gemeente, operatorPrincipal, command, input);

const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** Loads the subjects, the ready-made replies and the referral card; gives the subjects' ids by name. */
export const loadSubjects = async (
  world: World,
  { gemeente, departments }: TownIds,
): Promise<Record<string, string>> => {
  const subjects: Record<string, string> = {};
  const plain = {
    id: null,
    description: '',
    complex: false,
    sensitive: false,
    crowd: false,
    validFrom: FROM,
    validTo: null,
  };
  for (const group of demoCategories) {
    const parentId = await asOperator(world, gemeente, saveCategory, {
      ...plain,
      parentId: null,
      slug: slugOf(group.name),
      name: group.name,
      nameEn: group.nameEn,
      keywords: '',
      departmentId: null,
      handlingTerm: '5 workday',
    });
    subjects[group.name] = parentId;
    for (const { department, ...subject } of group.subjects) {
      subjects[subject.name] = await asOperator(world, gemeente, saveCategory, {
        ...plain,
        ...subject,
        parentId,
        slug: slugOf(subject.name),
        departmentId: department === null ? null : (departments[department] ?? null),
      });
    }
  }
  await loadTexts(world, gemeente);
  return subjects;
};

const loadTexts = async (world: World, gemeente: string): Promise<void> => {
  const texts = [
    ['solved', 'Hersteld', 'Wij hebben dit hersteld. Dank u wel voor uw melding.'],
    ['solved', 'Opgeruimd', 'Wij hebben dit opgeruimd. Dank u wel voor uw melding.'],
    [
      'not_with_explanation',
      'Geen actie',
      'Wij gaan hier niets aan doen, omdat het veilig is zoals het nu is.',
    ],
    [
      'handed_over',
      'Van een ander',
      'Dit is niet van de gemeente. Wij hebben het doorgegeven aan de eigenaar.',
    ],
  ] as const;
  for (const [outcome, title, body] of texts) {
    const input = {
      id: null,
      categoryId: null,
      outcome,
      title,
      body,
      validFrom: FROM,
      validTo: null,
    };
    await asOperator(world, gemeente, saveStandardText, input);
  }
  const partners = [
    [
      'Wijkzorgnetwerk',
      '079 - 000 00 10',
      'Zorgen om iemand thuis: geld, gezondheid, opvoeding of eenzaamheid.',
    ],
    ['Buurtbemiddeling', '079 - 000 00 11', 'Ruzie met de buren, als praten niet meer lukt.'],
    ['Politie, geen spoed', '0900 - 8844', 'Overlast van een persoon, of een misdrijf.'],
    ['Veilig Thuis', '0800 - 2000', 'Geweld thuis, dag en nacht, gratis.'],
  ] as const;
  for (const [position, [name, phone, explanation]] of partners.entries()) {
    const input = { id: null, name, phone, explanation, position, validFrom: FROM, validTo: null };
    await asOperator(world, gemeente, saveReferralPartner, input);
  }
};
