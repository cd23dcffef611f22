import { expect, it } from 'vitest';
import { declaredSettings } from '#gemeente/index.ts';
import { houseTexts } from './compose.ts';

it('has a name in the texts for every setting and every group of settings', () => {
  const has = (key: string) => houseTexts.some(({ nl }) => Object.hasOwn(nl, `setting.${key}`));
  const keys = [...declaredSettings.keys()];
  const groups = keys.filter((key) => key.includes('.')).map((key) => `group.${key.split('.')[0]}`);
  expect(keys.length).toBeGreaterThan(25);
  expect([...keys, ...new Set(groups)].filter((key) => !has(key))).toEqual([]);
});
