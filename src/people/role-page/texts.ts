import { defineTexts } from '#platform/texts/catalogue.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

/** The names of roles, actions and reaches; other rooms show a role by `role.<id>`. */
export const roleTexts = defineTexts('roles', nl, en);
