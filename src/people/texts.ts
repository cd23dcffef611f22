import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The words of signing in, accounts, the access log, the demo and notices. */
export const peopleTexts = defineTexts('people', nl, en);
