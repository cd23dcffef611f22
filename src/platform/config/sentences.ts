import { LOG_LEVELS } from '#platform/logging.ts';
import type { SettingName } from './schema.ts';

/** What each setting may hold, as the end of a sentence for the operator. */
export const ALLOWED: Readonly<Record<SettingName, string>> = {
  PORT: 'een heel getal van 0 tot en met 65535 (0 kiest zelf een vrije poort)',
  HOST: 'een adres of naam om op te luisteren, zoals 127.0.0.1 of 0.0.0.0',
  DATA_DIR: 'het pad van een map',
  DATABASE_URL: 'een adres met gebruiker, zoals postgres://gebruiker:wachtwoord@server:5432/wijkregie',
  DATABASE_OWNER_URL: 'een adres met gebruiker, zoals postgres://eigenaar:wachtwoord@server:5432/wijkregie',
  DATABASE_POOL: 'een heel getal van 1 tot en met 100 (verbindingen met de database)',
  KEY_FILE: 'het pad van een sleutelbestand',
  DEMO: '0 (geen demo) of 1 (wel een demo)',
  PUBLIC_URL: 'een adres zonder pad, zoals http://{gemeente}.localhost:3000 of https://wijk.voorbeeld.nl',
  TRUST_PROXY: 'het aantal proxyservers voor deze server, van 0 (geen) tot en met 10',
  MAIL_URL:
    'het adres van een mailserver, zoals smtp://gebruiker:wachtwoord@server:587 of smtps://server:465',
  MAIL_FROM: 'een mailadres, zoals wijkregie@voorbeeld.nl of Gemeente Voorbeeld <wijkregie@voorbeeld.nl>',
  LOG_LEVEL: `een van ${LOG_LEVELS.join(', ')}`,
};

/** Settings whose value may hold a password and therefore is never shown. */
const HIDDEN: ReadonlySet<SettingName> = new Set(['DATABASE_URL', 'DATABASE_OWNER_URL', 'MAIL_URL']);
const LONGEST_SHOWN = 80;

/** The sentence for a value that is not allowed. */
export const wrongValue = (setting: SettingName, value: string): string => {
  const shown = HIDDEN.has(setting)
    ? 'een waarde die niet klopt (niet getoond, omdat er een wachtwoord in kan staan)'
    : `de waarde "${value.slice(0, LONGEST_SHOWN).replaceAll(/\p{Cc}/gu, ' ')}"`;
  return `De instelling ${setting} heeft ${shown}; toegestaan is ${ALLOWED[setting]}.`;
};

/** The sentence for a setting that is needed because of another one. */
export const missingBeside = (missing: SettingName, present: SettingName): string =>
  `De instelling ${missing} ontbreekt, maar is nodig omdat ${present} is ingesteld; geef ${ALLOWED[missing]}.`;

/** A user that is only a number has no place of its own for the embedded database. */
export const withoutHome = (): string =>
  `De instelling DATA_DIR ontbreekt, en deze gebruiker heeft geen eigen map op deze machine; geef ${ALLOWED.DATA_DIR} voor ` +
  'de gegevens, of gebruik een eigen PostgreSQL met DATABASE_URL.';

/** Both roles the same would let the app pass by the row security of its own tables. */
export const sameDatabaseUser = (user: string): string =>
  `De instellingen DATABASE_URL en DATABASE_OWNER_URL gebruiken dezelfde databasegebruiker "${user}"; ` +
  'toegestaan zijn twee verschillende: een eigenaar voor DATABASE_OWNER_URL en een gewone gebruiker voor DATABASE_URL.';
