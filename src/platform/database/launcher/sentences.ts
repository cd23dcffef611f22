/** The start of the embedded database failed for a reason the operator can do something about; the message is one Dutch sentence. */
export class LauncherError extends Error {
  override readonly name = 'LauncherError';
}

const chooseFolder = 'kies met DATA_DIR een andere map';
const ownServer = 'gebruik een eigen PostgreSQL met DATABASE_URL, DATABASE_OWNER_URL en KEY_FILE';

/** One sentence for each thing that can be wrong with the machine or the folder. */
export const sentences = {
  inUse: (folder: string, pid: number) =>
    `De gegevensmap ${folder} is al in gebruik door een Wijkregie die nu draait (proces ${pid}); stop die eerst of ${chooseFolder}.`,
  unsupported: (system: string) =>
    `Voor dit systeem (${system}) is er geen ingebouwde PostgreSQL gevonden; installeer met "npm ci" zonder pakketten over te slaan, of ${ownServer}.`,
  windows: () =>
    `De ingebouwde PostgreSQL draait hier niet rechtstreeks op Windows; start Wijkregie in WSL, of ${ownServer}.`,
  notExecutable: (program: string) =>
    `Het programma ${program} kan op dit systeem niet worden uitgevoerd (het heeft glibc nodig en een schijf waarop programma's mogen draaien); ${chooseFolder}, of ${ownServer}.`,
  unreachable: (folder: string) =>
    `PostgreSQL draait nooit als root en dus hier als gebruiker 65534, maar die mag de map ${folder} niet in; ${chooseFolder} die iedereen mag betreden (zoals /var/lib/wijkregie), of start als gewone gebruiker.`,
  cannotBecomeOther: () =>
    `PostgreSQL draait nooit als root, maar dit systeem staat niet toe om van gebruiker te wisselen; start als gewone gebruiker, of ${ownServer}.`,
  diskFull: (folder: string) =>
    `Op de schijf van de gegevensmap ${folder} is geen ruimte meer; maak ruimte vrij en start opnieuw, of ${chooseFolder}.`,
  folderRefused: (folder: string, reason: string) =>
    `In de gegevensmap ${folder} kan niet worden geschreven (${reason}); geef de gebruiker van dit programma daar rechten, of ${chooseFolder}.`,
  initFailed: (tail: string) =>
    `De ingebouwde PostgreSQL kon geen nieuwe database aanleggen; wat hij zei: ${tail}`,
  startFailed: (log: string, tail: string) =>
    `De ingebouwde PostgreSQL start niet; kijk in ${log}. De laatste regels: ${tail}`,
  noAnswer: (log: string) => `De ingebouwde PostgreSQL geeft geen antwoord; kijk in ${log}.`,
  otherVersion: (folder: string, found: string, wanted: string) =>
    `De gegevensmap ${folder} is van PostgreSQL ${found} en dit programma brengt PostgreSQL ${wanted} mee; start de oude versie om de gegevens over te zetten, of ${chooseFolder}.`,
  credentialsMissing: (file: string) =>
    `Het bestand ${file} met de wachtwoorden van de ingebouwde database ontbreekt of is niet leesbaar; zet het terug uit de reservekopie van de gegevensmap.`,
} as const;
