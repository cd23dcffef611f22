import { z } from 'zod';
import { isId } from '#platform/database/ids.ts';
import { isPoint } from '#platform/geo/index.ts';
import type { DraftPlace } from '../draft/content.ts';
import { lineField, tick } from '../parts/fields.ts';

const DEGREES = /^[+-]?\d{1,3}(?:[.,]\d{1,20})?\s*°?$/;

/** Degrees as people and telephones write them: with a comma or a point. Null when nothing was filled in. */
export const readDegrees = (typed: string): number | null | 'unreadable' => {
  const text = typed.trim().replace('−', '-');
  if (text === '') return null;
  return DEGREES.test(text) ? Number(text.replace(',', '.').replace('°', '').trim()) : 'unreadable';
};

/** One number of a point. */
export const degrees = z
  .string()
  .default('')
  .transform((text, context) => {
    const read = readDegrees(text.slice(0, 100));
    if (read !== 'unreadable') return read;
    context.addIssue({ code: 'custom', message: 'place_unreadable' });
    return null;
  });

/** The second page: where it is. */
export const placeForm = z
  .object({
    straat: lineField,
    toelichting: lineField,
    buurt: z
      .string()
      .default('')
      .transform((id) => (id === '' ? null : id))
      .refine((id) => id === null || isId(id), 'buurt_unknown'),
    heel: tick,
    lat: degrees,
    lon: degrees,
  })
  .superRefine((form, context) => {
    const wrong = (field: string, message: string): void =>
      context.addIssue({ code: 'custom', message, path: [field] });
    const { straat, toelichting, buurt, heel, lat, lon } = form;
    if (heel && buurt === null) return wrong('buurt', 'buurt_missing');
    if (lat !== null && lon !== null && !isPoint({ lat, lon })) wrong('lat', 'place_unreadable');
    else if ((lat === null) !== (lon === null)) wrong(lat === null ? 'lat' : 'lon', 'place_unreadable');
    else if (!straat && !toelichting && buurt === null && lat === null) wrong('straat', 'place_missing');
  });

type PlaceForm = z.infer<typeof placeForm>;

/** The place as the draft keeps it. */
export const placeOf = ({ straat, toelichting, buurt, heel, lat, lon }: PlaceForm): DraftPlace => ({
  street: straat,
  note: toelichting,
  buurtId: buurt,
  wholeBuurt: heel,
  lat,
  lon,
});
