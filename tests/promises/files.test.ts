import { describe, expect, it } from 'vitest';
import { checkMachinePaths } from './checks/machine.ts';
import { checkMigrationMoments, checkMoments, type Excused } from './checks/moments.ts';
import { checkSizes } from './checks/sizes.ts';
import { checkTidiness } from './checks/tidiness.ts';
import type { ProgramFiles } from './support/finding.ts';
import { isTestFile, readProgram, readRoot, readTree } from './support/source-tree.ts';

const program = readProgram();
const keep = (files: ProgramFiles, wanted: (path: string) => boolean): ProgramFiles =>
  new Map([...files].filter(([path]) => wanted(path)));

/** Texts, generated types, the words of the demo municipality: long by nature (law 9). */
const LONG_BY_NATURE = [
  /\/texts\.(nl|en)\.ts$/,
  /\.gen\.ts$/,
  /^src\/testing\/demo\/(categories|people|signalen|town-(areas|places|services|streets))\.ts$/,
];
const source = keep(program, (path) => !isTestFile(path) && !LONG_BY_NATURE.some((kind) => kind.test(path)));
const everything: ProgramFiles = new Map([
  ...program,
  ...readTree('tests', ['.ts', '.tsx']),
  ...readTree('scripts', ['.ts', '.mjs']),
  ...readRoot(['.ts']),
]);

/** Who may read a clock of the machine. */
const CLOCK_READERS: Excused = {
  'src/platform/clock.ts': 'is the clock that the others are given',
  'src/platform/database/ids.ts': 'two ids must differ also when the clock stands still (design.md, "Clock")',
  'src/platform/database/migrate.ts': 'a migration is applied by a machine, at no municipality’s time',
};

describe('files and functions', () => {
  it('stay small', () => {
    const { seen, functions, breaches } = checkSizes(source);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(300);
    expect(functions).toBeGreaterThan(1500);
  });

  it('silence nothing and leave nothing behind', () => {
    const { seen, comments, breaches } = checkTidiness(everything);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(400);
    expect(comments).toBeGreaterThan(500);
  });

  it('take the moment from the clock they are given', () => {
    const { seen, breaches } = checkMoments(source, CLOCK_READERS);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(300);
    const tables = checkMigrationMoments(readTree('migrations', ['.sql']));
    expect(tables.breaches).toEqual([]);
    expect(tables.seen).toBeGreaterThanOrEqual(4);
  });

  it('name no place of one machine', () => {
    const texts = new Map([
      ...everything,
      ...readTree('docs', ['.md', '.json', '.html']),
      ...readTree('migrations', ['.sql']),
      ...readTree('.ci', ['']),
      ...readRoot(['.md', '.json', '.toml', '.yml', '.yaml', '']),
    ]);
    const { seen, breaches } = checkMachinePaths(keep(texts, (path) => path !== INVENTED_HOME));
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(400);
  });
});

/** A test of settings names the home of an invented user. */
const INVENTED_HOME = 'src/platform/config/config.test.ts';

const planted = (text: string, path = 'src/people/planted.ts'): ProgramFiles => new Map([[path, text]]);
const lines = (count: number): string => 'work();\n'.repeat(count);

describe('seen red', () => {
  it.each([
    [
      'too long a file',
      new Map([['long.ts', lines(401)], ...[1, 2, 3].map((n) => [`${n}.ts`, lines(9)] as const)]),
      /long.ts: 401 lines/,
    ],
    ['a heavy middle', planted(lines(70)), /median of 70/],
    [
      'a long tail',
      new Map(Array.from({ length: 20 }, (_, n) => [`${n}.ts`, lines(n === 19 ? 300 : 9)] as const)),
      /one in twenty/,
    ],
    ['a long function', planted(`const f = () => {\n${lines(48)}};`), /planted.ts:1: a function of 50 lines/],
    ['a long method', planted(`class A {\n m() {\n${lines(48)}} }`), /planted.ts:2: a function of 50 lines/],
  ] as const)('finds %s', (_what, files, complaint) => {
    expect(checkSizes(files).breaches.join('\n')).toMatch(complaint);
  });

  it('lets a function of 49 lines be', () => {
    expect(checkSizes(planted(`const f = () => {\n${lines(47)}\n\n};`)).breaches).toEqual([]);
  });

  it.each([
    ['any', 'export const x = (y: any) => y;', 'any'],
    ['as any', 'export const x = y as any;', 'any'],
    ['a list of any', 'export const x: Array<any> = [];', 'any'],
    ['silenced types', '// @ts-expect-error because\nx();', 'silences the types'],
    ['an empty catch', 'try { x(); } catch (error) {}', 'empty catch'],
    ['a catch with only a comment', 'try { x(); } catch { /* never mind */ }', 'empty catch'],
    ['a promise that fails in silence', 'x().catch(() => {});', 'empty catch'],
    ['one that answers nothing', 'x().catch(() => undefined);', 'empty catch'],
    ['work left behind', `/** ${'TO'}${'DO'}: later */`, 'leaves work behind'],
    ['code in a comment', '// const x = await load(id);', 'commented-out code'],
    ['a call in a comment', '/*\n save(id);\n*/', 'commented-out code'],
    ['a default export', 'export default 3;', 'default export'],
    ['a default export by name', 'const x = 1; export { x as default };', 'default export'],
    ['silenced lint', '// biome-ignore lint/style/x\nx();', 'silences the lint without a reason'],
  ])('finds %s', (_what, text, complaint) => {
    expect(checkTidiness(planted(text)).breaches).toEqual([expect.stringContaining(complaint)]);
  });

  it.each([
    ['new Date()', 'export const x = new Date();'],
    ['Date.now', 'export const x = Date.now();'],
    ['Date.now, handed on', 'export const x = [1].map(Date.now);'],
    ['now() in SQL', 'export const x = `select * from term where due_at < now()`;'],
    ['current_timestamp', `export const x = 'select current_timestamp';`],
    ['the clock of the transaction', `export const x = 'select transaction_timestamp()';`],
  ])('finds %s', (_what, text) => {
    expect(checkMoments(planted(text), {}).breaches).toHaveLength(1);
    expect(checkMoments(planted(text), { 'src/people/planted.ts': 'planted' }).breaches).toEqual([]);
  });

  it('finds an excuse that nobody needs, and a clock in a table', () => {
    expect(checkMoments(planted('x(new Date(y));'), { 'src/people/planted.ts': '' }).breaches).toHaveLength(
      1,
    );
    const table = planted('-- not now()\ncreate table x (at timestamptz default now());', 'migrations/9.sql');
    expect(checkMigrationMoments(table).breaches).toEqual(['migrations/9.sql:2: a clock in SQL']);
  });

  it.each(['work/main', 'home/jan', 'root/x', 'Users/jan', 'tmp/x'])('finds the path %s', (place) => {
    expect(checkMachinePaths(planted(`const x = '/${place}';`)).breaches).toHaveLength(1);
    expect(checkMachinePaths(planted(`see https://voorbeeld.test/${place}`)).breaches).toEqual([]);
  });
});
