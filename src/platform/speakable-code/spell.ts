import { type Lang, translator } from '../texts/catalogue.ts';
import { codeTexts } from './texts.ts';

const TEXTS = { nl: translator(codeTexts, 'nl'), en: translator(codeTexts, 'en') };

/** The code for reading aloud, group by group: `7, K van Karel, F van Ferdinand, P van Pieter; 2, ...`. */
export const spellCode = (code: string, lang: Lang): string =>
  code
    .split('-')
    .map((group) => [...group].map((character) => spell(character, lang)).join(', '))
    .join('; ');

const spell = (character: string, lang: Lang): string =>
  /\d/.test(character) ? character : TEXTS[lang].dynamic(`spell.${character}`);
