import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts beside the desk's form. */
export const deskTexts = defineTexts('balieNaast', nl, en);
