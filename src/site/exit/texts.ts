import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of the page about backups and exports. */
export const exitTexts = defineTexts('exit', nl, en);
