import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of the monitor: goals, figures and what is missing. */
export const monitorTexts = defineTexts('monitor', nl, en);
