import { expect, it } from 'vitest';
import { Refusal } from '#platform/errors.ts';
import { refusalInWords } from './refusal-words.ts';

it('tells why something was refused in the language of the command', () => {
  const refusal = new Refusal('import_date_unmapped');
  expect(refusalInWords(refusal, 'nl')).toMatch(/^Kies in welke kolom/);
  expect(refusalInWords(refusal, 'en')).toMatch(/^Choose the column/);
  expect(refusalInWords(new Refusal('nobody_knows_this'), 'en')).toContain('nobody_knows_this');
});
