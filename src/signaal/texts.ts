import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The shared texts of the signaal room. */
export const signaalTexts = defineTexts('signaal', nl, en);
