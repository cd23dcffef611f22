import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of searching. */
export const searchTexts = defineTexts('search', nl, en);
