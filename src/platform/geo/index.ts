export { type Area, type AreaIndex, areaIndex, type Located, locate } from './area-index.ts';
export { cellOf, cellsWithin, coarseCell, SEARCH_RESOLUTION } from './cells.ts';
export { type AreaFeature, type GeoJsonProblem, type GeoJsonResult, parseGeoJson } from './geojson.ts';
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
