import { asCsv, asGeoJson, asLines } from './formats.ts';
import { type OpenDataSource, openCounts, openMeldingen } from './read.ts';
import { countFields, meldingFields } from './records.ts';

/** One way in which a dataset can be had. */
export interface OpenFile {
  readonly dataset: 'meldingen' | 'aantallen';
  readonly extension: 'csv' | 'geojson' | 'jsonl';
  readonly mediaType: string;
  readonly content: (source: OpenDataSource) => AsyncGenerator<string>;
}

const CSV = 'text/csv; charset=utf-8';
const LINES = 'application/x-ndjson; charset=utf-8';

/** Every file of the open data. */
export const openFiles: readonly OpenFile[] = [
  {
    dataset: 'meldingen',
    extension: 'csv',
    mediaType: CSV,
    content: (source) => asCsv(meldingFields, openMeldingen(source)),
  },
  {
    dataset: 'meldingen',
    extension: 'geojson',
    mediaType: 'application/geo+json; charset=utf-8',
    content: (source) => asGeoJson(openMeldingen(source)),
  },
  {
    dataset: 'meldingen',
    extension: 'jsonl',
    mediaType: LINES,
    content: (source) => asLines(openMeldingen(source)),
  },
  {
    dataset: 'aantallen',
    extension: 'csv',
    mediaType: CSV,
    content: (source) => asCsv(countFields, openCounts(source)),
  },
  {
    dataset: 'aantallen',
    extension: 'jsonl',
    mediaType: LINES,
    content: (source) => asLines(openCounts(source)),
  },
];

/** The name of the file. */
export const openFileName = ({ dataset, extension }: OpenFile): string => `${dataset}.${extension}`;
