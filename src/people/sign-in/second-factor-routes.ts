import QRCode from 'qrcode';
import type { FieldErrors } from '#platform/errors.ts';
import { noErrors } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Form, type Route } from '#platform/web/route.ts';
import { AFTER_SIGN_IN, sessionCookie, sessionTokenOf } from '../web-session.ts';
import { codeForm } from './forms.ts';
import { giveSecondFactor } from './second-factor.ts';
import { codePage, ENROL, type Enrolment, enrolPage, SECOND_STEP } from './second-factor-pages.tsx';
import { openSecret, secretUri } from './secret.ts';

const LIMIT = { uses: 300, seconds: 900 } as const;

const base = { policy: 'session.use', beforeSecondFactor: true } as const;

/** The secret that waits for its first code; null when this account's app is confirmed, or its secret was wiped. */
const enrolmentOf = async (rq: Rq): Promise<Enrolment | null> => {
  const accountId = rq.signedIn?.accountId;
  if (!accountId) return null;
  const account = await rq.read((db) =>
    db
      .selectFrom('account')
      .select(['id', 'email', 'totp_sealed'])
      .where('gemeente', '=', rq.gemeente)
      .where('id', '=', rq.signedIn?.accountId ?? '')
      .where('totp_confirmed_at', 'is', null)
      .executeTakeFirst(),
  );
  if (!account?.totp_sealed) return null;
  const secret = openSecret(rq.world.keyring, rq.gemeente, account.id, account.totp_sealed);
  const svg = await QRCode.toString(secretUri(secret, `Wijkregie ${rq.tenant.name}`, account.email), {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 4,
  });
  return { secret, picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
};

const answer = async (rq: Rq, form: Form<{ code: string }>): Promise<Response | FieldErrors> => {
  if (rq.signedIn?.secondFactor) return rq.redirect(AFTER_SIGN_IN);
  if (!form.ok) return form.errors;
  const outcome = await rq.run(giveSecondFactor, { code: form.value.code, session: sessionTokenOf(rq) });
  if (!outcome.ok) return { code: outcome.reason };
  return rq.redirect(AFTER_SIGN_IN, [sessionCookie(rq, outcome.token)]);
};

const statusOf = (errors: FieldErrors): number => (errors.code === 'too_many_tries' ? 429 : 422);

const showCode = defineRoute({
  ...base,
  method: 'GET',
  path: SECOND_STEP,
  handle: async (rq) => {
    if (rq.signedIn?.secondFactor) return rq.redirect(AFTER_SIGN_IN);
    const enrolment = await enrolmentOf(rq);
    return enrolment ? rq.redirect(ENROL) : rq.page(codePage(rq, noErrors));
  },
});

const giveCode = defineRoute({
  ...base,
  method: 'POST',
  path: SECOND_STEP,
  form: codeForm,
  maxBody: 5_000,
  limit: LIMIT,
  handle: async (rq, { form }) => {
    const given = await answer(rq, form);
    if (given instanceof Response) return given;
    return rq.page({ ...codePage(rq, given), status: statusOf(given) });
  },
});

const showEnrol = defineRoute({
  ...base,
  method: 'GET',
  path: ENROL,
  handle: async (rq) => {
    if (rq.signedIn?.secondFactor) return rq.redirect(AFTER_SIGN_IN);
    const enrolment = await enrolmentOf(rq);
    return enrolment ? rq.page(enrolPage(rq, enrolment, noErrors)) : rq.redirect(SECOND_STEP);
  },
});

const enrol = defineRoute({
  ...base,
  method: 'POST',
  path: ENROL,
  form: codeForm,
  maxBody: 5_000,
  limit: LIMIT,
  handle: async (rq, { form }) => {
    const given = await answer(rq, form);
    if (given instanceof Response) return given;
    const enrolment = await enrolmentOf(rq);
    if (!enrolment) return rq.redirect(SECOND_STEP);
    return rq.page({ ...enrolPage(rq, enrolment, given), status: statusOf(given) });
  },
});

/** The second factor: setting up an authenticator app, and giving its codes. */
export const secondFactorRoutes: readonly Route[] = [showCode, giveCode, showEnrol, enrol];
