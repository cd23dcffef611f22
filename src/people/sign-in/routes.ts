import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { noErrors } from '#platform/web/attempt.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { AFTER_SIGN_IN, noSessionCookie, sessionCookie, sessionTokenOf } from '../web-session.ts';
import { askSignInLink, signInByLink, signOut } from './commands.ts';
import { askForm } from './forms.ts';
import { linkWorks } from './links.ts';
import { askedPage, askPage, deadLinkPage, linkPage } from './pages.tsx';
import { ENROL, SECOND_STEP } from './second-factor-pages.tsx';

// Any text: a link that lost its end in the mail gets the page that tells what to do, not "not found".
const tokenParam = z.object({ token: z.string().max(500) });
// A whole town hall comes in at nine through one address; what one mailbox or one account bears is limited elsewhere.
const ASK_LIMIT = { uses: 100, seconds: 900 } as const;
/** Milliseconds that asking takes at least: writing a mail takes some, and a quicker answer would tell who has no account. */
export const ASKING_TAKES = 250;
const LINK_LIMIT = { uses: 300, seconds: 900 } as const;

const showAsk = defineRoute({
  method: 'GET',
  path: '/aanmelden',
  policy: 'public.read',
  beforeSecondFactor: true,
  handle: async (rq) => {
    if (rq.signedIn) return rq.redirect(rq.signedIn.secondFactor ? AFTER_SIGN_IN : SECOND_STEP);
    return rq.page(askPage(rq, '', noErrors));
  },
});

const ask = defineRoute({
  method: 'POST',
  path: '/aanmelden',
  policy: 'public.read',
  beforeSecondFactor: true,
  form: askForm,
  maxBody: 5_000,
  limit: ASK_LIMIT,
  handle: async (rq, { form }) => {
    if (!form.ok) return rq.page({ ...askPage(rq, form.raw.text('email'), form.errors), status: 422 });
    await Promise.all([rq.run(askSignInLink, form.value), wait(ASKING_TAKES)]);
    return rq.redirect('/aanmelden/verstuurd');
  },
});

const showAsked = defineRoute({
  method: 'GET',
  path: '/aanmelden/verstuurd',
  policy: 'public.read',
  beforeSecondFactor: true,
  handle: async (rq) => rq.page(askedPage(rq)),
});

const showLink = defineRoute({
  method: 'GET',
  path: '/aanmelden/link/:token',
  policy: 'public.read',
  beforeSecondFactor: true,
  limit: LINK_LIMIT,
  params: tokenParam,
  handle: async (rq, { params: { token } }) => {
    const works = await rq.read((db) => linkWorks(db, rq.gemeente, token, rq.now));
    return rq.page(works ? linkPage(rq, token) : deadLinkPage(rq));
  },
});

const followLink = defineRoute({
  method: 'POST',
  path: '/aanmelden/link/:token',
  policy: 'public.read',
  beforeSecondFactor: true,
  limit: LINK_LIMIT,
  maxBody: 5_000,
  params: tokenParam,
  handle: async (rq, { params: { token } }) => {
    const outcome = await rq.run(signInByLink, { token, oldSession: sessionTokenOf(rq) });
    if (!outcome) return rq.page(deadLinkPage(rq));
    return rq.redirect(outcome.enrol ? ENROL : SECOND_STEP, [sessionCookie(rq, outcome.token)]);
  },
});

const leave = defineRoute({
  method: 'POST',
  path: '/afmelden',
  policy: 'public.read',
  beforeSecondFactor: true,
  maxBody: 5_000,
  handle: async (rq) => {
    const token = sessionTokenOf(rq);
    if (token) await rq.run(signOut, { token });
    return rq.redirect('/', [noSessionCookie(rq)]);
  },
});

/** Coming in by a link from a mail, and going out. */
export const signInRoutes: readonly Route[] = [showAsk, ask, showAsked, showLink, followLink, leave];
