import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of the other voices: quick notes, councillors, partners, forwarded mail, care patterns and publishing. */
export const voiceTexts = defineTexts('signaal-voices', nl, en);
