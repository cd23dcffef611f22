import { z } from 'zod';
import { newId } from '#platform/database/ids.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { emptyForm, filledForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { noErrors } from '../../public/parts/form-words.ts';
import { identifiesPerson } from '../../rules/identifies.ts';
import { deskPage } from '../../staff/desk/page.tsx';
import { readDesk } from '../../staff/desk/read.ts';
import { MAIL, readMailPage, takeMailPage } from './page.tsx';
import { type ReadMail, readMailFile, readPastedMail } from './read-mail.ts';

const policy = 'signaal.register';
/** A mail with a few photos; the photos stay behind. */
const MAIL_BYTES = 12_000_000;
const LIMIT = { uses: 300, seconds: 3_600 } as const;

const show = defineRoute({
  method: 'GET',
  path: MAIL,
  policy,
  handle: (rq) => rq.page(takeMailPage(rq, emptyForm, noErrors)),
});

/** The words to begin the signaal with: the subject often says it best. */
const textOf = ({ subject, own }: ReadMail): string =>
  subject === '' || own.startsWith(subject) ? own : `${subject}\n\n${own}`;

const read = async (rq: Rq, raw: RawForm): Promise<Response> => {
  const again = (errors: FieldErrors) => rq.page(takeMailPage(rq, raw, errors));
  const file = raw.files.find(({ field }) => field === 'bestand');
  if (!file && raw.text('bericht').trim() === '') return again({ bericht: 'text_missing' });
  const mail = file ? await readMailFile(file.bytes) : await readPastedMail(raw.text('bericht'));
  if (!mail) return again(file ? { bestand: 'mail_file_unreadable' } : { bericht: 'text_missing' });
  const { name, mail: address, rest } = mail;
  return rq.page(readMailPage(rq, filledForm({ tekst: textOf(mail), naam: name, mail: address, rest })));
};

/** All that hung below the words comes back among them. */
const takeAll = (raw: RawForm): RawForm =>
  filledForm({
    tekst: `${raw.text('tekst')}\n\n${raw.text('rest')}`.trim(),
    naam: raw.text('naam'),
    mail: raw.text('mail'),
    rest: '',
  });

/** Lands in the form of the desk with everything filled in. Nothing is stored: the guard looks when the desk sends it. */
const toForm = async (rq: Rq, raw: RawForm): Promise<Response> => {
  const mail = raw.text('mail').trim();
  const filled = filledForm({
    tekst: raw.text('tekst').trim(),
    naam: raw.text('naam').trim(),
    mail,
    antwoord: mail === '' ? 'none' : 'mail',
    kanaal: 'mail',
    soort: 'report',
    wie: 'resident',
  });
  const errors = identifiesPerson(raw.text('tekst')) ? { tekst: 'text_has_person' } : noErrors;
  return rq.page(
    deskPage(rq, { view: await readDesk(rq), beside: null, raw: filled, errors, once: newId() }),
  );
};

const text = z.string().default('');

const send = defineRoute({
  method: 'POST',
  path: MAIL,
  policy,
  maxBody: MAIL_BYTES,
  limit: LIMIT,
  form: z.object({
    doe: z.enum(['lees', 'alles', 'formulier']).catch('lees'),
    bericht: text,
    tekst: text,
    naam: text,
    mail: text,
    rest: text,
  }),
  handle: async (rq, { form }) => {
    const act = form.ok ? form.value.doe : 'lees';
    if (act === 'alles') return rq.page(readMailPage(rq, takeAll(form.raw)));
    return act === 'formulier' ? toForm(rq, form.raw) : read(rq, form.raw);
  },
});

/** A forwarded mail at the desk. */
export const mailRoutes: readonly Route[] = [show, send];
