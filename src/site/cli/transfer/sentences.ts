import type { TransferCode, TransferProblem } from '#platform/transfer/problem.ts';

type Values = Readonly<Record<string, string | number>>;

/** Why an export or backup was refused, for the operator. Nothing was changed then. */
const problems: Readonly<Record<TransferCode, (values: Values) => string>> = {
  bad_row: ({ table, line }) =>
    `Tabel ${table}, regel ${line} is geen rij van deze tabel; het bestand is veranderd of niet van Wijkregie.`,
  broken_archive: () => 'Het bestand is niet heel: het houdt halverwege op of is beschadigd.',
  changed_file: ({ path }) =>
    `Het bestand ${path} is veranderd nadat het is gemaakt (de controlesom klopt niet).`,
  database_there: ({ path }) =>
    `In ${path} staat al een database of een ander sleutelbestand. Er is niets veranderd; met --replace wordt wat er staat apart gelegd.`,
  dangling: ({ table }) => `In tabel ${table} wijzen rijen naar rijen die er niet zijn.`,
  foreign_row: ({ table, line }) => `Tabel ${table}, regel ${line} is van een andere gemeente.`,
  key_missing: ({ path }) =>
    `Het sleutelbestand ${path} is er niet. Zeg waar het bestand staat dat bij deze uitvoer of reservekopie hoort (bij een uitvoer met --key, bij een reservekopie met --keys); zonder dat bestand gaan contactgegevens en codes niet open.`,
  manifest_broken: () => 'Het manifest is beschadigd of niet van Wijkregie.',
  not_openable: ({ table }) =>
    `De database is teruggezet, maar een versleutelde waarde in ${table} gaat niet open; alles is weer zoals het was.`,
  missing_file: ({ path }) => `Het bestand ${path} ontbreekt.`,
  not_an_export: () =>
    'Hier staat geen hele uitvoer of reservekopie: het manifest ontbreekt. Dat wordt als laatste geschreven; maak hem opnieuw.',
  older_key: ({ keys }) =>
    `Het sleutelbestand is ouder dan deze reservekopie: sleutel ${keys} ontbreekt. Neem het sleutelbestand van na de laatste wisseling.`,
  other_format: ({ found, known }) =>
    `Dit is vorm ${found} en deze Wijkregie leest vorm ${known}; gebruik de versie van Wijkregie waarmee het is gemaakt.`,
  other_migration: ({ found, here }) =>
    `Dit is gemaakt bij databaseversie ${found}, en hier is dat ${here}. Lees het in met dezelfde versie van Wijkregie, en werk daarna bij.`,
  other_postgres: ({ found, here }) =>
    `Deze reservekopie is van PostgreSQL ${found}, en dit programma brengt PostgreSQL ${here} mee; gebruik de versie van Wijkregie waarmee hij is gemaakt.`,
  other_tables: ({ tables }) => `De tabellen zijn niet die van deze Wijkregie (${tables}).`,
  rows_refused: ({ table, reason }) => `De database weigert rijen van tabel ${table} (${reason}).`,
  target_exists: ({ path }) =>
    `Er is al een ${path}; kies een andere naam, want er wordt niets overschreven.`,
  too_large: ({ path }) => `Het bestand ${path} is groter dan het manifest zegt, of dan mag.`,
  unreadable: ({ path, reason }) => `Bij ${path} kan niet worden gelezen of geschreven (${reason}).`,
  unsafe_file: ({ path }) =>
    `Het pad ${path} is geen gewoon bestand binnen de uitvoer (een koppeling, een dubbele naam of een pad naar buiten) en wordt niet gelezen.`,
  weak_key: ({ path, least }) => `De sleutel in ${path} is te kort; hij heeft ten minste ${least} tekens.`,
  wrong_count: ({ table, expected, found }) =>
    `Tabel ${table} heeft volgens het manifest ${expected} rijen, maar er zijn er ${found}.`,
  wrong_key: () => 'De sleutel past hier niet op, of het manifest is veranderd.',
};

/** The sentence of a refused transfer. */
export const problemInWords = ({ code, values }: TransferProblem): string => problems[code](values);
