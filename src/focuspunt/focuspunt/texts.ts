import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of focuspunt, round and raadsmemo. */
export const focuspuntTexts = defineTexts('focuspunt', nl, en);
