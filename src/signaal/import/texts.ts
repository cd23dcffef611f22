import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** Words about taking signalen over from another system. */
export const importTexts = defineTexts('signaal-import', nl, en);
