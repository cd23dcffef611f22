import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of the public pages of a wijk. */
export const wijkTexts = defineTexts('wijk', nl, en);
