import type { Refusal } from '#platform/errors.ts';
import { type Lang, translator } from '#platform/texts/catalogue.ts';
import { houseTexts } from '../compose.ts';
import { say } from './sentences.ts';

/** Why something was refused, from the room that refuses it, in the language that was asked for with `--lang`. */
export const refusalInWords = (refusal: Refusal, lang: Lang): string => {
  const key = `error.${refusal.code}`;
  const room = houseTexts.find((catalogue) => Object.hasOwn(catalogue.nl, key));
  return room ? translator(room, lang).dynamic(key, refusal.values) : say.refused(refusal.code);
};
