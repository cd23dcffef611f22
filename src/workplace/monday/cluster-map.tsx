/** A point of a cluster. */
export interface ClusterPoint {
  readonly lat: number;
  readonly lon: number;
}

const SIZE = 160;
const EDGE = 14;
/** Metres in a degree of latitude; one of longitude shrinks with its cosine. */
const DEGREE = 111_200;
/** A cluster that fits in less is drawn as if it were this wide, so that two neighbours do not seem a town apart. */
const LEAST_METRES = 100;

interface Drawn {
  readonly x: number;
  readonly y: number;
}

/** The points as places on a square, north up, and how many metres the square is wide. */
export const drawCluster = (
  points: readonly ClusterPoint[],
): { readonly places: readonly Drawn[]; readonly metres: number } => {
  if (points.length === 0) return { places: [], metres: 0 };
  const lats = points.map(({ lat }) => lat);
  const lons = points.map(({ lon }) => lon);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const span = Math.max((north - south) * DEGREE, (east - west) * DEGREE * shrink);
  const metres = Math.max(span, LEAST_METRES);
  const scale = (SIZE - 2 * EDGE) / metres;
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 };
  const round = (value: number): number => Math.round(value * 10) / 10;
  const places = points.map(({ lat, lon }) => ({
    x: round(SIZE / 2 + (lon - middle.lon) * DEGREE * shrink * scale),
    y: round(SIZE / 2 - (lat - middle.lat) * DEGREE * scale),
  }));
  return { places, metres: Math.ceil(metres / 10) * 10 };
};

/** A small drawing of a cluster; `label` says in words what it shows. Without points nothing. */
export const ClusterMap = ({
  points,
  label,
}: {
  points: readonly ClusterPoint[];
  label: (metres: number) => string;
}) => {
  const { places, metres } = drawCluster(points);
  if (places.length === 0) return null;
  return (
    <svg className="wr-cluster-map" viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label(metres)}>
      <rect x="1" y="1" width={SIZE - 2} height={SIZE - 2} rx="6" className="wr-cluster-map__ground" />
      {places.map(({ x, y }, index) => (
        // Several people may stand on one spot: then the place of the point is no key.
        // biome-ignore lint/suspicious/noArrayIndexKey: the points have no id and are never reordered
        <circle key={index} cx={x} cy={y} r="5" className="wr-cluster-map__point" />
      ))}
    </svg>
  );
};
