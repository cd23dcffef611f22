import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** Words about reports that are about the same. */
export const neighbourTexts = defineTexts('signaalBuren', nl, en);
