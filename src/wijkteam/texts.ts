import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The words of the wijkteam and of the memory of the wijk. */
export const wijkteamTexts = defineTexts('wijkteam', nl, en);
