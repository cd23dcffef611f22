import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRecipe, checkSettingsOf } from './checks/deploy.ts';
import { ROOT } from './support/source-tree.ts';

const read = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8');
const recipe = read('deploy', 'Containerfile');
const settings = read('src', 'platform', 'config', 'config.ts');

/** What the recipe sets, a line each. */
const environmentOf = (text: string): string =>
  [...text.matchAll(/^ENV (.*)$/gm)]
    .flatMap(([, line = '']) => line.split(' '))
    .map((pair) => `name: ${pair.replace('=', ', ')}`)
    .join('\n');

/** The versions in the names of jobs: a cluster refuses to change a job, so each version has its own. */
const namedJobs = (text: string): string[] =>
  [...text.matchAll(/name: wijkregie-migrate-(\d+-\d+-\d+)$/gm)].map(([, name = '']) =>
    name.replaceAll('-', '.'),
  );

describe('the recipe of the image', () => {
  it('runs as nobody in particular, is looked after, and copies what exists', () => {
    const { seen, breaches } = checkRecipe(recipe, (path) => existsSync(join(ROOT, path)));
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(4);
  });

  it('sets only what the program or its Node reads', () => {
    const { seen, breaches } = checkSettingsOf(environmentOf(recipe), settings);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(3);
  });

  it('runs on the Node that the program asks for', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const [, major = ''] = /node:(\d+)-/.exec(recipe) ?? [];
    expect(Number(major)).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]));
    expect(recipe.match(/node:\d+-/g)).toEqual([`node:${major}-`, `node:${major}-`]);
  });
});

describe.each(['compose.yaml', 'kubernetes.yaml'])('%s', (name) => {
  const text = read('deploy', name);

  it('sets only what the program reads', () => {
    const { seen, breaches } = checkSettingsOf(text, settings);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(3);
  });

  it('names the image, and its job, by the version of the program', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const images = [...text.matchAll(/image: wijkregie:(\S+)/g)].map(([, tag]) => tag);
    expect(images.length).toBeGreaterThan(0);
    expect(new Set([...images, ...namedJobs(text)])).toEqual(new Set([version]));
  });

  it('migrates as a job, with a root that cannot be written and no rights to spare', () => {
    expect(text).toContain(`['node', 'dist/cli.js', 'migrate']`);
    expect(text).toMatch(/read_only: true|readOnlyRootFilesystem: true/);
    expect(text).toMatch(/cap_drop: \[ALL\]|drop: \[ALL\]/);
    expect(text).not.toMatch(/privileged: true|image: .*:latest/);
  });
});

it('looks at the addresses that say how it is', () => {
  const health = read('src', 'platform', 'operations', 'health-routes.ts');
  const asked = [...(recipe + read('deploy', 'kubernetes.yaml')).matchAll(/\/(?:healthz|readyz)\b/g)].map(
    String,
  );
  expect(asked.length).toBeGreaterThanOrEqual(4);
  for (const path of new Set(asked)) expect(health).toContain(`'${path}'`);
});

describe('seen red', () => {
  it.each([
    ['a program that runs as root', recipe.replace(/^USER .*$/m, 'USER root'), 'runs as root'],
    ['an image that nobody looks after', recipe.replace(/^HEALTHCHECK/m, 'LABEL'), 'has no health check'],
    [
      'a path that is not there',
      recipe.replace('/app/migrations', '/app/migraties'),
      'migraties: is not there',
    ],
  ])('finds %s', (_what, text, complaint) => {
    const { breaches } = checkRecipe(text, (path) => existsSync(join(ROOT, path)));
    expect(breaches.join('\n')).toContain(complaint);
  });

  it('finds a setting in the recipe that the program does not read', () => {
    const text = environmentOf(recipe.replace('DATA_DIR=', 'DATA_FOLDER='));
    expect(checkSettingsOf(text, settings).breaches).toEqual([
      'DATA_FOLDER: the program reads no such setting',
    ]);
  });

  it('finds a setting that the program does not read', () => {
    expect(checkSettingsOf('env: [{ name: DATABASE_ADRES, value: x }]', settings).breaches).toEqual([
      'DATABASE_ADRES: the program reads no such setting',
    ]);
  });
});
