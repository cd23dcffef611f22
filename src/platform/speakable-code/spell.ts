import { type Lang, translator } from '../texts/catalogue.ts';
import { codeTexts } from './texts.ts';

const TEXTS = { nl: translator(codeTexts, 'nl'), en: translator(codeTexts, 'en') };

/** The code for reading aloud, group by group: `7, K van Karel, F van Ferdinand, P van Pieter; 2, ...`. */
export const spellCode = (code: string, lang: Lang): string =>
  code
    .split('-')
    .map((group) => [...group].map((character) => spell(character, lang)).join(', '))
    .join('; ');

/** A digit, and the sign that hides a character, are said as they are. */
const spell = (character: string, lang: Lang): string =>
  /[A-Z]/.test(character) ? TEXTS[lang].dynamic(`spell.${character}`) : character;
