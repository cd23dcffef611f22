import { newId } from '#platform/database/ids.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { makeDepartment, makePerson } from '#testing/people.ts';
import { type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { asOwner, type TestWorld } from '#testing/world.ts';
import type { ProposeFocuspunt } from './commands/propose.ts';

type Staff = Principal & { readonly id: string };

/** A small town with an area for focuspunten, a wijkteam of two and whoever decides. */
export interface FocusTown extends SmallTown {
  readonly focusArea: string;
  readonly police: string;
  readonly policeAccount: string;
  readonly youth: string;
  readonly members: readonly string[];
  readonly wijkregisseur: Staff;
  readonly college: Staff;
  readonly mayor: Staff;
  readonly secretary: Staff;
  readonly sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
}

/** Makes it, past the screens. */
export const focusTown = async (world: TestWorld, gemeente = 'GM0637'): Promise<FocusTown> => {
  const town = await smallTown(world, gemeente);
  const sql = (text: string, values: unknown[] = []) => asOwner(world.urls, gemeente, text, values);
  const [division, focusArea] = [newId(), newId()];
  await sql(
    `insert into division (gemeente, id, kind, name, valid_from) values ($1, $2, 'focus_area', 'Gebieden', '2014-01-01')`,
    [gemeente, division],
  );
  await sql(
    `insert into area (gemeente, id, division_id, code, name, valid_from) values ($1, $2, $3, 'F1', 'Oosterheem', '2014-01-01')`,
    [gemeente, focusArea, division],
  );
  await sql(
    `insert into area_buurt (gemeente, area_id, buurt_id, valid_from) values ($1, $2, $3, '2014-01-01')`,
    [gemeente, focusArea, town.buurt],
  );
  const police = await makeDepartment(world, 'Politie', 'partner', gemeente);
  const youth = await makeDepartment(world, 'Jongerenwerk', 'partner', gemeente);
  const policeAccount = await makePerson(
    world,
    { name: 'Wim Wijkagent', holdings: [{ role: 'police_partner', departmentId: police }] },
    gemeente,
  );
  const member = async (department: string, account: string | null) => {
    const id = newId();
    await sql(
      `insert into wijkteam_member (gemeente, id, area_id, department_id, function, account_id, valid_from)
       values ($1, $2, $3, $4, 'wijkagent', $5, '2016-01-01')`,
      [gemeente, id, focusArea, department, account],
    );
    return id;
  };
  const members = [await member(police, policeAccount), await member(youth, null)];
  return {
    ...town,
    focusArea,
    police,
    policeAccount,
    youth,
    members,
    sql,
    wijkregisseur: await staffOf(world, town, 'wijkregisseur', {
      areaId: town.area,
      buurtIds: [town.buurt],
    }),
    college: await staffOf(world, town, 'college'),
    mayor: await staffOf(world, town, 'mayor'),
    secretary: await staffOf(world, town, 'municipal_secretary'),
  };
};

/** A whole proposal about a problem, in the words of the report (L530-532). */
export const aProposal = (
  town: Pick<FocusTown, 'focusArea' | 'green'>,
  change: Partial<ProposeFocuspunt> = {},
): ProposeFocuspunt => ({
  title: 'Schoon, heel en veilig in het centrum',
  areaId: town.focusArea,
  categoryId: null,
  origin: 'problem',
  problem: 'Er blijft afval liggen rond het winkelcentrum.',
  publicSummary: 'We willen dat het centrum weer schoon is.',
  effort: 'Elke week vegen',
  effortBy: 'Stadsbeheer',
  effortSince: '2015-09-01',
  effortWhyNot: 'Binnen een dag ligt er weer afval.',
  whatIsAdded: '',
  budgetLine: 'geen',
  trekkerAccountId: null,
  trekkerFunction: 'teamleider',
  trekkerDepartmentId: town.green,
  knelpuntIds: [],
  ...change,
});
