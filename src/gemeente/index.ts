export { type Area, areasOf, areasOfBuurt, type DivisionKind, divisionKinds } from './read/areas.ts';
export { type Buurt, buurtNames, listBuurten } from './read/buurten.ts';
export {
  type Department,
  type DepartmentKind,
  departmentKinds,
  departmentOfKind,
  departments,
  type Location,
  locations,
} from './read/departments.ts';
export { locatePoint } from './read/locate.ts';
export { findStreets, type Street } from './read/streets.ts';
export { dropTenantCache, tenantByHost } from './read/tenants.ts';
export { declaredSettings, defineSetting, readSettings, type Setting, type Settings } from './settings.ts';
export { fallbackArea, languages, tileHosts } from './tenant-settings.ts';
