import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of "Van incident naar patroon". */
export const incidentTexts = defineTexts('incident', nl, en);
