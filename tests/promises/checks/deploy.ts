import type { Finding } from '../support/finding.ts';

/** What is made inside the image, and therefore not in the tree. */
const MADE = ['dist', 'node_modules'];

/** Whether the image runs as a numbered user without rights, has a health check, and copies what the tree holds. */
export const checkRecipe = (recipe: string, exists: (path: string) => boolean): Finding => {
  const breaches: string[] = [];
  const user = [...recipe.matchAll(/^USER (\S+)/gm)].at(-1)?.[1] ?? 'root';
  if (!/^[1-9]\d*:[1-9]\d*$/.test(user)) breaches.push(`runs as ${user}`);
  if (!/^HEALTHCHECK /m.test(recipe)) breaches.push('has no health check');
  if (!/^STOPSIGNAL SIGTERM$/m.test(recipe)) breaches.push('is not stopped by SIGTERM');
  const paths = [...recipe.matchAll(/\/app\/([\w.]+)/g)].map(([, path = '']) => path);
  for (const path of new Set(paths)) {
    if (!MADE.includes(path) && !exists(path)) breaches.push(`${path}: is not there`);
  }
  return { seen: paths.length, breaches };
};

/** Names that belong to the other images of a recipe, or to Node itself. */
const OF_OTHERS = ['POSTGRES_PASSWORD', 'NODE_ENV', 'HOME'];

/** Each setting that a recipe gives is one that the program reads. */
export const checkSettingsOf = (recipe: string, program: string): Finding => {
  const named = [...recipe.matchAll(/(?:name: |^ +)([A-Z][A-Z_]{3,})(?:,|:| )/gm)].map(
    ([, name = '']) => name,
  );
  const breaches = [...new Set(named)]
    .filter((name) => !OF_OTHERS.includes(name) && !new RegExp(`\\b${name}\\b`).test(program))
    .map((name) => `${name}: the program reads no such setting`);
  return { seen: new Set(named).size, breaches };
};
