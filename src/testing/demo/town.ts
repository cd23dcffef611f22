import {
  areasOf,
  departments,
  importAreasCommand,
  listBuurten,
  locations,
  makeTenant,
  saveArea,
  saveBuurt,
  saveDepartment,
  saveDivision,
  saveLocation,
  saveStreets,
} from '#gemeente/index.ts';
import { type Command, runInside } from '#platform/command/command.ts';
import { type TenantDb, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { operatorPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { drawOutlines } from './outlines.ts';
import { focusAreas, portfolios, type TownArea, wijken } from './town-areas.ts';
import { border, townBuurten } from './town-places.ts';
import { townDepartments, townLocations } from './town-services.ts';
import { townStreets } from './town-streets.ts';

/** Ids of what was made, by the name or code that people know. */
export interface TownIds {
  readonly gemeente: string;
  /** By CBS code, such as `BU06370003`. */
  readonly buurten: Readonly<Record<string, string>>;
  /** By name, such as `Palenstein`. */
  readonly wijken: Readonly<Record<string, string>>;
  readonly focusAreas: Readonly<Record<string, string>>;
  /** By letter: A, B, C. */
  readonly portfolios: Readonly<Record<string, string>>;
  /** By name, such as `Publieksplein`. */
  readonly departments: Readonly<Record<string, string>>;
  readonly locations: Readonly<Record<string, string>>;
}

const TOWN = 'GM0637';
const FROM = '2014-01-01';
/** Where the drawn outlines come from, as every map says. */
const DRAWN = 'Wijkregie, grove tekening voor de demo';

type Run = <Input, Output>(command: Command<Input, Output>, input: Input) => Promise<Output>;

/**
 * Makes the demo municipality Zoetermeer, or leaves it as it is: safe at every start. Takes the owner's address, for the
 * application's own role may not write the tenant directory.
 */
export const seedTown = async (world: World, ownerUrl: string): Promise<TownIds> => {
  await ensureTenant(world, ownerUrl, { code: TOWN, name: 'Zoetermeer', host: 'zoetermeer.localhost' });
  return tenantTransaction(world.pool, TOWN, async (db) => {
    const run: Run = (command, input) => runInside(world, TOWN, operatorPrincipal, db, command, input);
    if ((await areasOf(db, TOWN, '2024-01-01')).length === 0) await fill(run);
    return idsOf(db);
  });
};

/** A second municipality for tests: Assen, with a desk and two departments, and no outlines until they are imported. */
export const seedSecondTown = async (world: World, ownerUrl: string): Promise<string> => {
  const gemeente = 'GM0106';
  await ensureTenant(world, ownerUrl, { code: gemeente, name: 'Assen', host: 'assen.localhost' });
  await tenantTransaction(world.pool, gemeente, async (db) => {
    if ((await departments(db, gemeente, '2024-01-01')).length > 0) return;
    for (const [name, kind] of [
      ['Klantcontactcentrum', 'desk'],
      ['Wijkregie', 'wijkregie'],
      ['Klachten', 'complaints'],
      ['Stadsbeheer', 'vakafdeling'],
    ] as const) {
      const input = { id: null, name, kind, publicContact: null, validFrom: FROM, validTo: null };
      await runInside(world, gemeente, operatorPrincipal, db, saveDepartment, input);
    }
  });
  return gemeente;
};

const ensureTenant = async (
  world: World,
  ownerUrl: string,
  { code, name, host }: { code: string; name: string; host: string },
): Promise<void> => {
  const { rows } = await world.pool.query('select 1 from tenant where gemeente = $1', [code]);
  if (rows.length === 0) await makeTenant(world, ownerUrl, { code, name, demo: true, hosts: [host] });
};

const fill = async (run: Run): Promise<void> => {
  const buurtIds = await fillBuurten(run);
  const idOf = (digits: string): string => {
    const id = buurtIds.get(`BU0637${digits}`);
    if (id === undefined) throw new Error(`The demo names no buurt ${digits}`);
    return id;
  };
  await fillDivision(run, 'wijk', 'Wijken', wijken, idOf);
  await fillDivision(run, 'focus_area', 'Gebieden van de focuspunten', focusAreas, idOf);
  await fillDivision(run, 'portfolio', 'Portefeuilles', portfolios, idOf);
  await run(importAreasCommand, { source: drawnGeoJson(), options: { source: DRAWN, validFrom: FROM } });
  await fillServices(run, idOf);
  const streets = Object.entries(townStreets).flatMap(([digits, names]) =>
    names.map((name) => ({ name, buurtId: idOf(digits), lat: null, lon: null })),
  );
  await run(saveStreets, streets);
};

const fillBuurten = async (run: Run): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  for (const { code, name, residents } of townBuurten) {
    const id = await run(saveBuurt, {
      id: null,
      code,
      name,
      officialWijkCode: `WK${code.slice(2, 8)}`,
      officialWijkName: null,
      residents,
      residentsAt: '2024-01-01',
      validFrom: FROM,
      validTo: null,
    });
    ids.set(code, id);
  }
  return ids;
};

const fillDivision = async (
  run: Run,
  kind: 'wijk' | 'focus_area' | 'portfolio',
  name: string,
  areas: readonly (TownArea & { readonly printedResidents?: number })[],
  idOf: (digits: string) => string,
): Promise<void> => {
  const divisionId = await run(saveDivision, { id: null, kind, name, validFrom: FROM, validTo: null });
  for (const area of areas) {
    await run(saveArea, {
      id: null,
      divisionId,
      code: area.code,
      name: area.name,
      printedResidents: area.printedResidents ?? null,
      buurtIds: area.buurten.map(idOf),
      from: FROM,
      until: null,
    });
  }
};

const fillServices = async (run: Run, idOf: (digits: string) => string): Promise<void> => {
  for (const { name, kind, publicContact = null } of townDepartments)
    await run(saveDepartment, { id: null, name, kind, publicContact, validFrom: FROM, validTo: null });
  for (const { buurt, validFrom = FROM, ...location } of townLocations)
    await run(saveLocation, {
      ...location,
      id: null,
      phone: '079 - 000 00 00',
      buurtId: idOf(buurt),
      validFrom,
      validTo: null,
    });
};

/** Our drawing as a file, so that the demo takes the same road as a municipality's own map. */
const drawnGeoJson = (): string => {
  const shapes = drawOutlines(border, townBuurten);
  return JSON.stringify({
    type: 'FeatureCollection',
    features: townBuurten.map(({ code, name }, index) => ({
      type: 'Feature',
      properties: { buurtcode: code, buurtnaam: name, gemeentecode: TOWN },
      geometry: { type: 'MultiPolygon', coordinates: shapes[index] },
    })),
  });
};

const idsOf = async (db: TenantDb): Promise<TownIds> => {
  const day = '2024-01-01';
  const areas = await areasOf(db, TOWN, day);
  const of = (kind: string, key: 'name' | 'code') =>
    Object.fromEntries(areas.filter((area) => area.kind === kind).map((area) => [area[key], area.id]));
  const buurten = await listBuurten(db, TOWN, day);
  const services = await departments(db, TOWN, day);
  const places = await locations(db, TOWN, day);
  return {
    gemeente: TOWN,
    buurten: Object.fromEntries(buurten.map(({ code, id }) => [code, id])),
    wijken: of('wijk', 'name'),
    focusAreas: of('focus_area', 'name'),
    portfolios: of('portfolio', 'code'),
    departments: Object.fromEntries(services.map(({ name, id }) => [name, id])),
    locations: Object.fromEntries(places.map(({ name, id }) => [name, id])),
  };
};
