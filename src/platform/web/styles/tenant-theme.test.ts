import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contrastRatio, parseColour } from './colour.ts';
import {
  checkContrast,
  contrastPairs,
  faultyTokens,
  readThemeTokens,
  tenantStylesheet,
} from './tenant-theme.ts';

const fileOf = (name: string) => readFileSync(createRequire(import.meta.url).resolve(name), 'utf8');
const house = {
  ...readThemeTokens(fileOf('@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css')),
  ...readThemeTokens(readFileSync(fileURLToPath(new URL('theme.css', import.meta.url)), 'utf8')),
};

describe('the stylesheet of a tenant', () => {
  it('holds the declarations on the theme class, sorted, under a hash of the content', () => {
    const one = tenantStylesheet({ '--wijkregie-teal': '#224488', '--utrecht-button-border-radius': '0' });
    const other = tenantStylesheet({
      '--utrecht-button-border-radius': ' 0 ',
      '--wijkregie-teal': '#224488',
    });
    expect(one.css).toBe('.wijkregie-theme{--utrecht-button-border-radius:0;--wijkregie-teal:#224488}');
    expect(other).toEqual(one);
    expect(tenantStylesheet({ '--wijkregie-teal': '#224489' }).hash).not.toBe(one.hash);
    expect(tenantStylesheet({}).css).toBe('');
  });

  it('takes what themes are really made of', () => {
    const values = [
      'var(--basis-color-action, #0b5a5e)',
      'rgba(0, 0, 0, 0.5)',
      'hsl(180deg 50% 20% / 80%)',
      'calc(1rem + 2 * var(--x))',
      'clamp(1rem, 2vw, 3rem)',
      `"Noto Sans", 'Source Sans', sans-serif`,
      '0 2px 6px 0 #3d5374',
    ];
    for (const value of values) expect(faultyTokens({ '--a': value }), value).toEqual([]);
  });

  it.each([
    'red;}body{display:none',
    'url(https://elsewhere.example/x.png)',
    'URL("x")',
    'image-set("x" 1x)',
    'expression(alert(1))',
    '@import "x"',
    '</style><script>',
    '\\75rl(x)',
    'u/**/rl(x)',
    'var(--a',
    '"open',
    '',
    'a'.repeat(301),
  ])('refuses the value %j', (value) => {
    expect(faultyTokens({ '--a': value })).toEqual([{ name: '--a', fault: 'value' }]);
    expect(() => tenantStylesheet({ '--a': value })).toThrow(RangeError);
  });

  it.each(['color', '--', '--a b', '--a:b', '--a}', '---', '--A'])('refuses the name %j', (name) => {
    expect(faultyTokens({ [name]: 'red' })).toEqual([{ name, fault: 'name' }]);
  });

  it('refuses more declarations than any real theme has', () => {
    const many = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`--t${index}`, '0']));
    expect(faultyTokens(many)).toEqual([{ name: '', fault: 'too-many' }]);
  });

  it('takes a whole published theme of another municipality', () => {
    const published = readThemeTokens(fileOf('@nl-design-system-community/ma-design-tokens/dist/theme.css'));
    expect(Object.keys(published).length).toBeGreaterThan(2000);
    expect(faultyTokens(published)).toEqual([]);
  });

  it('is read out of a stylesheet with comments, blocks and other rules', () => {
    const css =
      '/* --no: 1; */ .a { color: red; --One : 1px ;--two:var(--one, "x:y") } --three: 3; --open: 4';
    expect(readThemeTokens(css)).toEqual({ '--one': '1px', '--two': 'var(--one, "x:y")', '--three': '3' });
    expect(readThemeTokens('--one: 1; /* never closed --two: 2;')).toEqual({ '--one': '1' });
  });

  // One municipality's administrator must not keep the program of all others busy.
  it.each(['-', '--a', '--a:', '--a: ', '/*', '*/', ' ', '{'])(
    'is read at once, also from half a megabyte of %j',
    (bit) => {
      const begin = performance.now();
      readThemeTokens(`${bit.repeat(500_000 / bit.length)};`);
      expect(performance.now() - begin).toBeLessThan(1_000);
    },
  );
});

describe('the contrast of a theme', () => {
  it('gives up on chains that bite their tail and fall back on themselves', () => {
    const tail = 'var(--a,'.repeat(33) + ')'.repeat(33);
    const begin = performance.now();
    const failures = checkContrast({ '--wijkregie-ink': 'var(--a)', '--a': tail }, house);
    expect(failures).toContainEqual(expect.objectContaining({ front: '--wijkregie-ink', ratio: null }));
    expect(performance.now() - begin).toBeLessThan(1_000);
  });

  it('is counted as WCAG counts it', () => {
    const ratio = (front: string, back: string) => {
      const [a, b] = [parseColour(front), parseColour(back)];
      if (a === null || b === null) throw new Error('unreadable');
      return Math.round(contrastRatio(a, b, b) * 100) / 100;
    };
    expect(ratio('#000', '#fff')).toBe(21);
    expect(ratio('#777777', 'white')).toBe(4.48);
    expect(ratio('rgb(118, 118, 118)', '#ffffff')).toBe(4.54);
    expect(ratio('hsl(0 100% 50%)', '#fff')).toBe(4);
    expect(ratio('rgba(0,0,0,0.5)', '#fff')).toBe(3.98);
    expect(parseColour('currentColor')).toBeNull();
    expect(parseColour('#12345')).toBeNull();
  });

  it('is good in the house theme, over at least twenty pairs', () => {
    expect(contrastPairs.length).toBeGreaterThanOrEqual(20);
    expect(checkContrast({}, house)).toEqual([]);
  });

  it('names each pair that a tenant makes too faint, through the chain of tokens', () => {
    const failures = checkContrast({ '--wijkregie-teal': '#8fd3d6' }, house);
    expect(failures).toContainEqual(
      expect.objectContaining({ front: '--utrecht-link-color', least: 4.5, ratio: expect.any(Number) }),
    );
    expect(failures.length).toBeGreaterThan(3);
  });

  it('does not trust a colour it cannot read, or a chain without end', () => {
    const [failure] = checkContrast({ '--wijkregie-red': 'currentColor' }, house);
    expect(failure?.ratio).toBeNull();
    const loop = { '--wijkregie-red': 'var(--loop)', '--loop': 'var(--wijkregie-red)' };
    expect(checkContrast(loop, house)[0]?.ratio).toBeNull();
  });
});
