import { parseSync, Visitor } from 'oxc-parser';

/** Every module that a file names: imports, re-exports, types, `import()` and `require`; computed ones as `null`. */
export const importsOf = (path: string, text: string): (string | null)[] => {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
  const found: (string | null)[] = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
  ];
  const keep = (source: { type: string; value?: unknown }): void => {
    found.push(source.type === 'Literal' && typeof source.value === 'string' ? source.value : null);
  };
  new Visitor({
    ImportExpression: ({ source }) => keep(source),
    TSImportType: ({ source }) => keep(source),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && callee.name === 'require' && first) keep(first);
    },
  }).visit(program);
  return found;
};
