import { z } from 'zod';
import { attempt, noErrors, renamed } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { correctReporter, eraseReporter, readReporter } from '../../commands/contact.ts';
import { lineField } from '../../public/parts/fields.ts';
import { contactForm, reachableBy } from '../../public/report/contact-form.ts';
import { actionsFor } from '../actions.ts';
import { type ContactPage, contactPage } from './contact-page.tsx';
import { readCore } from './core.ts';
import { readDetail } from './model.ts';
import { detailPage } from './page.tsx';

const idParam = z.object({ id: z.string() });
const SIGNAAL = '/signalen/:id';

/** Opens and logs; the reason is asked outside one's own task only (0.2 D10). */
const openContacts = async (
  rq: Rq,
  id: string,
  reason: string,
  failed: ContactPage['failed'],
): Promise<ContactPage> => {
  const core = await rq.read((db) => readCore(db, rq, id));
  const acts = actionsFor(rq.principal, core.facts, core.signaal, core.parts);
  const people = await rq.run(readReporter, { signaalId: id, reason });
  return {
    signaalId: id,
    number: core.signaal.number,
    people,
    mayCorrect: acts.signaal.has('correct'),
    failed,
  };
};

const show = defineRoute({
  method: 'POST',
  path: `${SIGNAAL}/contact`,
  policy: 'reporter.read',
  params: idParam,
  form: z.object({ reden: lineField }),
  handle: async (rq, { params: { id }, form }) => {
    const core = await rq.read((db) => readCore(db, rq, id));
    const { reasonAsked } = actionsFor(rq.principal, core.facts, core.signaal, core.parts);
    const reason = form.raw.text('reden').trim();
    const errors = form.ok ? noErrors : form.errors;
    const missing = reasonAsked && reason === '' ? { reden: 'read_reason_missing' } : errors;
    if (Object.keys(missing).length === 0)
      return rq.page(contactPage(rq, await openContacts(rq, id, reason, null)));
    const failed = { form: 'contact', raw: form.raw, errors: missing, stale: false };
    return rq.page(detailPage(rq, await readDetail(rq, id, failed)));
  },
});

const correct = defineRoute({
  method: 'POST',
  path: `${SIGNAAL}/contact/:reporter`,
  policy: 'reporter.correct',
  params: z.object({ id: z.string(), reporter: z.uuid() }),
  form: contactForm,
  handle: async (rq, { params: { id, reporter }, form }) => {
    const failedWith = async (errors: ContactPage['failed']) =>
      rq.page(contactPage(rq, await openContacts(rq, id, '', errors)));
    if (!form.ok) return failedWith({ reporterId: reporter, raw: form.raw, errors: form.errors });
    const { contact } = reachableBy(form.value);
    const done = await attempt(() =>
      rq.run(correctReporter, { signaalId: id, reporterId: reporter, contact }),
    );
    if (done.ok) return rq.redirect(`/signalen/${id}?gedaan=corrected`);
    return failedWith({ reporterId: reporter, raw: form.raw, errors: renamed(done.errors, {}) });
  },
});

const erase = defineRoute({
  method: 'POST',
  path: `${SIGNAAL}/contact-wissen`,
  policy: 'reporter.erase',
  params: idParam,
  handle: async (rq, { params: { id } }) => {
    await rq.run(eraseReporter, { signaalId: id });
    return rq.redirect(`/signalen/${id}?gedaan=erased`);
  },
});

/** Reading, correcting and erasing who reported. */
export const contactRoutes: readonly Route[] = [show, correct, erase];
