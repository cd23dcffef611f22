import { z } from 'zod';
import { newId } from '#platform/database/ids.ts';
import { attempt, renamed } from '#platform/web/attempt.ts';
import { IDEMPOTENCY_FIELD } from '#platform/web/components/index.ts';
import { emptyForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { PHOTO_FORM_BYTES } from '../../public/draft/photos.ts';
import { noErrors } from '../../public/parts/form-words.ts';
import { readOneGiven } from '../given/read.ts';
import { FIELD_NAMES, tellShape } from '../tell/form.ts';
import { type Again, receive, referAway } from '../tell/receive.ts';
import { quickNote } from './command.ts';
import { NOTE, noteChannels, notedPage, notePage } from './page.tsx';

const policy = 'signaal.quick_note';

const show = defineRoute({
  method: 'GET',
  path: NOTE,
  policy,
  query: z.object({ klaar: z.string().optional().catch(undefined) }),
  handle: async (rq, { query }) => {
    const accountId = rq.principal.id;
    const done =
      query.klaar && accountId
        ? await rq.read((db) =>
            readOneGiven(db, rq.gemeente, { accountId, source: 'staff' }, query.klaar ?? ''),
          )
        : null;
    return rq.page(done ? notedPage(rq, done) : notePage(rq, { again: EMPTY, once: newId() }));
  },
});

const EMPTY: Again = { raw: emptyForm, errors: noErrors };

const showAgain = (rq: Rq, again: Again): Promise<Response> =>
  rq.page(notePage(rq, { again, once: again.raw.text(IDEMPOTENCY_FIELD) || newId() }));

const send = defineRoute({
  method: 'POST',
  path: NOTE,
  policy,
  maxBody: PHOTO_FORM_BYTES,
  form: z.object({ ...tellShape, hoe: z.enum(noteChannels).catch('street') }),
  handle: async (rq, { form }) => {
    const received = await receive(form);
    if (received.kind === 'person') return referAway(rq);
    if (received.kind === 'again') return showAgain(rq, received.again);
    const { told, value } = received;
    const given = await attempt(() => rq.run(quickNote, { told, channel: value.hoe, lang: rq.lang }));
    if (given.ok) return rq.redirect(`${NOTE}?klaar=${given.value.signaalId}`);
    return showAgain(rq, { raw: form.raw, errors: renamed(given.errors, FIELD_NAMES) });
  },
});

/** The street quick-note. */
export const quickRoutes: readonly Route[] = [show, send];
