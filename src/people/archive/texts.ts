import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The words of keeping and destroying. */
export const archiveTexts = defineTexts('archive', nl, en);
