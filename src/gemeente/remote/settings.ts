import { z } from 'zod';
import { defineSetting, type Setting } from '../settings.ts';

const address = z
  .string()
  .trim()
  .max(300)
  .refine(
    (text) => URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).username === '',
    'bad_address',
  );

/** Where outlines come from: an OGC API of PDOK, or a WFS. The year stands in the address. */
export const pdokAddress: Setting<string> = defineSetting({
  key: 'source.pdok',
  schema: address,
  standard: 'https://api.pdok.nl/cbs/wijken-en-buurten-2024/ogc/v1',
  kind: 'text',
});

/** Where key figures come from: the open data of CBS. */
export const cbsAddress: Setting<string> = defineSetting({
  key: 'source.cbs',
  schema: address,
  standard: 'https://opendata.cbs.nl/ODataFeed/odata',
  kind: 'text',
});

/** Which table of CBS; each year has one of its own. */
export const cbsTable: Setting<string> = defineSetting({
  key: 'source.cbs_table',
  schema: z
    .string()
    .trim()
    .regex(/^\d{5}[A-Z]{3}$/),
  standard: '85984NED',
  kind: 'text',
});

/** Seconds that one answer may take. */
export const sourceSeconds: Setting<number> = defineSetting({
  key: 'source.seconds',
  schema: z.number().int().min(1).max(120),
  standard: 20,
  kind: 'number',
});

/** Megabytes that all pages together may be. */
export const sourceMegabytes: Setting<number> = defineSetting({
  key: 'source.megabytes',
  schema: z.number().int().min(1).max(500),
  standard: 100,
  kind: 'number',
});
