import { newId } from '#platform/database/ids.ts';
import type { FieldErrors } from '#platform/errors.ts';
import type { Photo } from '#platform/files/photo.ts';
import { IDEMPOTENCY_FIELD } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Form, RawForm } from '#platform/web/route.ts';
import { referToCare } from '../../commands/reporter-voice.ts';
import { gateNeeded, inspectText } from '../../guard.ts';
import { readPhotos } from '../../public/draft/photos.ts';
import { withoutPersons } from '../../public/parts/found-persons.tsx';
import { CARE } from '../../public/report/paths.ts';
import { identifiesPerson } from '../../rules/identifies.ts';
import type { ToldPlace } from '../../store/place.ts';
import { placeOf, type TellForm } from './form.ts';

/** What was told in a short form, seen by the guard. */
export interface Told {
  readonly text: string;
  readonly place: ToldPlace;
  readonly photos: readonly Photo[];
  readonly idempotencyKey: string;
}

/** A form to show again, with everything that was typed. */
export interface Again {
  readonly raw: RawForm;
  readonly errors: FieldErrors;
  /** Dots were just put in the text: it must be read again. */
  readonly masked?: boolean;
}

/** What came of a form that was sent. */
export type Received<Value> =
  | { readonly kind: 'told'; readonly told: Told; readonly value: Value }
  | { readonly kind: 'person' }
  | { readonly kind: 'again'; readonly again: Again };

/** The guard's look at a short form, before anything is stored; photos are made anew. */
export const receive = async <Value extends TellForm>(form: Form<Value>): Promise<Received<Value>> => {
  const { raw } = form;
  if (!form.ok) return { kind: 'again', again: { raw, errors: form.errors } };
  const { value } = form;
  const { tekst, plek_straat, gate, zonder } = value;
  if (gate === 'persoon') return { kind: 'person' };
  const hasPersons = identifiesPerson(tekst, plek_straat);
  if (hasPersons && zonder)
    return { kind: 'again', again: { raw: maskedForm(raw), errors: {}, masked: true } };
  const errors = {
    ...(hasPersons ? { tekst: 'text_names_person' } : {}),
    ...(gate === null && gateNeeded(inspectText(tekst)) ? { gate: 'gate_needed' } : {}),
  };
  if (Object.keys(errors).length > 0) return { kind: 'again', again: { raw, errors } };
  const { photos, problem } = await readPhotos(raw.files);
  if (problem) return { kind: 'again', again: { raw, errors: { foto: problem } } };
  const idempotencyKey = value[IDEMPOTENCY_FIELD] || newId();
  return { kind: 'told', value, told: { text: tekst, place: placeOf(value), photos, idempotencyKey } };
};

const FREE_TEXTS = ['tekst', 'plek_straat'];

const maskedForm = (raw: RawForm): RawForm => ({
  ...raw,
  text: (name) => (FREE_TEXTS.includes(name) ? withoutPersons(raw.text(name)) : raw.text(name)),
});

/** "Over een persoon of een gezin": nothing is kept but a count, and the page tells who can help (0.2 D8). */
export const referAway = async (rq: Rq): Promise<Response> => {
  await rq.run(referToCare, { buurtId: null, channel: 'web', referredTo: 'card', warm: false });
  return rq.redirect(CARE);
};
