import { departments, endOfTerm, readSettings } from '#gemeente/index.ts';
import { endOfDay, isoDate } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { isId, newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { anonymous } from '#platform/policy/principal.ts';
import { hashToken, randomToken } from '#platform/secrets/index.ts';
import type { Lang } from '#platform/texts/catalogue.ts';
import { refuse } from '../../errors.ts';
import { identifiesPerson } from '../../rules/identifies.ts';
import { type Given, giveTold } from '../tell/give.ts';
import type { Told } from '../tell/receive.ts';
import { longestLink } from './settings.ts';
import { findLink } from './store.ts';

/** A standing partner with an account (rapport L270-272) gives as its organisation: that of the role by which it may. */
export const giveAsPartner = defineCommand<{ told: Told; lang: Lang }, Given>({
  name: 'signaal.give_as_partner',
  action: 'signaal.give_as_partner',
  run: async (context, { told, lang }) => {
    const sourceDepartmentId = context.allow()?.departmentId ?? null;
    const voice = { source: 'partner', channel: 'web', sourceDepartmentId, lang } as const;
    return giveTold(context, context.principal, told, voice);
  },
});

interface NewPartnerLink {
  readonly departmentId: string;
  /** Who gets it, as a function: "meldkamer". */
  readonly label: string;
  /** The last day on which it works, `YYYY-MM-DD`. */
  readonly until: string | null;
}

/**
 * Makes a link for a partner without accounts; the token is shown once and only its hash stays. Throws `partner_unknown`,
 * `text_missing`, `text_names_person`, `date_missing`, `date_in_past` and `link_too_long` above the setting.
 */
export const makePartnerLink = defineCommand<NewPartnerLink, { id: string; token: string }>({
  name: 'partner_link.make',
  action: 'partner_link.manage',
  run: async (context, { departmentId, label, until }) => {
    context.allow();
    const { db, gemeente, now, principal } = context;
    await mustBePartner(context, departmentId);
    if (label === '') throw refuse('text_missing', { fields: { voor: 'text_missing' } });
    if (identifiesPerson(label)) throw refuse('text_names_person', { fields: { voor: 'text_names_person' } });
    const expiresAt = await endOfLink(context, until);
    const id = newId();
    const token = randomToken();
    await db
      .insertInto('partner_link')
      .values({
        gemeente,
        id,
        department_id: departmentId,
        token_hash: hashToken(token),
        label,
        made_by: principal.id ?? '',
        created_at: now,
        expires_at: expiresAt,
        revoked_at: null,
        last_used_at: null,
      })
      .execute();
    context.record({
      noun: 'partner_link',
      objectId: id,
      action: 'made',
      after: { department_id: departmentId, label, expires_at: expiresAt.toISOString() },
    });
    return { id, token };
  },
});

const mustBePartner = async ({ db, gemeente, today }: Context, departmentId: string): Promise<void> => {
  const partners = await departments(db, gemeente, today, 'partner');
  if (!partners.some(({ id }) => id === departmentId)) {
    throw refuse('partner_unknown', { fields: { partner: 'partner_unknown' } });
  }
};

const endOfLink = async ({ db, gemeente, today, now }: Context, until: string | null): Promise<Date> => {
  const wrong = (code: 'date_missing' | 'date_in_past' | 'link_too_long') =>
    refuse(code, { fields: { tot: code } });
  if (until === null) throw wrong('date_missing');
  if (until < today) throw wrong('date_in_past');
  const settings = await readSettings(db, gemeente, today);
  const end = endOfDay(until);
  if (end > endOfDay(isoDate(endOfTerm(settings, longestLink, now)))) throw wrong('link_too_long');
  return end;
};

/** Ends a link at once. Doing it twice is no fault; another municipality's is "not found". */
export const revokePartnerLink = defineCommand<{ partnerLinkId: string }, void>({
  name: 'partner_link.revoke',
  action: 'partner_link.manage',
  run: async (context, { partnerLinkId }) => {
    context.allow();
    const { db, gemeente, now } = context;
    if (!isId(partnerLinkId)) throw notFound();
    const link = await db
      .selectFrom('partner_link')
      .select(['id', 'revoked_at'])
      .where('gemeente', '=', gemeente)
      .where('id', '=', partnerLinkId)
      .forUpdate()
      .executeTakeFirst();
    if (!link) throw notFound();
    if (link.revoked_at) return;
    await db
      .updateTable('partner_link')
      .set({ revoked_at: now })
      .where('gemeente', '=', gemeente)
      .where('id', '=', partnerLinkId)
      .execute();
    context.record({
      noun: 'partner_link',
      objectId: partnerLinkId,
      action: 'revoked',
      before: { revoked_at: null },
      after: { revoked_at: now.toISOString() },
    });
  },
});

/** Whoever has a link that works gives as its organisation. Throws `link_gone` (404) for any other link. */
export const giveByLink = defineCommand<{ token: string; told: Told; lang: Lang }, Given>({
  name: 'partner_link.give',
  action: 'partner_link.use',
  run: async (context, { token, told, lang }) => {
    const { db, gemeente, now } = context;
    context.allow((_, reach) => reach === 'code');
    const link = await findLink(db, gemeente, token, now);
    if (!link) throw refuse('link_gone', { status: 404 });
    const given = await giveTold(context, anonymous, told, {
      source: 'partner',
      channel: 'web',
      sourceDepartmentId: link.departmentId,
      partnerLinkId: link.id,
      lang,
    });
    await db
      .updateTable('partner_link')
      .set({ last_used_at: now })
      .where('gemeente', '=', gemeente)
      .where('id', '=', link.id)
      .execute();
    context.record({
      noun: 'partner_link',
      objectId: link.id,
      action: 'used',
      after: { signaal_id: given.signaalId },
    });
    return given;
  },
});
