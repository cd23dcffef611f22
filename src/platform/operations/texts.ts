import { defineTexts } from '../texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of history and background jobs. */
export const operationsTexts = defineTexts('operations', nl, en);
