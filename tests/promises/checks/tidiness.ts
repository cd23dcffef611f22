import { parseSync, Visitor } from 'oxc-parser';
import type { Finding, ProgramFiles } from '../support/finding.ts';
import { isTestFile } from '../support/source-tree.ts';

/** What must not stand in a comment, with what is said of it. */
const COMMENT_FAULTS: readonly [RegExp, string][] = [
  [/@ts-(ignore|expect-error|nocheck)/, 'silences the types'],
  [/\b(TODO|FIXME|XXX|HACK)\b/, 'leaves work behind'],
  [/\bbiome-ignore\b(?!.*: \S)/, 'silences the lint without a reason'],
];

/** Lines that nobody writes as prose. */
const CODE_LINES: readonly RegExp[] = [
  /^(import|export|const|let|var|return|await|throw|if|for|while|switch|case|function|class|interface|type)\b.*[;{(,]$/,
  /^[\w.]+\(.*\);$/,
  /^[\w.[\]]+ [+-]?= .*;$/,
  /^[})\]]+;?$/,
  /^<\/?[A-Za-z][^ ]*( \w+=.*)?\/?>$/,
];

/** What must not stand in the code itself, one complaint a place. */
export const checkTidiness = (files: ProgramFiles): Finding & { readonly comments: number } => {
  const breaches: string[] = [];
  let comments = 0;
  for (const [path, text] of files) {
    const { program, module, comments: found } = parseSync(path, text);
    const at = (start: number): string => `${path}:${text.slice(0, start + 1).split('\n').length}`;
    const say = (start: number, what: string): void => {
      breaches.push(`${at(start)}: ${what}`);
    };
    comments += found.length;
    for (const comment of found) for (const what of commentFaults(comment.value)) say(comment.start, what);
    const isConfig = path.endsWith('.config.ts');
    for (const { start, entries } of module.staticExports) {
      if (
        !isConfig &&
        entries.some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default')
      )
        say(start, 'default export');
    }
    new Visitor({
      TSAnyKeyword: ({ start }) => say(start, 'any'),
      CatchClause: ({ start, body }) => {
        if (body.body.length === 0) say(start, 'empty catch');
      },
      CallExpression: ({ start, callee, arguments: [first] }) => {
        const catches =
          callee.type === 'MemberExpression' &&
          callee.property.type === 'Identifier' &&
          callee.property.name === 'catch';
        // A test may ask until there is an answer; the program says what went wrong.
        if (
          catches &&
          !isTestFile(path) &&
          first?.type === 'ArrowFunctionExpression' &&
          saysNothing(first.body)
        )
          say(start, 'empty catch');
      },
    }).visit(program);
  }
  return { seen: files.size, comments, breaches };
};

/** A body without any statement, or one that only answers with nothing. */
const saysNothing = (body: {
  readonly type: string;
  readonly body?: unknown;
  readonly name?: unknown;
}): boolean =>
  (body.type === 'BlockStatement' && Array.isArray(body.body) && body.body.length === 0) ||
  (body.type === 'Identifier' && body.name === 'undefined');

const commentFaults = (comment: string): string[] => {
  const faults = COMMENT_FAULTS.filter(([pattern]) => pattern.test(comment)).map(([, what]) => what);
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*?\s*/, '').trim());
  if (lines.some((line) => CODE_LINES.some((pattern) => pattern.test(line))))
    faults.push('commented-out code');
  return faults;
};
