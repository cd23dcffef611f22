import type { RoleId } from '#people/index.ts';
import { newId } from '#platform/database/ids.ts';
import { asOwner, type TestWorld } from './world.ts';

/** A role that a test person holds; from the beginning of 2016 without an end unless told otherwise. */
export interface TestHolding {
  readonly role: RoleId;
  readonly departmentId?: string;
  readonly areaId?: string;
  readonly onBehalfOf?: string;
  readonly from?: string;
  readonly to?: string;
}

interface TestPerson {
  readonly name?: string;
  readonly email?: string;
  readonly lang?: 'nl' | 'en';
  readonly active?: boolean;
  readonly invented?: boolean;
  readonly holdings?: readonly TestHolding[];
}

/** Makes a municipality; doing it twice is no fault. */
export const makeTenant = async (
  testWorld: TestWorld,
  gemeente = 'GM0637',
  name = 'Zoetermeer',
): Promise<string> => {
  await asOwner(
    testWorld.urls,
    gemeente,
    'insert into tenant (gemeente, name, created_at) values ($1, $2, $3) on conflict do nothing',
    [gemeente, name, testWorld.clock.now()],
  );
  return gemeente;
};

/** Makes a person with an account and roles, past the screens; gives the account's id. */
export const makePerson = async (
  testWorld: TestWorld,
  person: TestPerson = {},
  gemeente = 'GM0637',
): Promise<string> => {
  const id = newId();
  const { name = 'Jansje Verzonnen', lang = 'nl', active = true, invented = false, holdings = [] } = person;
  await asOwner(
    testWorld.urls,
    gemeente,
    `insert into account (gemeente, id, name, email, lang, active, invented, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      gemeente,
      id,
      name,
      person.email ?? `${id}@voorbeeld.test`,
      lang,
      active,
      invented,
      testWorld.clock.now(),
    ],
  );
  for (const holding of holdings) await makeHolding(testWorld, id, holding, gemeente);
  return id;
};

/** Gives a person a role, past the screens; gives the holding's id. */
export const makeHolding = async (
  testWorld: TestWorld,
  accountId: string,
  { role, departmentId, areaId, onBehalfOf, from = '2016-01-01', to }: TestHolding,
  gemeente = 'GM0637',
): Promise<string> => {
  const id = newId();
  await asOwner(
    testWorld.urls,
    gemeente,
    `insert into role_holding
       (gemeente, id, account_id, role, department_id, area_id, on_behalf_of, valid_from, valid_to, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      gemeente,
      id,
      accountId,
      role,
      departmentId ?? null,
      areaId ?? null,
      onBehalfOf ?? null,
      from,
      to ?? null,
      testWorld.clock.now(),
    ],
  );
  return id;
};

/** Makes a department; gives its id. */
export const makeDepartment = async (
  testWorld: TestWorld,
  name: string,
  kind: 'desk' | 'vakafdeling' | 'wijkregie' | 'complaints' | 'partner' = 'vakafdeling',
  gemeente = 'GM0637',
): Promise<string> => {
  const id = newId();
  await asOwner(
    testWorld.urls,
    gemeente,
    `insert into department (gemeente, id, name, kind, valid_from) values ($1, $2, $3, $4, '2016-01-01')`,
    [gemeente, id, name, kind],
  );
  return id;
};
