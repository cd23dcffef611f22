import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTemporaryFolder, removeTemporaryFolder } from '../src/platform/temporary-folder.ts';
import { type Assets, loadAssets } from '../src/platform/web/assets.ts';
import { kitClassesIn, reduceKit } from './assets/kit-css.ts';
import { reachableTokens, readTokens } from './assets/tokens.ts';
import { type BuiltAsset, buildAssets } from './build-assets.ts';

let dir: string;
let built: BuiltAsset[];
let assets: Assets;

beforeAll(async () => {
  dir = makeTemporaryFolder('assets');
  built = await buildAssets(undefined, dir);
  assets = loadAssets(dir);
});

afterAll(() => removeTemporaryFolder(dir));

const textOf = (name: string): string => {
  const file = assets.file(assets.url(name).slice('/assets/'.length));
  return Buffer.from(file?.body ?? []).toString('utf8');
};

describe('the built files', () => {
  it('keep the stylesheet of the whole app within 25 kB compressed', () => {
    const bytes = gzipSync(textOf('app.css'), { level: 9 }).length;
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThanOrEqual(25_000);
  });

  it('keep each script under 3 kB compressed, except what the maps share', () => {
    const scripts = built.filter(({ name }) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThanOrEqual(7);
    for (const { name, gzipBytes } of scripts) {
      expect(gzipBytes, name).toBeLessThan(/leaflet/.test(name) ? 50_000 : 3_000);
    }
  });

  it('hold two weights of one typeface in three cuts, and swap them in', () => {
    expect(built.filter(({ name }) => name.endsWith('.woff2'))).toHaveLength(6);
    expect(textOf('app.css').match(/font-display:swap/g)).toHaveLength(6);
  });

  it('ask for nothing elsewhere and nothing inline', () => {
    for (const name of ['app.css', 'wr-map-pin.css']) {
      const targets = Array.from(textOf(name).matchAll(/url\(([^)]*)\)/g), (match) => match[1] ?? '');
      for (const target of targets) expect(target).toMatch(/^"?\.\/atkinson-[\w.-]+\.woff2"?$/);
    }
  });

  it('carry a hash of their content, and old ones are cleared away', async () => {
    writeFileSync(join(dir, 'app.0123456789.css'), 'old');
    writeFileSync(join(dir, 'notes.txt'), 'not ours');
    const again = await buildAssets(undefined, dir);
    expect(again.map(({ fileName }) => fileName)).toEqual(built.map(({ fileName }) => fileName));
    const names = readdirSync(dir);
    expect(names).not.toContain('app.0123456789.css');
    expect(names).toContain('notes.txt');
    const manifest: unknown = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ 'app.css': expect.stringMatching(/^app\.[A-Za-z0-9]{8,10}\.css$/) });
  });
});

describe('the loaded files', () => {
  it('are sent with their type, compressed where that helps, to be kept for a year', () => {
    const css = assets.file(assets.url('app.css').slice('/assets/'.length));
    expect(css?.contentType).toBe('text/css; charset=utf-8');
    expect(css?.cacheControl).toBe('public, max-age=31536000, immutable');
    expect(css?.gzip?.length).toBeLessThan(css?.body.length ?? 0);
    const font = assets.file(
      assets.url('atkinson-hyperlegible-next-latin-400-normal.woff2').slice('/assets/'.length),
    );
    expect(font?.contentType).toBe('font/woff2');
    expect(font?.gzip).toBeUndefined();
  });

  it.each([
    '../package.json',
    '..%2Fpackage.json',
    'manifest.json',
    'theme-tokens.json',
    '',
    '__proto__',
    'app.css',
  ])('do not include %j', (name) => {
    expect(assets.file(name)).toBeUndefined();
  });

  it('refuse a name that was never built', () => {
    expect(() => assets.url('nothing.css')).toThrow(RangeError);
    expect(assets.has('toString')).toBe(false);
  });

  it('know the tokens of the house theme', () => {
    expect(assets.themeTokens['--wijkregie-teal']).toMatch(/^#/);
    expect(Object.keys(assets.themeTokens).length).toBeGreaterThan(200);
  });
});

describe('reducing the kit', () => {
  const used = new Set(['utrecht-button', 'utrecht-button--small']);

  it('keeps only what can match', () => {
    const css = `.utrecht-button{a:b}.utrecht-button--big{a:b}.utrecht-button .utrecht-icon,.utrecht-button--small{a:c}
      @media print{.utrecht-icon{a:b}.utrecht-button{a:d}}@keyframes x{from{a:b}}:root{a:b}`;
    expect(reduceKit(css, used).replace(/\s/g, '')).toBe(
      '.utrecht-button{a:b}.utrecht-button--small{a:c}@mediaprint{.utrecht-button{a:d}}:root{a:b}',
    );
  });

  it('keeps a rule that excludes an absent class', () => {
    expect(reduceKit('.utrecht-button:not(.utrecht-icon){color:red}', used)).toContain('.utrecht-button');
  });

  it('finds classes in source text, modifiers and parts too', () => {
    expect(kitClassesIn(['"utrecht-alert__icon utrecht-button--primary-action"', "'utrecht-table'"])).toEqual(
      new Set(['utrecht-alert__icon', 'utrecht-button--primary-action', 'utrecht-table']),
    );
  });

  it('follows tokens through their chain', () => {
    const all = readTokens('.x{--a: var(--b);--b: var(--c, 1px);/* --d: 1; */--c: 2px;--e: 3px;}');
    expect([...reachableTokens(all, 'p{margin:var(--a)}').keys()]).toEqual(['--a', '--b', '--c']);
  });
});
