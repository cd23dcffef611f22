import type { ReactNode } from 'react';
import { z } from 'zod';
import { isoDate } from '#platform/calendar/index.ts';
import type { Command } from '#platform/command/command.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { Alert, Heading, Lead, Link, Paragraph } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { actorsOf, type Change, latestChanges } from '../read/changes.ts';
import { gemeenteTexts } from '../texts.ts';
import { Changes } from './changes.tsx';
import { attempt, MistakeSummary, type Mistakes, noMistakes, SaveForm } from './form.tsx';
import type { GemeenteParts } from './parts.ts';
import { type Typed, typedFields } from './typed.ts';

/** What an editor reads: the fields as stored, and whatever else its page shows. */
export interface Loaded<Extra> {
  readonly typed: Typed;
  readonly extra: Extra;
}

/** One kind of thing that an administrator adds and changes on a page of its own. */
export interface Editor<Input, Extra> {
  /** Things stand at `<base>/nieuw` and `<base>/<id>`. */
  readonly base: string;
  /** Where the list of them stands. */
  readonly list: string;
  /** Its name in the history and in the keys of its texts. */
  readonly noun: 'area' | 'buurt' | 'department' | 'division' | 'location';
  /** Reads a thing, or what a new one begins with; throws `not_found`. */
  readonly load: (rq: Rq, db: TenantDb, id: string | null) => Promise<Loaded<Extra>>;
  readonly fields: (rq: Rq, typed: Typed, mistakes: Mistakes, extra: Extra) => ReactNode;
  readonly input: (id: string | null, typed: Typed, today: string) => Input;
  readonly command: Command<Input, string>;
  /** What stands beneath the form of a thing that is there. */
  readonly more?: (rq: Rq, extra: Extra) => ReactNode;
  /** Words for values in its history. */
  readonly words?: (extra: Extra) => ReadonlyMap<string, string>;
}

const policy = 'area.manage';
const idParam = z.object({ id: z.uuid() });

/** The four routes of an editor: the empty form, adding, the thing with its history, changing. */
export const editorRoutes = <Input, Extra>(editor: Editor<Input, Extra>, parts: GemeenteParts): Route[] => {
  const show = async (rq: Rq, id: string | null): Promise<Response> => {
    const view = await rq.read(async (db) => {
      const loaded = await editor.load(rq, db, id);
      const changes = id === null ? [] : await latestChanges(db, rq.gemeente, editor.noun, id);
      const names = await parts.accountNames(db, rq.gemeente, actorsOf(changes));
      return { ...loaded, changes, names };
    });
    return rq.page(editorPage(editor, rq, id, view, noMistakes));
  };
  const save = async (rq: Rq, id: string | null, typed: Typed): Promise<Response> => {
    const tried = await attempt(rq, () => rq.run(editor.command, editor.input(id, typed, isoDate(rq.now))));
    if (tried.ok) return rq.redirect(`${editor.base}/${tried.value}?opgeslagen=ja`);
    const { extra } = await rq.read((db) => editor.load(rq, db, id));
    const view = { typed, extra, changes: [], names: new Map<string, string>() };
    return rq.page(editorPage(editor, rq, id, view, tried.mistakes));
  };
  const newPath = `${editor.base}/nieuw`;
  const path = `${editor.base}/:id`;
  return [
    defineRoute({ method: 'GET', path: newPath, policy, handle: (rq) => show(rq, null) }),
    defineRoute({
      method: 'POST',
      path: newPath,
      policy,
      handle: (rq, { form }) => save(rq, null, typedFields(form.raw)),
    }),
    defineRoute({
      method: 'GET',
      path,
      policy,
      params: idParam,
      handle: (rq, { params }) => show(rq, params.id),
    }),
    defineRoute({
      method: 'POST',
      path,
      policy,
      params: idParam,
      handle: (rq, { params, form }) => save(rq, params.id, typedFields(form.raw)),
    }),
  ];
};

type View<Extra> = Loaded<Extra> & {
  readonly changes: readonly Change[];
  readonly names: ReadonlyMap<string, string>;
};

const editorPage = <Input, Extra>(
  editor: Editor<Input, Extra>,
  rq: Rq,
  id: string | null,
  { typed, extra, changes, names }: View<Extra>,
  mistakes: Mistakes,
): PageContent => {
  const t = rq.texts(gemeenteTexts);
  const title = id === null ? t.dynamic(`${editor.noun}.new`) : typed.text('name') || t('word.nameless');
  const wrong = mistakes !== noMistakes;
  return {
    title,
    width: 'staff',
    current: '/beheer',
    ...(wrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <Paragraph>
          <Link href={editor.list}>{t.dynamic(`${editor.noun}.list`)}</Link>
        </Paragraph>
        <MistakeSummary rq={rq} mistakes={mistakes} />
        {rq.url.searchParams.has('opgeslagen') && !wrong ? (
          <Alert kind="ok" announce title={t('saved.title')} />
        ) : null}
        <Heading level={1}>{title}</Heading>
        <Lead>{t.dynamic(`${editor.noun}.lead`)}</Lead>
        <SaveForm rq={rq} action={`${editor.base}/${id ?? 'nieuw'}`} back={editor.list}>
          {editor.fields(rq, typed, mistakes, extra)}
        </SaveForm>
        {id === null || wrong ? null : editor.more?.(rq, extra)}
        {id === null || wrong ? null : (
          <Changes rq={rq} changes={changes} names={names} words={editor.words?.(extra) ?? new Map()} />
        )}
      </>
    ),
  };
};
