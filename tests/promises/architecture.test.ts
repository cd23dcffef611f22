import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { arrows } from './arrows.ts';
import { checkArchitecture, checkPackages, circles, roomOf } from './checks/architecture.ts';
import { readProgram } from './support/source-tree.ts';

const program = readProgram();

describe('the rooms', () => {
  it('use one another only along the declared arrows, through their doors', () => {
    const { seen, imports, breaches } = checkArchitecture(program);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(350);
    expect(imports).toBeGreaterThan(1500);
  });

  it('are declared without a circle, and the ground floor uses nothing', () => {
    const pairs = Object.entries(arrows).flatMap(([from, targets]) =>
      targets.map((to) => [from, to] as const),
    );
    expect(circles(pairs)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(40);
    expect(arrows.platform).toEqual([]);
    expect(pairs.filter(([, to]) => !Object.hasOwn(arrows, to))).toEqual([]);
  });

  it('that exist hold something', () => {
    const rooms = new Set([...program.keys()].map(roomOf));
    expect([...rooms]).toEqual(
      expect.arrayContaining(['gemeente', 'people', 'platform', 'signaal', 'site', 'testing']),
    );
  });
});

describe('the program', () => {
  it('needs only packages that are installed with it', () => {
    const { seen, breaches } = checkPackages(program, Object.keys(manifest.dependencies));
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(80);
  });
});

/** Each planted file with what the check must say of it. */
const PLANTED: [string, string, string, RegExp][] = [
  [
    'the ground floor that knows a room',
    'src/platform/clock.ts',
    `import { x } from '#people/index.ts';`,
    /platform may not use people/,
  ],
  [
    'a test of the ground floor that knows a room',
    'src/platform/clock.test.ts',
    `import { x } from '#people/index.ts';`,
    /platform may not use people/,
  ],
  [
    'a test that goes past the door',
    'src/gemeente/clock.test.ts',
    `import { x } from '#people/gate.ts';`,
    /not through the door/,
  ],
  [
    'an arrow upwards',
    'src/gemeente/read.ts',
    `import type { X } from '#people/index.ts';`,
    /gemeente may not use people/,
  ],
  [
    'an instrument that uses another',
    'src/monitor/read.ts',
    `export { x } from '#signaal/index.ts';`,
    /monitor may not use signaal/,
  ],
  [
    'a way past the door',
    'src/signaal/read.ts',
    `import { x } from '#people/gate.ts';`,
    /not through the door/,
  ],
  [
    'a way past the door by dots',
    'src/signaal/read.ts',
    `import { x } from '../people/gate.ts';`,
    /reaches another room/,
  ],
  [
    'a way past the door in a type',
    'src/signaal/read.ts',
    `export type X = import('#people/gate.ts').X;`,
    /not through the door/,
  ],
  [
    'a hidden import',
    'src/signaal/read.ts',
    `export const x = () => import('#council/index.ts');`,
    /may not use council/,
  ],
  ['a hidden require', 'src/platform/x.ts', `require('#site/index.ts');`, /platform may not use site/],
  ['a computed import', 'src/signaal/read.ts', `export const x = (y: string) => import(y);`, /computed name/],
  [
    'builders in the program',
    'src/people/who.ts',
    `import { x } from '#testing/world.ts';`,
    /only tests use the builders/,
  ],
  [
    'more than the demo in the program',
    'src/site/demo.ts',
    `import { x } from '#testing/world.ts';`,
    /only tests use/,
  ],
  [
    'a detour to its own door',
    'src/people/who.ts',
    `import { x } from '#people/index.ts';`,
    /goes round by its own door/,
  ],
  [
    'a way out of the program',
    'src/people/who.ts',
    `import { x } from '../../scripts/build.ts';`,
    /leaves src/,
  ],
  ['a folder nobody declared', 'src/utils/list.ts', 'export const x = 1;', /lies in no known room/],
  ['a file beside the entries', 'src/helper.ts', 'export const x = 1;', /lies in no known room/],
];

describe('seen red', () => {
  it.each(PLANTED)('finds %s', (_what, path, text, complaint) => {
    const { breaches } = checkArchitecture(new Map([[path, text]]));
    expect(breaches.filter((breach) => complaint.test(breach))).not.toEqual([]);
  });

  it('finds a package that only tests have', () => {
    const files = new Map([
      ['src/people/who.ts', `import { it } from 'vitest'; import { z } from 'zod/v4';`],
      ['src/people/who.test.ts', `import { it } from 'vitest';`],
    ]);
    const { breaches } = checkPackages(files, Object.keys(manifest.dependencies));
    expect(breaches).toEqual(['src/people/who.ts: needs vitest, which is not installed with it']);
  });

  it('finds a circle of rooms', () => {
    const pairs = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ] as const;
    expect(circles(pairs)).toEqual(['circle of rooms: a, b, c']);
  });

  it('lets tests use the builders, and the site its demo', () => {
    const files = new Map([
      ['src/people/who.test.ts', `import { x } from '#testing/world.ts';`],
      ['src/site/demo.ts', `import { x } from '#testing/demo/town.ts';`],
    ]);
    expect(checkArchitecture(files).breaches).toEqual([]);
  });
});
