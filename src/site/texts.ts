import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The texts of home, navigation and the pages about the site itself. */
export const siteTexts = defineTexts('site', nl, en);
