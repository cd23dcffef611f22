import { parseSync, Visitor } from 'oxc-parser';
import type { Shelf } from '../support/catalogues.ts';
import type { Finding, ProgramFiles } from '../support/finding.ts';

/** What a file says in code: whole texts, texts made from parts, and names. */
interface Words {
  readonly whole: ReadonlySet<string>;
  readonly made: readonly RegExp[];
  readonly names: ReadonlySet<string>;
}

const TEXTS_FILE = /\/texts\.(nl|en)\.ts$/;
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The keys that a template can make; holes side by side are one. */
const patternOf = (parts: readonly string[]): RegExp => {
  const holes = `^${parts.map(literally).join('\0')}$`.replaceAll(/\0+/g, '([\\w.-]+)');
  return new RegExp(holes);
};

const wordsOf = (path: string, text: string): Words => {
  const whole = new Set<string>();
  const names = new Set<string>();
  const made: RegExp[] = [];
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') whole.add(value);
    },
    Identifier: ({ name }) => {
      names.add(name);
    },
    TemplateLiteral: ({ quasis }) => {
      const parts = quasis.map(({ value }) => value.cooked ?? value.raw);
      if (parts.length === 1) whole.add(parts[0] ?? '');
      else if (parts.some((part) => /[a-z]/i.test(part)) && parts.every((part) => /^[\w.-]*$/.test(part))) {
        made.push(patternOf(parts));
      }
    },
  }).visit(parseSync(path, text).program);
  return { whole, made, names };
};

/** Beginnings of keys that are looked for in all catalogues, whichever room they belong to. */
const SHARED = /^(error|message|notice|refusal|role|setting)\./;

/**
 * Each text is used: by its whole key, or by a key made of parts of which each is a word of the program or of the
 * database. Looked for in the files of its own room and in those that name its catalogue.
 */
export const checkTextUse = (
  shelves: readonly Shelf[],
  files: ProgramFiles,
  stored: ReadonlySet<string>,
): Finding => {
  const words = [...files]
    .filter(([path]) => !TEXTS_FILE.test(path))
    .map(([path, text]) => ({ path, ...wordsOf(path, text) }));
  const said = words.flatMap(({ whole, names }) => [...whole, ...names]);
  const known = new Set([...stored, ...said, ...said.flatMap((word) => word.split('.'))]);
  const breaches: string[] = [];
  let seen = 0;
  for (const { path, symbol, catalogue } of shelves) {
    const room = path.split('/').slice(0, 2).join('/');
    const users = words.filter((file) => file.path.startsWith(`${room}/`) || file.names.has(symbol));
    for (const key of Object.keys(catalogue.nl)) {
      seen += 1;
      if (!isUsed(key, SHARED.test(key) ? words : users, known))
        breaches.push(`${catalogue.room}.${key}: nobody uses it`);
    }
  }
  return { seen, breaches };
};

const isUsed = (key: string, users: readonly Words[], known: ReadonlySet<string>): boolean =>
  users.some(
    ({ whole, made }) =>
      whole.has(key) ||
      made.some((pattern) => {
        const filled = pattern.exec(key)?.slice(1);
        return (
          filled?.every((part) => part.length === 1 || part.split('.').every((word) => known.has(word))) ??
          false
        );
      }),
  );
