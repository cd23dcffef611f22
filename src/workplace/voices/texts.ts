import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of "Wie laat van zich horen". */
export const voiceReachTexts = defineTexts('stemmen', nl, en);
