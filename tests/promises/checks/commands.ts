import { parseSync, Visitor } from 'oxc-parser';
import { isAction } from '#people/index.ts';
import type { Finding, ProgramFiles } from '../support/finding.ts';

/** A command as its source declares it; null where that is no plain text. */
interface Written {
  readonly at: string;
  readonly name: string | null;
  readonly action: string | null;
}

interface TextNode {
  readonly type: string;
  readonly value?: unknown;
}
const textOf = (node: TextNode): string | null =>
  node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;

/** Every `defineCommand({…})` of the program, read from the source. */
export const writtenCommands = (files: ProgramFiles): Written[] =>
  [...files].flatMap(([path, text]) => {
    const found: Written[] = [];
    new Visitor({
      CallExpression: ({ start, callee, arguments: [first] }) => {
        if (callee.type !== 'Identifier' || callee.name !== 'defineCommand') return;
        const parts = new Map<string, TextNode>();
        for (const part of first?.type === 'ObjectExpression' ? first.properties : []) {
          if (part.type === 'Property' && part.key.type === 'Identifier')
            parts.set(part.key.name, part.value);
        }
        const at = `${path}:${text.slice(0, start + 1).split('\n').length}`;
        const written = (key: string) => textOf(parts.get(key) ?? { type: 'none' });
        found.push({ at, name: written('name'), action: written('action') });
      },
    }).visit(parseSync(path, text).program);
    return found;
  });

/** Each command has a name of its own, an action of the matrix, and is reached by the program. */
export const checkCommands = (
  files: ProgramFiles,
  declared: ReadonlyMap<string, string>,
): Finding & { readonly actions: ReadonlySet<string> } => {
  const breaches: string[] = [];
  const written = writtenCommands(files);
  const names = new Set<string>();
  for (const { at, name, action } of written) {
    if (name === null || action === null) {
      breaches.push(`${at}: its name and action are not plain texts`);
      continue;
    }
    if (names.has(name)) breaches.push(`${at}: ${name} is declared twice`);
    names.add(name);
    if (!/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/.test(name)) breaches.push(`${at}: ${name} is no noun.verb`);
    if (!isAction(action)) breaches.push(`${at}: action ${action} stands in no row of the matrix`);
    if (!declared.has(name)) breaches.push(`${at}: ${name} is reached by nothing`);
  }
  for (const [name, action] of declared) {
    if (!names.has(name)) breaches.push(`${name}: is declared where nobody reads it`);
    if (!isAction(action)) breaches.push(`${name}: action ${action} stands in no row of the matrix`);
  }
  return { seen: written.length, actions: new Set(declared.values()), breaches };
};
