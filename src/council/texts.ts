import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of the council room. */
export const councilTexts = defineTexts('council', nl, en);
