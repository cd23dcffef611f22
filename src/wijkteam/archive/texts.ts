import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The names of this room's records for the destruction lists. */
export const archiveTexts = defineTexts('wijkteam-archive', nl, en);
