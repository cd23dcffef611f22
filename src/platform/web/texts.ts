import { textsEn } from './texts.en.ts';
import { textsNl, type WebTexts } from './texts.nl.ts';

/** The languages the shell and the components speak. */
export type WebLang = 'nl' | 'en';

const catalogues: Record<WebLang, WebTexts> = { nl: textsNl, en: textsEn };

/** The own words of shell and components in one language. */
export const webTexts = (lang: WebLang): WebTexts => catalogues[lang];
