import type { RoleId } from '#people/index.ts';
import { newId } from '#platform/database/ids.ts';
import { anonymous, type Holding, type Principal } from '#platform/policy/principal.ts';
import type { GiveSignaal } from '#signaal/index.ts';
import { makeDepartment, makePerson, makeTenant } from './people.ts';
import { asOwner, type TestWorld } from './world.ts';

/** A small municipality in which signalen can be sent: departments, two buurten, an area and categories. */
export interface SmallTown {
  readonly gemeente: string;
  readonly desk: string;
  readonly wijkregie: string;
  readonly complaints: string;
  readonly green: string;
  readonly roads: string;
  readonly area: string;
  readonly buurt: string;
  /** A buurt outside the area, so without a wijkregisseur. */
  readonly lonelyBuurt: string;
  readonly tree: string;
  readonly lamp: string;
  readonly complex: string;
}

/** Makes the small town, past the screens. Points near 52.06, 4.49 lie in `buurt`. */
export const smallTown = async (world: TestWorld, gemeente = 'GM0637'): Promise<SmallTown> => {
  await makeTenant(world, gemeente);
  const sql = (text: string, values: unknown[]) => asOwner(world.urls, gemeente, text, values);
  const department = (name: string, kind: 'desk' | 'vakafdeling' | 'wijkregie' | 'complaints') =>
    makeDepartment(world, name, kind, gemeente);
  const desk = await department('Publieksplein', 'desk');
  const wijkregie = await department('Samenleving', 'wijkregie');
  const complaints = await department('Klachten', 'complaints');
  const green = await department('Groen', 'vakafdeling');
  const roads = await department('Wegen', 'vakafdeling');
  const buurt = await makeBuurt(sql, gemeente, 'BU1', 'Palenstein', 4.48);
  const lonelyBuurt = await makeBuurt(sql, gemeente, 'BU2', 'Meerpolder', 4.52);
  const [division, area] = [newId(), newId()];
  await sql(
    `insert into division (gemeente, id, kind, name, valid_from) values ($1, $2, 'wijk', 'Wijken', '2014-01-01')`,
    [gemeente, division],
  );
  await sql(
    `insert into area (gemeente, id, division_id, code, name, valid_from) values ($1, $2, $3, 'P', 'Palenstein', '2014-01-01')`,
    [gemeente, area, division],
  );
  await sql(
    `insert into area_buurt (gemeente, area_id, buurt_id, valid_from) values ($1, $2, $3, '2014-01-01')`,
    [gemeente, area, buurt],
  );
  const group = await makeCategory(sql, gemeente, { name: 'Openbare ruimte' });
  const tree = await makeCategory(sql, gemeente, {
    name: 'Boom',
    parent: group,
    department: green,
    keywords: 'tak takken',
  });
  const lamp = await makeCategory(sql, gemeente, {
    name: 'Straatverlichting',
    parent: group,
    department: roads,
  });
  const complex = await makeCategory(sql, gemeente, { name: 'Hangjongeren', parent: group, complex: true });
  const departments = { desk, wijkregie, complaints, green, roads };
  return { gemeente, ...departments, area, buurt, lonelyBuurt, tree, lamp, complex };
};

type Sql = (text: string, values: unknown[]) => Promise<unknown>;

const makeBuurt = async (
  sql: Sql,
  gemeente: string,
  code: string,
  name: string,
  west: number,
): Promise<string> => {
  const id = newId();
  const [south, north, east] = [52.05, 52.07, west + 0.02];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  await sql(
    `insert into buurt (gemeente, id, code, name, outline, outline_source, valid_from)
     values ($1, $2, $3, $4, $5, 'test', '2014-01-01')`,
    [gemeente, id, code, name, JSON.stringify([[ring]])],
  );
  return id;
};

interface TestCategory {
  readonly name: string;
  readonly parent?: string;
  readonly department?: string;
  readonly keywords?: string;
  readonly complex?: boolean;
}

const makeCategory = async (sql: Sql, gemeente: string, category: TestCategory): Promise<string> => {
  const id = newId();
  await sql(
    `insert into category (gemeente, id, parent_id, slug, name, keywords, department_id, handling_term, complex, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, '5 workday', $8, '2014-01-01')`,
    [
      gemeente,
      id,
      category.parent ?? null,
      category.name.toLowerCase().replaceAll(' ', '-'),
      category.name,
      category.keywords ?? '',
      category.department ?? null,
      category.complex ?? false,
    ],
  );
  return id;
};

/** A person of the small town who holds one role, as the gate sees him. */
export const staffOf = async (
  world: TestWorld,
  town: SmallTown,
  role: RoleId,
  bounds: { departmentId?: string; areaId?: string; buurtIds?: readonly string[] } = {},
): Promise<Principal & { id: string }> => {
  const { departmentId, areaId, buurtIds } = bounds;
  const id = await makePerson(
    world,
    { holdings: [{ role, ...(departmentId ? { departmentId } : {}), ...(areaId ? { areaId } : {}) }] },
    town.gemeente,
  );
  const holding: Holding = {
    role,
    departmentId: departmentId ?? null,
    areaId: areaId ?? null,
    buurtIds: buurtIds ?? null,
    onBehalfOf: null,
  };
  return { kind: 'staff', id, holdings: [holding] };
};

/** A signaal as a resident sends it from the website, unless told otherwise. */
export const aGift = (change: Partial<GiveSignaal> = {}): GiveSignaal => ({
  kind: 'report',
  source: 'resident',
  channel: 'web',
  text: 'Er ligt een grote tak op het fietspad.',
  place: { lat: 52.06, lon: 4.49, street: '', note: '', buurtId: null },
  categoryId: null,
  urgent: false,
  contact: { name: '', mail: '', phone: '', street: '', houseNumber: '', postcode: '', town: '' },
  helper: { name: '', mail: '', phone: '', street: '', houseNumber: '', postcode: '', town: '' },
  answerChannel: 'none',
  lang: 'nl',
  draftId: null,
  idempotencyKey: newId(),
  override: null,
  deskUnsure: null,
  ...change,
});

/** Whoever sends without an account. */
export const resident = anonymous;
