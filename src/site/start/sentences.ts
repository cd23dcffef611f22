import type { RoleFlaw } from '#platform/database/roles.ts';
import type { KeyFileProblem } from '#platform/secrets/index.ts';

const flawWords: Readonly<Record<RoleFlaw, string>> = {
  superuser: 'is een superuser',
  bypasses_row_security: 'mag rijbeveiliging overslaan (BYPASSRLS)',
  owns_tables: 'is eigenaar van de tabellen',
};

const keyWords: Readonly<Record<KeyFileProblem, string>> = {
  missing:
    'bestaat niet; geef met KEY_FILE het goede pad, zet het terug uit uw reservekopie, of maak het voor een nieuwe Wijkregie met het commando make-key',
  exists: 'bestaat al en wordt nooit overschreven',
  readable_by_others: 'kan door anderen worden gelezen; geef alleen de eigenaar rechten (chmod 600)',
  unreadable: 'kan niet worden gelezen of gemaakt; geef de gebruiker van dit programma daar rechten',
  malformed: 'is beschadigd; zet het terug uit uw reservekopie',
};

/** One sentence for each thing that keeps the program from starting. */
export const sentences = {
  appRole: (role: string, flaws: readonly RoleFlaw[]) =>
    `De databasegebruiker "${role}" van DATABASE_URL ${flaws.map((flaw) => flawWords[flaw]).join(' en ')} en mag daarom niet worden gebruikt; geef een gewone gebruiker zonder die rechten.`,
  unreachable: (setting: string, reason: string) =>
    `De database van ${setting} is niet te bereiken (${reason}); controleer adres, wachtwoord en of de database draait.`,
  tooOld: (version: string) =>
    `De database is PostgreSQL ${version}; Wijkregie heeft PostgreSQL 15 of nieuwer nodig.`,
  newerDatabase: () =>
    'De database is al bijgewerkt door een nieuwere versie van Wijkregie; start die versie.',
  portInUse: (host: string, port: number) =>
    `Poort ${port} op ${host} is al in gebruik; stop het andere programma of kies met PORT een andere poort.`,
  portRefused: (host: string, port: number, reason: string) =>
    `Op ${host}, poort ${port}, kan niet worden geluisterd (${reason}); kies met HOST en PORT iets anders.`,
  keyFile: (path: string, problem: KeyFileProblem) => `Het sleutelbestand ${path} ${keyWords[problem]}.`,
  keysLost: (path: string) =>
    `Het sleutelbestand ${path} ontbreekt, maar de database bevat al gegevens die ermee zijn versleuteld; zet het terug uit uw reservekopie.`,
  demoRefused: () =>
    'De database bevat een demonstratiegemeente en DEMO staat op 0; kies met DATA_DIR een andere map, of start met DEMO=1.',
  demoExposed: (host: string) =>
    `De database bevat een demonstratiegemeente, waarin iedereen als medewerker kan instappen, en HOST=${host} is ook van buiten te bereiken; start met DEMO=1 als dat de bedoeling is, of kies met DATA_DIR een andere map.`,
  demoExternal: () =>
    'De database bevat een demonstratiegemeente, waarin iedereen als medewerker kan instappen; start met DEMO=1 als dat de bedoeling is, of gebruik een andere database.',
  notBuilt: () => 'Wijkregie is nog niet gebouwd; start met "npm start".',
} as const;
