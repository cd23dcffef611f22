/** One line of a chart: its points by size. */
export interface Line {
  readonly name: string;
  readonly points: readonly { readonly size: number; readonly value: number }[];
}

const WIDTH = 720;
const HEIGHT = 400;
const LEFT = 64;
const RIGHT = 176;
const TOP = 48;
const BOTTOM = 48;
/** Each line differs by its dashes as well as by its colour. */
const LOOKS = [
  ['#00616b', ''],
  ['#b3261e', '6 4'],
  ['#5a4a9c', '2 4'],
  ['#7a5a00', '10 4 2 4'],
  ['#2e6b2e', '1 6'],
] as const;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A scale of powers of ten, from the one below the least to the one above the most. */
const scale = (values: readonly number[], from: number, to: number) => {
  const low = Math.floor(Math.log10(Math.max(0.1, Math.min(...values))));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const at = (value: number): number =>
    from + ((Math.log10(Math.max(value, 10 ** low)) - low) / (high - low)) * (to - from);
  const steps = Array.from({ length: high - low + 1 }, (_, n) => 10 ** (low + n));
  return { at, steps };
};

/** The growth of times with the number of signalen as a drawing; both axes in powers of ten. */
export const growthChart = (title: string, lines: readonly Line[]): string => {
  const points = lines.flatMap((line) => line.points);
  const x = scale(
    points.map(({ size }) => size),
    LEFT,
    WIDTH - RIGHT,
  );
  const y = scale(
    points.map(({ value }) => value),
    HEIGHT - BOTTOM,
    TOP,
  );
  const across = y.steps.map(
    (step) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y.at(step)}" y2="${y.at(step)}" stroke="#d9d4cc"/><text x="${LEFT - 8}" y="${y.at(step) + 4}" text-anchor="end">${step} ms</text>`,
  );
  const along = x.steps.map(
    (step) =>
      `<text x="${x.at(step)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${step.toLocaleString('en-GB')}</text>`,
  );
  const ends = spread(lines.map((line) => y.at(line.points.at(-1)?.value ?? 1)));
  const drawn = lines.map((line, n) => {
    const [colour, dashes] = LOOKS[n % LOOKS.length] ?? LOOKS[0];
    const path = line.points.map(({ size, value }) => `${x.at(size).toFixed(1)},${y.at(value).toFixed(1)}`);
    const dots = path.map(
      (place) => `<circle cx="${place.split(',')[0]}" cy="${place.split(',')[1]}" r="3" fill="${colour}"/>`,
    );
    return `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>${dots.join('')}<text x="${WIDTH - RIGHT + 10}" y="${(ends[n] ?? 0) + 4}" fill="${colour}">${escaped(line.name)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="13">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fffdf9"/>
<text x="${LEFT}" y="24" font-size="15" font-weight="bold">${escaped(title)}</text>
${[...across, ...along, ...drawn].join('\n')}
</svg>
`;
};

/** Names at the ends of lines, moved apart so that they can be read. */
const spread = (places: readonly number[]): number[] => {
  const order = places.map((place, n) => ({ place, n })).sort((a, b) => a.place - b.place);
  let last = Number.NEGATIVE_INFINITY;
  const moved = [...places];
  for (const { place, n } of order) {
    last = Math.max(place, last + 16);
    moved[n] = last;
  }
  return moved;
};
