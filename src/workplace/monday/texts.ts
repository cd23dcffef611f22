import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The words of "Mijn maandag". */
export const mondayTexts = defineTexts('workplace-monday', nl, en);
