/**
 * One melding as open data. The names are those of the Amsterdam dataset "meldingen" (version 2) wherever it has the same
 * thing; areas are the municipality's own, so they do not bear the prefix of Amsterdam's areas.
 */
export interface OpenMelding {
  /** Tells the same melding again tomorrow, and leads to nothing in the system. */
  readonly id: string;
  readonly hoofdcategorie: string | null;
  readonly subcategorie: string | null;
  /** `YYYY-MM-DD`. */
  readonly datumMelding: string;
  readonly externeStatus: 'open' | 'afgesloten';
  readonly buurtCode: string;
  readonly buurtNaam: string;
  readonly wijkCode: string | null;
  readonly wijkNaam: string | null;
  /** The middle of a hexagon of some 900 m; never the place itself. */
  readonly latitudeVisualisatie: number | null;
  readonly longitudeVisualisatie: number | null;
  /** As a person cleared it. */
  readonly tekst: string | null;
  readonly datumVrijgave: string;
  readonly bron: string;
}

/** How often a subject was told of in a buurt, in a month or (without month) a year; rounded down to fives. */
export interface OpenCount {
  readonly jaar: number;
  readonly maand: number | null;
  readonly buurtCode: string;
  readonly buurtNaam: string;
  readonly wijkCode: string | null;
  readonly wijkNaam: string | null;
  readonly hoofdcategorie: string | null;
  readonly aantalTenMinste: number;
}

/** The fields of a melding in the order of the files. */
export const meldingFields = [
  'id',
  'hoofdcategorie',
  'subcategorie',
  'datumMelding',
  'externeStatus',
  'buurtCode',
  'buurtNaam',
  'wijkCode',
  'wijkNaam',
  'latitudeVisualisatie',
  'longitudeVisualisatie',
  'tekst',
  'datumVrijgave',
  'bron',
] as const satisfies readonly (keyof OpenMelding)[];

/** The fields of a count in the order of the files. */
export const countFields = [
  'jaar',
  'maand',
  'buurtCode',
  'buurtNaam',
  'wijkCode',
  'wijkNaam',
  'hoofdcategorie',
  'aantalTenMinste',
] as const satisfies readonly (keyof OpenCount)[];
