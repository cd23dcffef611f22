import { defineTexts } from '../texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of the post. */
export const mailTexts = defineTexts('mail', nl, en);
