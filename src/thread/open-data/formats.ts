import { csvLines, csvOf } from '#platform/csv.ts';
import type { OpenMelding } from './records.ts';

type Value = string | number | null;
/** Pieces of a dataset, each some rows. */
export type Pieces<Row> = AsyncIterable<readonly Row[]>;

const utf8 = new TextEncoder();

/** A table for spreadsheets, piece by piece; no cell is ever a formula. */
export async function* asCsv<Row extends { readonly [Name in keyof Row]: Value }>(
  fields: readonly (keyof Row & string)[],
  pieces: Pieces<Row>,
): AsyncGenerator<string> {
  yield csvOf([fields]);
  for await (const rows of pieces) yield csvLines(rows.map((row) => fields.map((name) => row[name])));
}

/** One JSON object a line. */
export async function* asLines(pieces: Pieces<object>): AsyncGenerator<string> {
  for await (const rows of pieces) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Points on the map (WGS84, longitude first); without a place there is no geometry. */
export async function* asGeoJson(pieces: Pieces<OpenMelding>): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let before = '\n';
  for await (const rows of pieces) {
    yield rows
      .map((row) => {
        const feature = before + JSON.stringify(featureOf(row));
        before = ',\n';
        return feature;
      })
      .join('');
  }
  yield '\n]}\n';
}

const featureOf = (row: OpenMelding) => {
  const { latitudeVisualisatie: lat, longitudeVisualisatie: lon } = row;
  const geometry = lat === null || lon === null ? null : { type: 'Point', coordinates: [lon, lat] };
  return { type: 'Feature', id: row.id, geometry, properties: row };
};

/** The texts as the body of an answer, made as fast as it is read. */
export const asBody = (texts: AsyncGenerator<string>): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(utf8.encode(value));
    },
    cancel: async () => {
      await texts.return(undefined);
    },
  });
