import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The names of this room's settings. */
export const signaalSettingTexts = defineTexts('signaalInstelling', nl, en);
