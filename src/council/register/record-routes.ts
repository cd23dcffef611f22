import { z } from 'zod';
import { typedFields } from '#gemeente/index.ts';
import { choosablePeople } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { notFound } from '#platform/errors.ts';
import { attempt } from '#platform/web/attempt.ts';
import { checkForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Form, type RawForm, type Route } from '#platform/web/route.ts';
import { REGISTER } from '../paths.ts';
import { partsOfDated } from '../rules/dated.ts';
import type { Failed } from '../web/failed.ts';
import { readChoices } from './choices.ts';
import { changeDocument, registerDocument } from './documents.ts';
import { documentForm, itemForm, lists } from './forms.ts';
import { changeItem, registerItem } from './items.ts';
import { type AboutRow, readDocument, readItem } from './one.ts';
import type { Filled } from './record-fields.ts';
import { recordFormPage } from './record-form.tsx';
import type { DocumentInput, ItemInput } from './types.ts';

const policy = 'council.register';
const maxBody = 40_000;
const params = z.object({ id: z.uuid() });
type What = 'item' | 'document';

const NO_DATE = { day: '', month: '', year: '' };
const nothing: Filled = { text: () => '', parts: () => NO_DATE, about: [] };

const asTyped = (raw: RawForm): Filled => ({
  text: raw.text,
  parts: typedFields(raw).parts,
  about: raw.all('about'),
});

const asStored = (
  values: Readonly<Record<string, string | number | null>>,
  known: readonly AboutRow[],
): Filled => ({
  text: (name) => String(values[name] ?? ''),
  parts: (name) => {
    const on = values[name];
    const precision = values[`${name}_precision`] ?? 'day';
    if (typeof on !== 'string' || on === '') return NO_DATE;
    return partsOfDated({ on, precision: precision === 'year' || precision === 'month' ? precision : 'day' });
  },
  about: known.map(({ kind, id }) => `${kind}:${id}`),
});

interface Stored {
  readonly what: What;
  readonly filled: Filled;
  readonly known: readonly AboutRow[];
}

const storedRecord = async (rq: Rq, id: string): Promise<Stored> => {
  const { item, document } = await rq.read(async (db) => {
    const found = await readItem(db, rq.gemeente, id, true);
    return {
      item: found,
      document: found ? null : await readDocument(db, rq.gemeente, id, { isStaff: true, withCouncil: true }),
    };
  });
  if (item) {
    const { given_on, owner_account_id, due_on, ...rest } = item.item;
    const values = { ...rest, given: given_on, owner: owner_account_id, due: due_on };
    return { what: 'item', filled: asStored(values, item.about), known: item.about };
  }
  if (!document) throw notFound();
  const { dated_on, replaces_id, ...rest } = document.document;
  const values = { ...rest, dated: dated_on, replaces: replaces_id };
  return { what: 'document', filled: asStored(values, document.about), known: document.about };
};

const show = async (
  rq: Rq,
  what: What,
  id: string | null,
  stored: Omit<Stored, 'what'>,
  failed: Failed | null,
) => {
  const today = isoDate(rq.now);
  const { choices, people } = await rq.read(async (db) => ({
    choices: await readChoices(db, rq.gemeente, today, true),
    people: what === 'item' ? await choosablePeople(db, rq.gemeente, today) : [],
  }));
  return rq.page(recordFormPage(rq, { what, id, choices, people, failed, ...stored }));
};

const failedWith = (form: Form<unknown>, done: { errors: Failed['errors']; status?: 409 | 422 }): Failed => ({
  form: 'record',
  raw: form.raw,
  errors: done.errors,
  status: done.status ?? 422,
});

/** The empty form and the sending of it. */
const making = <Input>(
  path: string,
  what: What,
  schema: z.ZodType<Input>,
  make: (rq: Rq, input: Input) => Promise<string>,
): Route[] => [
  defineRoute({
    method: 'GET',
    path: `${REGISTER}/nieuw/${path}`,
    policy,
    handle: (rq) => show(rq, what, null, { filled: nothing, known: [] }, null),
  }),
  defineRoute({
    method: 'POST',
    path: `${REGISTER}/nieuw/${path}`,
    policy,
    maxBody,
    form: schema,
    lists,
    handle: async (rq, { form }) => {
      const made = form.ok ? await attempt(() => make(rq, form.value)) : form;
      if (made.ok && 'value' in made && typeof made.value === 'string')
        return rq.redirect(`${REGISTER}/${made.value}?opgeslagen=ja`);
      const errors = made.ok ? { errors: {} } : made;
      return show(rq, what, null, { filled: asTyped(form.raw), known: [] }, failedWith(form, errors));
    },
  }),
];

const showChange = defineRoute({
  method: 'GET',
  path: `${REGISTER}/:id/wijzigen`,
  policy,
  params,
  handle: async (rq, { params: { id } }) => {
    const stored = await storedRecord(rq, id);
    return show(rq, stored.what, id, stored, null);
  },
});

/** One address for both kinds of record: the record itself tells which form was sent. */
const changeForm = z.union([documentForm, itemForm]);

const runChange = (
  rq: Rq,
  id: string,
  value: (DocumentInput | ItemInput) & { version: number },
): Promise<void> =>
  'given' in value
    ? rq.run(changeItem, { ...value, itemId: id })
    : rq.run(changeDocument, { ...value, documentId: id });

const formOf = (what: What, raw: RawForm, form: Form<z.infer<typeof changeForm>>) => {
  if (form.ok) return form;
  // The union cannot say which field is wrong; the schema of this very record can.
  return checkForm<z.infer<typeof changeForm>>(what === 'item' ? itemForm : documentForm, raw, lists);
};

const change = defineRoute({
  method: 'POST',
  path: `${REGISTER}/:id/wijzigen`,
  policy,
  maxBody,
  params,
  form: changeForm,
  lists,
  handle: async (rq, { params: { id }, form }) => {
    const stored = await storedRecord(rq, id);
    const checked = formOf(stored.what, form.raw, form);
    const done = checked.ok ? await attempt(() => runChange(rq, id, checked.value)) : checked;
    if (done.ok) return rq.redirect(`${REGISTER}/${id}?opgeslagen=ja`);
    const filled = asTyped(form.raw);
    return show(rq, stored.what, id, { filled, known: stored.known }, failedWith(form, done));
  },
});

/** Making and changing records: the griffie's. */
export const recordRoutes: readonly Route[] = [
  ...making('stuk', 'document', documentForm, (rq, input) => rq.run(registerDocument, input)),
  ...making('toezegging', 'item', itemForm, (rq, input) => rq.run(registerItem, input)),
  showChange,
  change,
];
