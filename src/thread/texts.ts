import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of de rode draad: its stations, its objects and its page. */
export const threadTexts = defineTexts('thread', nl, en);
