import { z } from 'zod';
import { isId, newId } from '#platform/database/ids.ts';
import type { Lang } from '#platform/texts/catalogue.ts';
import { IDEMPOTENCY_FIELD } from '#platform/web/components/index.ts';
import type { GiveSignaal } from '../../commands/give-input.ts';
import { lineField, optionalTextField, tick } from '../../public/parts/fields.ts';
import { contactForm, reachableBy } from '../../public/report/contact-form.ts';

/** The id of the form, for buttons that stand beside it. */
export const DESK_FORM = 'melding';

/** What a visitor of the desk may come with; the first is the usual one. */
export const kinds = ['report', 'question', 'complaint', 'idea'] as const;
/** How it came in; the first is the usual one. */
export const channels = ['desk', 'phone', 'paper', 'mail'] as const;
/** Who speaks. */
export const sources = ['resident', 'entrepreneur', 'group', 'partner', 'councillor'] as const;
/** An organisation that is not among the partners. */
export const OTHER_ORGANISATION = 'other';
/** What it is about, asked only when the guard saw something (0.2 D8). */
export const subjects = ['place', 'group', 'person'] as const;

const optionalId = (code: string) =>
  z
    .string()
    .default('')
    .transform((id) => (id === '' ? null : id))
    .refine((id) => id === null || isId(id), code);

/** What a button asks: `join.<id>` names what is joined. Anything else than we know sends. */
const actOf = (typed: string): { act: 'send' | 'unsure' | 'join'; originalId: string } => {
  const [act = '', originalId = ''] = typed.split('.');
  if (act === 'join' && isId(originalId)) return { act, originalId };
  return { act: act === 'unsure' ? 'unsure' : 'send', originalId: '' };
};

const ownForm = z.object({
  tekst: optionalTextField,
  plek_straat: lineField,
  plek: lineField,
  buurt: optionalId('buurt_unknown'),
  onderwerp: optionalId('category_unknown'),
  soort: z.enum(kinds).catch('report'),
  kanaal: z.enum(channels).catch('desk'),
  wie: z.enum(sources).catch('resident'),
  organisatie: z
    .string()
    .default('')
    .refine((id) => id === '' || id === OTHER_ORGANISATION || isId(id), 'partner_unknown'),
  waarover: z.enum(subjects).optional().catch(undefined),
  spoed: tick,
  akkoord: tick,
  toch: lineField,
  regel: lineField,
  doe: z.string().max(60).catch('send').transform(actOf),
  [IDEMPOTENCY_FIELD]: z.string().max(100).catch(''),
});

/**
 * The form of the desk: what is told, where, and how to answer. Nothing but the words is required, and not even they of
 * who joins what others told.
 */
export const deskForm = z.intersection(ownForm, contactForm);

export type DeskForm = z.infer<typeof deskForm>;

/** Whoever chose an organisation means that it speaks. */
const speakerOf = ({ wie, organisatie }: DeskForm): Pick<GiveSignaal, 'source' | 'sourceDepartmentId'> => ({
  source: organisatie === '' ? wie : 'partner',
  sourceDepartmentId: organisatie === '' || organisatie === OTHER_ORGANISATION ? null : organisatie,
});

/** What the form says, as the command takes it. */
export const giftOf = (form: DeskForm, lang: Lang): GiveSignaal => ({
  kind: form.soort,
  ...speakerOf(form),
  channel: form.kanaal,
  text: form.tekst,
  place: { lat: null, lon: null, street: form.plek_straat, note: form.plek, buurtId: form.buurt },
  categoryId: form.onderwerp,
  urgent: form.spoed,
  consent: form.akkoord,
  ...reachableBy(form),
  lang,
  draftId: null,
  idempotencyKey: form[IDEMPOTENCY_FIELD] || newId(),
  override: form.toch === '' ? null : form.toch,
  // A line for the wijkregisseur says enough: Enter in it is no other choice than its own button.
  deskUnsure: form.regel === '' ? null : form.regel,
});

/** The command's names for fields that this form calls otherwise. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  text: 'tekst',
  street_contact: 'straat',
  phone: 'telefoon',
  category: 'onderwerp',
  partner: 'organisatie',
};
