import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of plans, actions, quarters, commitments and yearly tests. */
export const planTexts = defineTexts('plan', nl, en);
