import { z } from 'zod';
import { isId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { attempt, renamed } from '#platform/web/attempt.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { photoAnswer } from '../../public/draft/photos.ts';
import { optionalTextField } from '../../public/parts/fields.ts';
import { noErrors } from '../../public/parts/form-words.ts';
import { atVersion } from '../../staff/version.ts';
import { clearedPhoto } from './cleared.ts';
import { publishSignaal, unpublishSignaal } from './command.ts';
import { publishPath } from './link.tsx';
import { publicPhoto, publishPage } from './page.tsx';
import { readPublish } from './read.ts';

const policy = 'signaal.publish';
const params = z.object({ id: z.string() });

const show = defineRoute({
  method: 'GET',
  path: publishPath(':id'),
  policy,
  params,
  query: z.object({ gedaan: z.string().optional().catch(undefined) }),
  handle: async (rq, input) => {
    const view = await rq.read((db) => readPublish(db, rq, input.params.id));
    const done = input.query.gedaan !== undefined;
    return rq.page(publishPage(rq, { view, typed: null, errors: noErrors, stale: false, done }));
  },
});

const publishForm = z.object({
  versie: z.string().max(300).catch(''),
  tekst: optionalTextField,
  foto: z.array(z.string()).max(100).catch([]).default([]),
});

const send = defineRoute({
  method: 'POST',
  path: publishPath(':id'),
  policy,
  params,
  form: publishForm,
  lists: ['foto'],
  handle: async (rq, { params: { id }, form }) => {
    const again = async (errors: Readonly<Record<string, string>>, stale = false): Promise<Response> => {
      const view = await rq.read((db) => readPublish(db, rq, id));
      return rq.page(publishPage(rq, { view, typed: form.raw, errors, stale, done: false }));
    };
    if (!form.ok) return again(form.errors);
    const { versie, tekst, foto } = form.value;
    const input = { signaalId: id, text: tekst, fileIds: foto };
    const done = await attempt(() => rq.run(atVersion(publishSignaal, versie), input));
    if (done.ok) return rq.redirect(`${publishPath(id)}?gedaan=ja`);
    return done.status === 409
      ? again(noErrors, true)
      : again(renamed(done.errors, { text: 'tekst', form: 'tekst' }));
  },
});

const takeBack = defineRoute({
  method: 'POST',
  path: `${publishPath(':id')}/terug`,
  policy,
  params,
  handle: async (rq, { params: { id } }) => {
    await rq.run(unpublishSignaal, { signaalId: id });
    return rq.redirect(`${publishPath(id)}?gedaan=ja`);
  },
});

const photo = defineRoute({
  method: 'GET',
  path: publicPhoto(':id'),
  policy: 'public.read',
  params,
  handle: async (rq, { params: { id } }) => {
    const bytes = isId(id) ? await rq.read((db) => clearedPhoto(db, rq.gemeente, id)) : null;
    if (!bytes) throw notFound();
    return photoAnswer(bytes);
  },
});

/** Clearing text and photos for everybody, and the photos that were cleared. */
export const publishRoutes: readonly Route[] = [show, send, takeBack, photo];
