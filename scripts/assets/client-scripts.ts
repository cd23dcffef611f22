import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Rolldown } from 'vite';

/** A built script: `name` is logical for an entry (`wr-once.js`); a shared piece keeps the name the bundler gave it. */
export interface BuiltScript {
  name: string;
  fileName: string;
  code: string;
}

/** The enhancement scripts of all rooms: one custom element per file, directly in a `client` folder. */
export const clientEntries = (root: string): string[] =>
  ['src/*/client/*.ts', 'src/platform/web/client/*.ts']
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((path) => !path.endsWith('.test.ts'))
    .sort()
    .map((path) => join(root, path));

/** Bundles every entry as an ES module; what several share becomes a piece of its own. File names carry a content hash. */
export const buildClientScripts = async (root: string): Promise<BuiltScript[]> => {
  const entries = clientEntries(root);
  if (entries.length === 0) return [];
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((path) => [basename(path, '.ts'), path])),
        output: {
          entryFileNames: '[name].[hash].js',
          chunkFileNames: 'shared-[name].[hash].js',
          // Apart from our own map script, so that a change of that does not send the whole of it to every visitor anew.
          codeSplitting: { groups: [{ name: 'leaflet', test: /node_modules[\\/]leaflet/ }] },
        },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  return outputs
    .flatMap(({ output }) => output)
    .filter((piece) => piece.type === 'chunk')
    .map(({ name, fileName, code }) => ({ name: `${name}.js`, fileName, code }));
};
