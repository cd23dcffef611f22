import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of the resident's side: reporting, on paper, and following. */
export const publicTexts = defineTexts('melden', nl, en);
