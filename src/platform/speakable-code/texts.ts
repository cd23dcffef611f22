import { defineTexts } from '../texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

export const codeTexts = defineTexts('speakable-code', nl, en);
