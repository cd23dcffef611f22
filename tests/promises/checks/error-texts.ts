import { parseSync, Visitor } from 'oxc-parser';
import type { Shelf } from '../support/catalogues.ts';
import type { Finding, ProgramFiles } from '../support/finding.ts';

/** The union of codes that a file's refusals may carry. */
interface Codes {
  readonly path: string;
  readonly name: string;
  readonly codes: readonly string[];
}

/** Every type whose name ends in Error and that is a union of plain texts. */
export const errorUnions = (files: ProgramFiles): Codes[] =>
  [...files].flatMap(([path, text]) => {
    const found: Codes[] = [];
    new Visitor({
      TSTypeAliasDeclaration: ({ id, typeAnnotation }) => {
        if (!/Error$/.test(id.name)) return;
        const members = typeAnnotation.type === 'TSUnionType' ? typeAnnotation.types : [typeAnnotation];
        const codes = members.flatMap((member) =>
          member.type === 'TSLiteralType' &&
          member.literal.type === 'Literal' &&
          typeof member.literal.value === 'string'
            ? [member.literal.value]
            : [],
        );
        if (codes.length > 0) found.push({ path, name: id.name, codes });
      },
    }).visit(parseSync(path, text).program);
    return found;
  });

/** Each code of each union has a text under `error.<code>` in some catalogue of its room or of the site. */
export const checkErrorTexts = (unions: readonly Codes[], shelves: readonly Shelf[]): Finding => {
  const roomOf = (path: string): string => path.split('/')[1] ?? '';
  const breaches: string[] = [];
  let seen = 0;
  for (const { path, name, codes } of unions) {
    const near = shelves.filter((shelf) => [roomOf(path), 'site'].includes(roomOf(shelf.path)));
    for (const code of codes) {
      seen += 1;
      const told = near.some(({ catalogue: { nl, en } }) =>
        ['error', 'delivery', 'refusal'].some(
          (kind) => nl[`${kind}.${code}`] !== undefined && en[`${kind}.${code}`] !== undefined,
        ),
      );
      if (!told) breaches.push(`${path}: ${name} ${code} has no text`);
    }
  }
  return { seen, breaches };
};
