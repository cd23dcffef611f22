import { z } from 'zod';
import { isoDate } from '#platform/calendar/index.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { noErrors } from '#platform/web/attempt.ts';
import {
  Alert,
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  Heading,
  Link,
  Own,
  Paragraph,
  RadioGroup,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { referToCare } from '../../commands/reporter-voice.ts';
import { tick } from '../../public/parts/fields.ts';
import { staffTexts } from '../texts.ts';
import { mistakeOf, mistakes } from '../web/mistakes.ts';
import { channels } from './form.ts';

/** A partner to whom somebody can be handed over. */
interface Partner {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly explanation: string;
}

const CARE = '/balie/zorg';
const PARTNERS = `
  select id, name, phone, explanation from referral_partner
  where gemeente = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2) order by position, id limit 50`;

const readPartners = (rq: Rq): Promise<Partner[]> =>
  rq.read((db) => runSql<Partner>(db, PARTNERS, [rq.gemeente, isoDate(rq.now)]));

const careForm = z.object({
  partner: z
    .string()
    .max(100)
    .default('')
    .refine((text) => text !== '', 'partner_missing'),
  kanaal: z.enum(channels).catch('desk'),
  warm: tick,
});

/** The referral card: the desk calls the partner while the visitor is there; no text is kept (0.2 D8). */
const carePage = (
  rq: Rq,
  partners: readonly Partner[],
  channel: string,
  errors: FieldErrors,
): PageContent => {
  const t = rq.texts(staffTexts);
  const wrong = mistakes(rq, errors);
  const options = partners.map(({ id, name, phone, explanation }) => ({
    value: id,
    label: `${name}: ${phone}`,
    description: <Own>{explanation}</Own>,
  }));
  return {
    title: t('care.title'),
    width: 'staff',
    current: '/balie',
    hasErrors: wrong.length > 0,
    status: wrong.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={wrong} />
        <Heading level={1}>{t('care.title')}</Heading>
        <Alert kind="warning" title={t('desk.112')} />
        <Paragraph>{t('care.how')}</Paragraph>
        <Form action={CARE} csrf={rq.csrf}>
          <input type="hidden" name="kanaal" value={channel} />
          <RadioGroup
            name="partner"
            label={t('care.partner')}
            options={[...options, { value: 'other', label: t('care.other') }]}
            {...mistakeOf(rq, errors, 'partner')}
          />
          <Checkbox name="warm" label={t('care.warm')} />
          <Button>{t('care.send')}</Button>
        </Form>
        <Paragraph>
          <Link href="/balie">{t('care.back')}</Link>
        </Paragraph>
      </>
    ),
  };
};

/** A resident is counted by his own form; a handover is staff's, with a role that gives it (C3). */
const policy = 'care.hand_over';

const show = defineRoute({
  method: 'GET',
  path: CARE,
  policy,
  query: z.object({ kanaal: z.enum(channels).catch('desk') }),
  handle: async (rq, { query }) => rq.page(carePage(rq, await readPartners(rq), query.kanaal, noErrors)),
});

const send = defineRoute({
  method: 'POST',
  path: CARE,
  policy,
  form: careForm,
  handle: async (rq, { form }) => {
    const partners = await readPartners(rq);
    const channel = form.raw.text('kanaal');
    if (!form.ok) return rq.page(carePage(rq, partners, channel, form.errors));
    const { partner, kanaal, warm } = form.value;
    const known = partner === 'other' || partners.some(({ id }) => id === partner);
    if (!known) return rq.page(carePage(rq, partners, kanaal, { partner: 'partner_missing' }));
    await rq.run(referToCare, { buurtId: null, channel: kanaal, referredTo: partner, warm });
    return rq.redirect(rq.may('signaal.register') ? '/balie?verwezen=ja' : '/start');
  },
});

/** The card for one person or family. */
export const careRoutes: readonly Route[] = [show, send];
