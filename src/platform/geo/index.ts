export type { AreaFeature, AreaFile, AreaFileProblem, AreaFileResult, FileSystem } from './area-file.ts';
export { type Area, type AreaIndex, areaIndex, type Located, locate } from './area-index.ts';
export { cellOf, cellsWithin, coarseCell, SEARCH_RESOLUTION } from './cells.ts';
export { parseGeoJson } from './geojson.ts';
export { type GeoPackageChoice, isSqlite, readGeoPackage } from './geopackage.ts';
export { interiorPoint } from './interior-point.ts';
export type { GeoWarning } from './outline.ts';
export { distanceMetres, isPoint, type Point } from './point.ts';
export {
  type Bounds,
  boundsOf,
  contains,
  metresToBorder,
  type Position,
  type Ring,
  type Shape,
} from './shape.ts';
