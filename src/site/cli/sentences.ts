import type { ExportCount } from '#platform/transfer/export-tenant.ts';

/** What the command line says; for the operator, in Dutch. */
export const say = {
  usage: 'Gebruik: npm run wijkregie -- <commando> [opties]',
  commands: 'Commando’s:',
  more: 'Meer over een commando: npm run wijkregie -- <commando> --help',
  options: 'Opties:',
  help: 'Toon deze uitleg.',
  json: 'Geef het resultaat als JSON, voor andere programma’s.',
  unknown: (command: string, near: readonly string[]) =>
    `Het commando "${command}" bestaat niet${near.length > 0 ? ` (wel: ${near.join(', ')})` : ''}; zie: npm run wijkregie -- --help`,
  required: '(moet)',
  unknownOption: (option: string) => `${option} bestaat niet`,
  withValue: (option: string) => `bij ${option} hoort een waarde`,
  withoutValue: (option: string) => `bij ${option} hoort geen waarde`,
  missing: (option: string, command: string) =>
    `De optie ${option} ontbreekt; zie: npm run wijkregie -- ${command} --help`,
  badOption: (detail: string, command: string) =>
    `De opties kloppen niet (${detail}); zie: npm run wijkregie -- ${command} --help`,
  fileMissing: (file: string, reason: string) => `Het bestand ${file} kan niet worden gelezen (${reason}).`,
  noTenant: () =>
    'Er is nog geen gemeente; maak er een met: npm run wijkregie -- gemeente create --code GM0637 --name Zoetermeer --host zoetermeer.localhost --admin beheer@voorbeeld.nl',
  chooseTenant: (codes: string) => `Er zijn meer gemeenten (${codes}); kies er een met --gemeente.`,
  unknownTenant: (code: string) => `De gemeente ${code} bestaat hier niet.`,
  refused: (code: string) => `Dit is geweigerd (${code}).`,
  created: (name: string, code: string, address: string) =>
    `De gemeente ${name} (${code}) is gemaakt: ${address}`,
  admin: (email: string) =>
    `${email} is beheerder en kan binnen met deze link (een half uur geldig, één keer):`,
  link: 'Inloglink, een half uur geldig en één keer te gebruiken:',
  mappingSaved: (file: string) => `De indeling staat in ${file}.`,
  migrated: (names: readonly string[]) =>
    names.length === 0 ? 'De database was al bij.' : `De database is bijgewerkt: ${names.join(', ')}.`,
  demoLoaded: 'De demonstratiegemeente is geladen.',
  demoRefused:
    'Deze database is geen demonstratie; in een demonstratie kan iedereen als medewerker instappen. Wilt u dat, zet dan DEMO=1.',
  ownKeyMade: (path: string) =>
    `Het sleutelbestand staat in ${path}. Bewaar er meteen een kopie van, apart van de database: zonder dit bestand gaan contactgegevens en codes nooit meer open.`,
  keyAdded: (id: string) => `Nieuwe sleutel ${id} is nu de actieve.`,
  keyKept: (id: string) =>
    `De actieve sleutel blijft ${id}; alleen wat nog met een oude is versleuteld wordt overgezet.`,
  rotated: (count: number) => `Klaar: ${count} versleutelde waarden zijn overgezet op de actieve sleutel.`,
  rotationHalf: (gemeenten: string) =>
    `Het overzetten is niet overal gelukt (${gemeenten}); de oude sleutel blijft nodig. Kijk wat er misging en ga verder met: npm run wijkregie -- rotate-key --resume`,
  rotating: (gemeente: string, table: string, count: number) => `${gemeente} ${table}: ${count} overgezet`,
  waiting: 'Even wachten tot een Wijkregie die nu draait de nieuwe sleutel kent …',
  exporting: (table: string, rows: number) => `${table}: ${rows} rijen uitgevoerd`,
  exported: (gemeente: string, to: string, { rows, tables, files }: ExportCount) =>
    `${gemeente} is uitgevoerd naar ${to}: ${rows} rijen uit ${tables} tabellen, in ${files} bestanden.`,
  keyMade: (path: string) =>
    `Er is een sleutelbestand gemaakt: ${path}. Zonder dit bestand gaan contactgegevens en codes nooit meer open; geef het langs een andere weg dan de uitvoer.`,
  keyUsed: (path: string) => `Contactgegevens en codes openen met het sleutelbestand ${path}.`,
  keyInExport: 'Het sleutelbestand hoort niet in de uitvoer zelf: kies met --key een andere plaats.',
  exportIsPersonal:
    'De uitvoer bevat persoonsgegevens, ook zonder de sleutel; bewaar hem als de database zelf.',
  importing: (table: string, rows: number) => `${table}: ${rows} rijen ingelezen`,
  imported: (name: string, gemeente: string, rows: number, tables: number) =>
    `De gemeente ${name} (${gemeente}) is ingelezen: ${rows} rijen in ${tables} tabellen.`,
  importNext:
    'Zet de oude omgeving uit voordat mensen hier inloggen: anders sturen beide hun berichten. Inloglinks die nog onderweg waren werken hier niet.',
  openDataExported: (gemeente: string, to: string, files: number) =>
    `De open data van ${gemeente} staan in ${to}: ${files} bestanden, zonder personen; iedereen mag ze gebruiken (CC0).`,
  backupExternal:
    'Deze Wijkregie werkt op een eigen PostgreSQL (DATABASE_URL); maak daarvan een reservekopie met pg_dump of met de middelen van die server. Zie docs/operations.md.',
  restoreExternal:
    'Deze Wijkregie werkt op een eigen PostgreSQL (DATABASE_URL); zet daar de reservekopie terug met pg_restore of met de middelen van die server. Zie docs/operations.md.',
  keysBesideBackup:
    'Het sleutelbestand hoort niet in dezelfde map als de reservekopie: samen zijn ze de gegevens. Kies met --keys-to een andere plaats.',
  nothingToBackUp: (folder: string) => `In ${folder} is nog geen database; er is niets om te bewaren.`,
  backingUp: 'De database wordt gekopieerd …',
  backedUp: (to: string, bytes: number) =>
    `De reservekopie staat in ${to} (${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB).`,
  keysApart: (path: string) =>
    `Het sleutelbestand (${path}) zit er met opzet niet in; bewaar daarvan een kopie op een andere plaats. Zonder sleutelbestand gaan contactgegevens en codes nooit meer open.`,
  keysCopied: (path: string) =>
    `Het sleutelbestand is gekopieerd naar ${path}; bewaar het apart van de reservekopie.`,
  restoring: 'De reservekopie wordt uitgepakt, gecontroleerd en een keer gestart …',
  restored: (madeAt: string, gemeenten: number, opened: number) =>
    `De reservekopie van ${madeAt} is teruggezet: ${gemeenten} ${gemeenten === 1 ? 'gemeente' : 'gemeenten'}. ` +
    (opened > 0
      ? 'Wat versleuteld is gaat open met dit sleutelbestand.'
      : 'Er staat nog niets versleuteld in, dus dat is niet geprobeerd.'),
  oldKept: (path: string) => `De database die er stond ligt apart in ${path}; gooi die weg als u zeker bent.`,
  restoreNext: 'Start nu Wijkregie. Wat na de reservekopie is gedaan, is er niet meer bij.',
  badYears: (years: string) => `"${years}" is geen aantal jaren van 5 tot 50.`,
  wouldForget: (lines: number, before: string) =>
    `Er zouden ${lines} regels van voor ${before} uit het inzagelogboek verdwijnen.`,
  forgotten: (lines: number, before: string) =>
    `Er zijn ${lines} regels van voor ${before} uit het inzagelogboek gewist.`,
  copyKeys:
    'Draait Wijkregie op meer machines, dan heeft elke machine nu dit sleutelbestand nodig; kopieer het meteen.',
} as const;
