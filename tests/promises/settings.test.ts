import { describe, expect, it } from 'vitest';
import { declaredSettings } from '#gemeente/index.ts';
import '#site/compose.ts';
import { type Awaited, checkSettingScreen, checkSettingUse, writtenSettings } from './checks/settings.ts';
import type { Shelf } from './support/catalogues.ts';
import type { Visit } from './support/crawl.ts';
import { isTestFile, readProgram } from './support/source-tree.ts';

const source = new Map([...readProgram()].filter(([path]) => !isTestFile(path)));

/** Settings that wait for what they set; each with its reason. None today. */
const AWAITED: Awaited = {};

it('asks for every setting that a municipality can set', () => {
  const { seen, breaches } = checkSettingUse(source, AWAITED);
  expect(breaches).toEqual([]);
  // Helpers that declare by a parameter have no key of their own; all the others are in the house.
  const written = writtenSettings(source).length;
  expect(seen).toBe(written);
  expect(written).toBeGreaterThanOrEqual(declaredSettings.size);
  expect(declaredSettings.size).toBeGreaterThan(25);
});

describe('seen red', () => {
  it('finds a setting that changes nothing', () => {
    const files = new Map([
      [
        'src/lamp/settings.ts',
        `export const dim = defineSetting({ key: 'lamp.dim' }); const late = wholeNumber('lamp.late', 2);`,
      ],
      ['src/lamp/terms.ts', `export const terms = { repair: term('repair', 3), answer: term('answer', 3) };`],
      ['src/lamp/page.tsx', `settings.get(dim); start('repair');`],
      ['src/lamp/texts.nl.ts', `export const nl = { answer: 'antwoord' };`],
    ]);
    expect(checkSettingUse(files, { 'lamp.dim': 'planted' }).breaches).toEqual([
      'src/lamp/settings.ts: late (lamp.late) is asked for by nobody',
      'src/lamp/terms.ts: answer (answer) is asked for by nobody',
      'lamp.dim: is excused without need',
    ]);
    expect(checkSettingUse(files, { 'lamp.late': 'planted' }).breaches).toHaveLength(1);
  });

  it('finds a setting that the screen does not show, or that has no name', () => {
    const shelf: Shelf = {
      path: 'src/lamp/texts.ts',
      symbol: 'lampTexts',
      catalogue: {
        room: 'lamp',
        nl: { 'setting.a': 'Fel & licht', 'setting.b': 'Donker' },
        en: { 'setting.a': 'Bright', 'setting.b': 'Dark' },
      },
    };
    const screen = {
      who: 'functional_admin',
      path: '/beheer/instellingen',
      text: '<a>Fel &amp; licht</a>',
    } as Visit;
    expect(checkSettingScreen(['a', 'b', 'c'], [screen], [shelf]).breaches).toEqual([
      'b: does not stand on the screen',
      'c: has no name in both languages',
    ]);
    expect(checkSettingScreen([], [], []).breaches).toEqual(['nobody saw the screen of the settings']);
  });
});
