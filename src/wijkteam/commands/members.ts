import { areaBuurten, departments } from '#gemeente/index.ts';
import { addCorrespondent, choosablePeople, reachesObject } from '#people/index.ts';
import { isPlainDate, plusDays } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { refuse, refuseField } from '../errors.ts';

/** A new member of a wijkteam. Empty texts where nothing was given; days as `YYYY-MM-DD`. */
export interface NewMember {
  readonly areaId: string;
  readonly departmentId: string;
  readonly function: string;
  readonly name: string;
  readonly mail: string;
  readonly accountId: string | null;
  readonly publicContact: string;
  readonly standing: boolean;
  readonly validFrom: string;
}

const LONGEST = 120;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Adds an organisation to the wijkteam of an area, in a function (S11). It is reached by an account or by mail; the
 * address is kept sealed. Gives the member's id. Throws `organisation_unknown`, `function_missing`, `reachable_missing`.
 */
export const addMember = defineCommand<NewMember, string>({
  name: 'wijkteam.add_member',
  action: 'wijkteam.manage',
  run: async (context, input) => {
    await allowArea(context, input.areaId);
    await checkMember(context, input);
    const { db, gemeente } = context;
    const correspondentId = input.accountId === null ? await correspondentOf(context, input) : null;
    const id = newId();
    const values = {
      area_id: input.areaId,
      department_id: input.departmentId,
      function: input.function.trim(),
      account_id: input.accountId,
      correspondent_id: correspondentId,
      public_contact: input.publicContact.trim() || null,
      standing: input.standing,
      valid_from: input.validFrom,
      valid_to: null,
    };
    await db
      .insertInto('wijkteam_member')
      .values({ gemeente, id, ...values })
      .execute();
    context.record({ noun: 'wijkteam_member', objectId: id, action: 'added', after: values });
    return id;
  },
});

const correspondentOf = (context: Context, { name, mail }: NewMember): Promise<string> =>
  addCorrespondent(context, {
    purpose: 'advice',
    name: name.trim(),
    mail: mail.trim(),
    lang: 'nl',
    confirmed: true,
  });

/** Asks the gate with the buurten of the area. Throws `not_found` where there is no such area. */
export const allowArea = async (context: Context, areaId: string): Promise<void> => {
  const buurtIds = await areaBuurten(context.db, context.gemeente, context.today, areaId);
  context.allow(reachesObject(context.principal, { buurtIds }));
  if (buurtIds.length === 0) throw refuseField('area', 'area_unknown');
};

const checkMember = async (context: Context, input: NewMember): Promise<void> => {
  const { db, gemeente, today } = context;
  if (input.function.trim() === '') throw refuseField('function', 'function_missing');
  for (const field of ['function', 'name', 'mail', 'publicContact'] as const) {
    if (input[field].length > LONGEST) throw refuseField(field, 'field_too_long');
  }
  if (!isPlainDate(input.validFrom)) throw refuseField('validFrom', 'date_missing');
  const known = await departments(db, gemeente, today);
  if (!known.some(({ id }) => id === input.departmentId)) {
    throw refuseField('departmentId', 'organisation_unknown');
  }
  if (input.accountId !== null) return mustBeChoosable(context, input.accountId);
  if (input.mail.trim() === '') throw refuseField('mail', 'reachable_missing');
  if (!MAIL.test(input.mail.trim())) throw refuseField('mail', 'mail_unreadable');
};

const mustBeChoosable = async (context: Context, accountId: string): Promise<void> => {
  const people = await choosablePeople(context.db, context.gemeente, context.today);
  if (!people.some(({ id }) => id === accountId)) throw refuseField('accountId', 'account_unknown');
};

/** Ends a membership after a last day; access by it ends with it (D13). Throws `already_ended`, `ends_before_start`. */
export const endMember = defineCommand<{ memberId: string; lastDay: string }, void>({
  name: 'wijkteam.end_member',
  action: 'wijkteam.manage',
  run: async (context, { memberId, lastDay }) => {
    const { db, gemeente } = context;
    const member = await db
      .selectFrom('wijkteam_member')
      .select(['area_id', 'valid_from', 'valid_to'])
      .where('gemeente', '=', gemeente)
      .where('id', '=', memberId)
      .forUpdate()
      .executeTakeFirst();
    if (!member) throw notFound();
    await allowArea(context, member.area_id);
    if (member.valid_to !== null) throw refuse('already_ended', { status: 409 });
    if (!isPlainDate(lastDay)) throw refuseField('lastDay', 'date_missing');
    if (lastDay < member.valid_from) throw refuseField('lastDay', 'ends_before_start');
    const validTo = plusDays(lastDay, 1);
    await db
      .updateTable('wijkteam_member')
      .set({ valid_to: validTo })
      .where('gemeente', '=', gemeente)
      .where('id', '=', memberId)
      .execute();
    const [before, after] = [{ valid_to: null }, { valid_to: validTo }];
    context.record({ noun: 'wijkteam_member', objectId: memberId, action: 'ended', before, after });
  },
});
