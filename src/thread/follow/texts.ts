import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of following by mail. */
export const followTexts = defineTexts('follow', nl, en);
