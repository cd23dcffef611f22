import type { Shape } from '#platform/geo/index.ts';
import { metresPerDegree, type Point } from '#platform/geo/point.ts';

/** What the map draws beside the points. */
export interface MapOutline {
  readonly name: string;
  readonly outline: Shape;
}

interface PatternMapProps {
  /** Says what is to be seen; the list beside it is the map's twin. */
  readonly label: string;
  readonly points: readonly Point[];
  readonly outlines: readonly MapOutline[];
}

const WIDTH = 320;
const HEIGHT = 200;
/** Metres around the outermost points. */
const MARGIN = 120;

/** How degrees become pixels: the points fill the drawing, one scale both ways. */
const projectionOf = (points: readonly Point[]): ((point: Point) => readonly [number, number]) => {
  const [lats, lons] = [points.map(({ lat }) => lat), points.map(({ lon }) => lon)];
  const middle = {
    lat: (Math.min(...lats) + Math.max(...lats)) / 2,
    lon: (Math.min(...lons) + Math.max(...lons)) / 2,
  };
  const degree = metresPerDegree(middle.lat);
  const high = (Math.max(...lats) - Math.min(...lats)) * degree.lat + 2 * MARGIN;
  const wide = (Math.max(...lons) - Math.min(...lons)) * degree.lon + 2 * MARGIN;
  const scale = Math.min(HEIGHT / high, WIDTH / wide);
  const rounded = (pixels: number): number => Math.round(pixels * 10) / 10;
  return ({ lat, lon }) => [
    rounded(WIDTH / 2 + (lon - middle.lon) * degree.lon * scale),
    rounded(HEIGHT / 2 - (lat - middle.lat) * degree.lat * scale),
  ];
};

const pathOf = (outline: Shape, project: ReturnType<typeof projectionOf>): string =>
  outline
    .flatMap((polygon) =>
      polygon.map((ring) => `M${ring.map(([lon, lat]) => project({ lat, lon }).join(' ')).join('L')}Z`),
    )
    .join('');

/** A small map of a pattern, drawn on the server: no script, no tiles. Nothing without points. */
export const PatternMap = ({ label, points, outlines }: PatternMapProps) => {
  if (points.length === 0) return null;
  const project = projectionOf(points);
  return (
    <svg
      className="wr-pattern-map"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      width={WIDTH}
      height={HEIGHT}
    >
      {outlines.map(({ name, outline }) => (
        <path key={name} className="wr-map__area" d={pathOf(outline, project)} />
      ))}
      {points.map((point) => {
        const [x, y] = project(point);
        return <circle key={`${x} ${y}`} className="wr-map__point" cx={x} cy={y} r={7} />;
      })}
    </svg>
  );
};
