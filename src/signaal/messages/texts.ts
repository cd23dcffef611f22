import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of what reporters are sent. */
export const messageTexts = defineTexts('signaal-messages', nl, en);
