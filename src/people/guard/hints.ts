import type { Detector } from './finding.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * Beginnings of words about health, justice, money, care and belief (product.md C5, 2 and 3). They may stand in a signaal about
 * a place, so they refuse nothing: they make the screen ask, and mark the text for a look before publishing.
 */
const BEGINNINGS = new RegExp(
  `^(?:${[
    'drug|dealer|dealt|gedeald|wietplant|hennep|coke|cocaine|heroine|crack|junk|naalden$|spuiten$',
    'politie|arrest|gearresteerd|aangehouden|aangifte|strafblad|crimin|gevangen|gedetineerd|veroordeeld|reclassering|zeden',
    'inbreker|dief$|dieven|overval|wapen$|wapens|mishandel|misbruik|verkracht|aanrand|steekpartij|prostitu|pedo',
    'ziek|psych|schizofre|borderline|depress|dement|autis|adhd$|suicid|zelfmoord|kanker$|hiv$|verward|gehandicapt|rolstoelpatient',
    'verslaa?fd|verslaving|alcoholi|alcoholprobl|dronken|zuiplap|daklo|zwerver',
    'schuld|bijstand|uitkering|deurwaarder|failliet|armoede|huisuitzetting|uitgezet',
    'jeugdzorg|voogd|ondertoezicht|kindermishandel|verwaarloos|huiselijk$',
    'asielzoek|vluchteling|illegalen|statushouder|moslim|islamiet|joden$|joodse?$|christen|marokkan|turken$|turkse?$|antillia|polen$|poolse?$|roma$|zigeuner|bulgaar|roemeen|syrier|somali',
  ].join('|')})`,
);

/** Words that begin the same and mean nothing of the kind. */
const HARMLESS =
  /^(?:politiebureau|politiepost|ziekenhuis|ziekenhuizen|drugstore|wapenveld|wapenstraat|zwerver?sstraat|polenplein|romaplein)/;

/** A tree or an animal may be ill without anybody's privacy. */
const SICK = /^(?:ziek|verwaarloos|verward)/;
const NOT_HUMAN =
  /^(?:bo(?:om|men)|iep|iepen|es|essen|eik|eiken|beuk|kastanje|plant|struik|heg|gras|haag|egel|eend|kat|katten|hond|duif|duiven|konijn|vogel|vis|vissen|meeuw|gans|ganzen|zwaan|rat|ratten|plantsoen|park|tuin|gebouw|speeltuin|perk)/;

/** Sensitive words: hints, nothing more. */
export const findHints: Detector = (text) => {
  const tokens = tokensOf(text);
  return tokens
    .filter((token, at) => isHint(token) && !isAboutNature(tokens, at))
    .map(({ start, end }) => ({ kind: 'hint', start, end }));
};

const isHint = ({ kind, lower }: Token): boolean =>
  kind === 'word' && lower.split('-').some((part) => BEGINNINGS.test(part)) && !HARMLESS.test(lower);

const isAboutNature = (tokens: readonly Token[], at: number): boolean =>
  SICK.test(tokens[at]?.lower ?? '') &&
  tokens.slice(Math.max(0, at - 4), at + 5).some(({ lower }) => NOT_HUMAN.test(lower));
