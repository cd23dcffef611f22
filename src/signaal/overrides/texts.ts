import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of what the desk kept in spite of the guard. */
export const overrideTexts = defineTexts('signaal-overrides', nl, en);
