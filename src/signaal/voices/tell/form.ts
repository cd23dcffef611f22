import { z } from 'zod';
import { isPoint } from '#platform/geo/index.ts';
import { IDEMPOTENCY_FIELD } from '#platform/web/components/index.ts';
import { lineField, textField, tick } from '../../public/parts/fields.ts';
import { degrees } from '../../public/report/place-form.ts';
import type { ToldPlace } from '../../store/place.ts';

/** The fields of every short form by which somebody other than a resident tells something: words, a place, nothing more is asked. */
export const tellShape = {
  tekst: textField,
  plek_straat: lineField,
  lat: degrees,
  lon: degrees,
  /** What it is about, asked only when the guard saw something (0.2 D8). */
  gate: z.enum(['plek', 'groep', 'persoon']).nullable().catch(null).default(null),
  /** "Verder zonder deze gegevens". */
  zonder: tick,
  [IDEMPOTENCY_FIELD]: z.string().max(100).catch('').default(''),
} as const;

/** The short form by itself. */
export const tellForm = z.object(tellShape);

export type TellForm = z.infer<typeof tellForm>;

/** The place as it was told; half a point, or one that is not on earth, is none: the street stays. */
export const placeOf = ({ plek_straat, lat, lon }: TellForm): ToldPlace => {
  const point =
    lat !== null && lon !== null && isPoint({ lat, lon }) ? { lat, lon } : { lat: null, lon: null };
  return { ...point, street: plek_straat, note: '', buurtId: null };
};

/** The command's names for fields that a short form calls otherwise. */
export const FIELD_NAMES: Readonly<Record<string, string>> = { text: 'tekst', phone: 'telefoon' };
