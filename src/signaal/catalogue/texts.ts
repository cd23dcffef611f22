import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The words of the administrator's pages about subjects, rules, standard texts, the referral card and terms. */
export const catalogueTexts = defineTexts('catalogue', nl, en);
