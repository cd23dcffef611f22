/** A typing mistake or two in a name: how far a text may be from it, in letters. */
const mistakesAllowed = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

/**
 * How many letters must change, go, come or swap places to make `typed` into the beginning of `name`; with `whole` into all
 * of it. Takes time in line with both lengths; give it no more than a line.
 */
const distance = (typed: string, name: string, whole: boolean): number => {
  let older: number[] = [];
  let above = Array.from({ length: name.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= name.length; column += 1) {
      const isSame = typed[row - 1] === name[column - 1];
      const isSwapped =
        row > 1 && column > 1 && typed[row - 1] === name[column - 2] && typed[row - 2] === name[column - 1];
      const ways = [
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        ...(isSwapped ? [(older[column - 2] ?? 0) + 1] : []),
      ];
      current.push(Math.min(...ways));
    }
    older = above;
    above = current;
  }
  return whole ? (above[name.length] ?? 0) : Math.min(...above);
};

/**
 * The names that somebody may have meant who made a typing mistake, the likest first, at most `limit`: one mistake from five
 * letters on, two from nine. Both sides must be folded alike (`searchForm`). A text that is too short means none of them.
 */
export const namesLike = (typed: string, names: readonly string[], limit: number): string[] => {
  const most = mistakesAllowed(typed.length);
  if (most === 0) return [];
  return [...new Set(names)]
    .map((name) => ({ name, begins: distance(typed, name, false) }))
    .filter(({ begins }) => begins <= most)
    .map(({ name, begins }) => ({ name, begins, whole: distance(typed, name, true) }))
    .sort((a, b) => a.begins - b.begins || a.whole - b.whole || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
};
