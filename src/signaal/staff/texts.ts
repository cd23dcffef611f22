import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of the staff's screens. */
export const staffTexts = defineTexts('signaal-staff', nl, en);
