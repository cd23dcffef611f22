export { type AreaInput, type DivisionInput, saveArea, saveDivision } from './commands/areas.ts';
export { type BuurtInput, saveBuurt } from './commands/buurt.ts';
export {
  type DepartmentInput,
  type LocationInput,
  saveDepartment,
  saveLocation,
} from './commands/departments.ts';
export { type SettingChange, setSetting, withdrawSetting } from './commands/set-setting.ts';
export { setText, type TextChange } from './commands/set-text.ts';
export { type StreetInput, saveStreets } from './commands/streets.ts';
export { createTenant, makeTenant, type NewTenant, noteExport } from './commands/tenant.ts';
export { type ImportAreasOptions, importAreas, importAreasCommand } from './import-areas/import-areas.ts';
export type { AreasReport } from './import-areas/report.ts';
export type { AreaSource } from './import-areas/source.ts';
export { areasInWords, remarksInWords } from './imports/areas-words.ts';
export {
  columnsInWords,
  figureRemarksInWords,
  figuresInWords,
  unusedInWords,
} from './imports/figures-words.ts';
export { remoteInWords } from './imports/remote-words.ts';
export { importTexts } from './imports/texts.ts';
export { figuresOfArea, type RegionFigure, regionFiguresSql } from './key-figures/area-figures.ts';
export { FigureTable } from './key-figures/figure-table.tsx';
export { type FiguresReport, importKeyFigures } from './key-figures/import-key-figures.ts';
export { areaBuurten } from './read/area-buurten.ts';
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
export { locatePoint, pointLocator } from './read/locate.ts';
export { outlinesOfBuurten, outlinesOn } from './read/outlines.ts';
export { findStreets, type Street, streetsLike } from './read/streets.ts';
export { dropTenantCache, tenantByHost } from './read/tenants.ts';
export { figuresFromCbs, outlinesFromPdok } from './remote/fetch-sources.ts';
export { gemeenteRoutes } from './routes.ts';
export {
  declaredSettings,
  defineSetting,
  readSettings,
  type Setting,
  type Settings,
  type StoredSetting,
  settingsFrom,
} from './settings.ts';
export { fallbackArea, freeDays, languages, publicPhone, tileHosts } from './tenant-settings.ts';
export { endOfTerm, termSetting } from './terms.ts';
export { gemeenteTexts } from './texts.ts';
export {
  MistakeSummary,
  type Mistakes,
  mistakeOf,
  noMistakes,
  PeriodFields,
  SaveForm,
} from './web/form.tsx';
export type { AdminLink, GemeenteParts } from './web/parts.ts';
export { PeriodNote } from './web/period-note.tsx';
export { termUnits } from './web/setting-value.ts';
export {
  dayIn,
  endAfter,
  lastDayOf,
  optionalDayIn,
  storedFields,
  type Typed,
  typedFields,
  wholeNumberIn,
} from './web/typed.ts';
