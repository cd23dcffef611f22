import { parseSync, Visitor } from 'oxc-parser';
import type { Finding, ProgramFiles } from '../support/finding.ts';

/** PostgreSQL's own clocks: a term must run on the injected one (law 4). */
const SQL_CLOCK =
  /\b(now\s*\(\s*\)|current_timestamp|current_date|current_time|localtime(stamp)?|(clock|statement|transaction)_timestamp\s*\()/i;

/** Files with a good reason to read the machine's clock or that of the database. */
export type Excused = Readonly<Record<string, string>>;

/** Every place where the program asks a clock of its own; `seen` counts the files, an excuse without need is a breach too. */
export const checkMoments = (files: ProgramFiles, excused: Excused): Finding => {
  const breaches: string[] = [];
  const needed = new Set<string>();
  for (const [path, text] of files) {
    const found = clocksOf(path, text);
    if (found.length > 0) needed.add(path);
    if (!Object.hasOwn(excused, path)) breaches.push(...found);
  }
  for (const path of Object.keys(excused)) {
    if (!needed.has(path)) breaches.push(`${path}: is excused without need`);
  }
  return { seen: files.size, breaches };
};

const clocksOf = (path: string, text: string): string[] => {
  const found: string[] = [];
  const say = (start: number, what: string): void => {
    found.push(`${path}:${text.slice(0, start + 1).split('\n').length}: ${what}`);
  };
  const { program } = parseSync(path, text);
  new Visitor({
    NewExpression: ({ start, callee, arguments: given }) => {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0)
        say(start, 'new Date()');
    },
    MemberExpression: ({ start, object, property }) => {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      if (object.name === 'Date' && property.name === 'now') say(start, 'Date.now');
      if (object.name === 'Temporal' && property.name === 'Now') say(start, 'Temporal.Now');
    },
    Literal: ({ start, value }) => {
      if (typeof value === 'string' && SQL_CLOCK.test(value)) say(start, 'a clock in SQL');
    },
    TemplateElement: ({ start, value }) => {
      if (SQL_CLOCK.test(value.raw)) say(start, 'a clock in SQL');
    },
  }).visit(program);
  return found;
};

/** The same for the tables: no default and no function reads a clock. */
export const checkMigrationMoments = (migrations: ProgramFiles): Finding => ({
  seen: migrations.size,
  breaches: [...migrations].flatMap(([path, text]) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        SQL_CLOCK.test(line.replace(/--.*/, '')) ? [`${path}:${index + 1}: a clock in SQL`] : [],
      ),
  ),
});
