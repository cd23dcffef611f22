import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of the open data. */
export const openDataTexts = defineTexts('open-data', nl, en);
