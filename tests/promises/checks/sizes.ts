import { parseSync, Visitor } from 'oxc-parser';
import type { Finding, ProgramFiles } from '../support/finding.ts';

/** Law 9: half the files shorter than this, nineteen in twenty than that, none longer than the last. */
const MEDIAN_UNDER = 70;
const MOST_UNDER = 300;
const NONE_OVER = 400;
const FUNCTION_UNDER = 50;

/** Lines of a text; the last line break begins no new one. */
const linesOf = (text: string): number => text.trimEnd().split('\n').length;

/** The sizes of files and functions; `seen` counts the files. */
export const checkSizes = (files: ProgramFiles): Finding & { readonly functions: number } => {
  const sizes = [...files].map(([path, text]) => ({ path, lines: linesOf(text) }));
  const sorted = sizes.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0;
  const breaches: string[] = [];
  if (at(0.5) >= MEDIAN_UNDER) breaches.push(`median of ${at(0.5)} lines`);
  if (at(0.95) >= MOST_UNDER) breaches.push(`one in twenty files has ${at(0.95)} lines or more`);
  for (const { path, lines } of sizes) if (lines > NONE_OVER) breaches.push(`${path}: ${lines} lines`);
  const functions = [...files].flatMap(([path, text]) => functionsOf(path, text));
  for (const { name, lines } of functions) {
    if (lines >= FUNCTION_UNDER) breaches.push(`${name}: a function of ${lines} lines`);
  }
  return { seen: files.size, functions: functions.length, breaches };
};

/** Every function with its lines, blank ones not counted; named by file and line. */
const functionsOf = (path: string, text: string): { name: string; lines: number }[] => {
  const found: { name: string; lines: number }[] = [];
  const keep = ({ start, body }: { start: number; body: { start: number; end: number } | null }): void => {
    if (!body) return;
    const lines = text
      .slice(body.start, body.end)
      .split('\n')
      .filter((line) => line.trim() !== '').length;
    found.push({ name: `${path}:${linesOf(text.slice(0, start + 1))}`, lines });
  };
  new Visitor({
    FunctionDeclaration: keep,
    FunctionExpression: keep,
    ArrowFunctionExpression: keep,
  }).visit(parseSync(path, text).program);
  return found;
};
