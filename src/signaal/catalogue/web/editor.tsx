import type { ReactNode } from 'react';
import { z } from 'zod';
import {
  MistakeSummary,
  type Mistakes,
  noMistakes,
  SaveForm,
  type Typed,
  typedFields,
} from '#gemeente/index.ts';
import type { Command } from '#platform/command/command.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { Alert, Heading, Lead, Link, Paragraph } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Form, type Route } from '#platform/web/route.ts';
import type { ChangeRow } from '../read.ts';
import { catalogueTexts } from '../texts.ts';
import { formSchema, save } from './attempt.ts';
import { Changes, type Names } from './changes.tsx';

/** The action of the role matrix behind every page of the catalogue. */
export const policy = 'category.manage';
export const idParam = z.object({ id: z.uuid() });

/** What an editor reads: the fields as stored, what else its page shows, and what was changed before. */
export interface Loaded<Extra> {
  readonly typed: Typed;
  readonly extra: Extra;
  readonly changes: readonly ChangeRow[];
  readonly names: Names;
}

/** Null makes a new one. */
interface Identified {
  readonly id: string | null;
}

/** One kind of thing that the administrator adds and changes on a page of its own. */
export interface Editor<Input extends Identified, Extra> {
  /** The list; things stand at `<base>/nieuw` and `<base>/<id>`. */
  readonly base: string;
  /** Its part of the keys of the texts. */
  readonly noun: 'subject' | 'standardText' | 'partner';
  /** The field that names it. */
  readonly title: string;
  readonly schema: z.ZodType<Input>;
  readonly command: Command<Input, string>;
  /** Reads a thing, or what a new one begins with. Throws `not_found`. */
  readonly load: (rq: Rq, db: TenantDb, id: string | null) => Promise<Loaded<Extra>>;
  readonly fields: (rq: Rq, typed: Typed, mistakes: Mistakes, extra: Extra) => ReactNode;
  /** What was typed, as the schema wants it; the id comes from the address. */
  readonly values: (typed: Typed) => Readonly<Record<string, unknown>>;
  /** What stands beneath the form of a thing that is there. */
  readonly more?: (rq: Rq, extra: Extra) => ReactNode;
}

/** The four routes of an editor: the empty form, adding, the thing with its history, changing. */
export const editorRoutes = <Input extends Identified, Extra>(editor: Editor<Input, Extra>): Route[] => {
  const show = async (rq: Rq, id: string | null): Promise<Response> => {
    const loaded = await rq.read((db) => editor.load(rq, db, id));
    return rq.page(editorPage(editor, rq, id, loaded, noMistakes));
  };
  const change = async (rq: Rq, id: string | null, form: Form<Input>): Promise<Response> => {
    const saved = await save(rq, form, (value) => rq.run(editor.command, { ...value, id }));
    if (saved.ok) return rq.redirect(`${editor.base}/${saved.id}?opgeslagen=ja`);
    const loaded = await rq.read((db) => editor.load(rq, db, id));
    const typed = typedFields(form.raw);
    return rq.page(editorPage(editor, rq, id, { ...loaded, typed }, saved.mistakes));
  };
  const [newPath, path] = [`${editor.base}/nieuw`, `${editor.base}/:id`];
  const params = idParam;
  const form = formSchema((typed) => ({ ...editor.values(typed), id: null }), editor.schema);
  return [
    defineRoute({ method: 'GET', path: newPath, policy, handle: (rq) => show(rq, null) }),
    defineRoute({
      method: 'POST',
      path: newPath,
      policy,
      form,
      handle: (rq, input) => change(rq, null, input.form),
    }),
    defineRoute({ method: 'GET', path, policy, params, handle: (rq, input) => show(rq, input.params.id) }),
    defineRoute({
      method: 'POST',
      path,
      policy,
      params,
      form,
      handle: (rq, input) => change(rq, input.params.id, input.form),
    }),
  ];
};

/** The page of one thing: its form, what belongs to it, and its history. */
export const editorPage = <Input extends Identified, Extra>(
  editor: Editor<Input, Extra>,
  rq: Rq,
  id: string | null,
  { typed, extra, changes, names }: Loaded<Extra>,
  mistakes: Mistakes,
): PageContent => {
  const t = rq.texts(catalogueTexts);
  const title = id === null ? t(`${editor.noun}.new`) : typed.text(editor.title) || t(`${editor.noun}.one`);
  const wrong = mistakes !== noMistakes;
  const saved = rq.url.searchParams.has('opgeslagen') && !wrong;
  return {
    title,
    width: 'staff',
    current: '/beheer',
    ...(wrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <Paragraph>
          <Link href={editor.base}>{t(`${editor.noun}.list`)}</Link>
        </Paragraph>
        <MistakeSummary rq={rq} mistakes={mistakes} />
        {saved ? <Alert kind="ok" announce title={t('saved.title')} /> : null}
        <Heading level={1}>{title}</Heading>
        <Lead>{t(`${editor.noun}.lead`)}</Lead>
        <SaveForm rq={rq} action={`${editor.base}/${id ?? `nieuw${rq.url.search}`}`} back={editor.base}>
          {editor.fields(rq, typed, mistakes, extra)}
        </SaveForm>
        {id === null ? null : editor.more?.(rq, extra)}
        {id === null ? null : <Changes rq={rq} changes={changes} names={names} />}
      </>
    ),
  };
};
