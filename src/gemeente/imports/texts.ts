import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** What is said of files with areas and key figures, on the command line and on the page. */
export const importTexts = defineTexts('gemeente-import', nl, en);
