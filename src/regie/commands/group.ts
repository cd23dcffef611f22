import { areaBuurten, areasOf, departments, endOfTerm, readSettings } from '#gemeente/index.ts';
import { inspectText, mustRemove, reachesObject } from '#people/index.ts';
import { isPlainDate } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { isId, newId } from '#platform/database/ids.ts';
import type { ResidentsGroupTable } from '#platform/database/schema.gen.ts';
import { endTerms, startTerm } from '#platform/terms.ts';
import { refuse } from '../errors.ts';
import { groupCheck } from '../settings.ts';
import { changeGroup, openGroup } from '../store/group.ts';
import { mustBeSentence } from './raise.ts';

/** The traits in which groups differ (rapport L634-635), and what the group is about. */
export interface GroupInput {
  readonly name: string;
  readonly about: string;
  readonly areaId: string;
  readonly size: ResidentsGroupTable['size'];
  readonly professionalism: ResidentsGroupTable['professionalism'];
  readonly reachability: ResidentsGroupTable['reachability'];
  readonly representativity: ResidentsGroupTable['representativity'];
  /** "Toekomst zeker tot" (S54); null when nobody knows. */
  readonly continuityUntil: string | null;
  /** A public address of the group itself, such as a website; never a person's. */
  readonly publicContact: string | null;
}

/** Registers a group of residents with its traits; its home comes by a move. Throws what is missing, by field. Gives its id. */
export const registerGroup = defineCommand<GroupInput, string>({
  name: 'group.register',
  action: 'group.manage',
  run: async (context, input) => {
    const { db, gemeente, today, now } = context;
    const known = isId(input.areaId);
    const buurtIds = known ? await areaBuurten(db, gemeente, today, input.areaId) : [];
    // Without an area there is nothing to lie outside of: the form then says that it is missing.
    context.allow(known ? reachesObject(context.principal, { buurtIds }) : undefined);
    const values = await checkedGroup(context, input);
    const id = newId();
    await db
      .insertInto('residents_group')
      .values({ ...values, gemeente, id, checked_on: today, created_at: now })
      .execute();
    const { about: _, public_contact: __, ...kept } = values;
    context.record({ noun: 'residents_group', objectId: id, action: 'registered', after: kept });
    await startCheck(context, id);
    context.emit('group.registered', id);
    return id;
  },
});

/** The yearly look at a group: its traits are set right, or confirmed as they are. Throws `changed_meanwhile`. */
export const checkGroup = defineCommand<GroupInput & { groupId: string; version: number }, void>({
  name: 'group.check',
  action: 'group.manage',
  run: async (context, input) => {
    const group = await openGroup(context, input.groupId, input.version);
    const values = await checkedGroup(context, input);
    await changeGroup(context, group, 'checked', { ...values, checked_on: context.today });
    await endTerms(context, [group.id], ['group_check'], 'met');
    await startCheck(context, group.id);
  },
});

const startCheck = async (context: Context, id: string): Promise<void> => {
  const settings = await readSettings(context.db, context.gemeente, context.today);
  const due = endOfTerm(settings, groupCheck, context.now);
  await startTerm(context, 'group_check', { kind: 'residents_group', id }, due);
};

const checkedGroup = async ({ db, gemeente, today }: Context, input: GroupInput) => {
  const fields: Record<string, string> = {};
  if (input.name.trim() === '') fields.name = 'name_missing';
  if (input.about.trim() === '') fields.about = 'sentence_missing';
  const typed = { name: input.name, about: input.about, contact: input.publicContact ?? '' };
  for (const [field, text] of Object.entries(typed)) {
    if (text.length > 1_000) fields[field] = 'text_too_long';
    // A group's own website may be named; a person's telephone or address may not.
    else if (mustRemove(inspectText(text)).length > 0) fields[field] = 'text_has_person';
  }
  const until = input.continuityUntil;
  if (until !== null && !isPlainDate(until)) fields.continuity = 'date_unreadable';
  const areas = await areasOf(db, gemeente, today);
  if (!areas.some(({ id }) => id === input.areaId)) fields.area = 'area_missing';
  const [first] = Object.keys(fields);
  if (first !== undefined) throw refuse('name_missing', { fields });
  return {
    name: input.name.trim().slice(0, 200),
    about: input.about.trim(),
    area_id: input.areaId,
    size: input.size,
    professionalism: input.professionalism,
    reachability: input.reachability,
    representativity: input.representativity,
    continuity_until: input.continuityUntil,
    public_contact: input.publicContact?.trim() || null,
  };
};

/** A department that can be a home: one that does work, or the wijkregie. Throws `department_missing`. */
export const mustBeHome = async ({ db, gemeente, today }: Context, departmentId: string): Promise<void> => {
  const known = await departments(db, gemeente, today);
  const found = known.find(({ id }) => id === departmentId);
  if (!found || (found.kind !== 'vakafdeling' && found.kind !== 'wijkregie'))
    throw refuse('department_missing', { fields: { department: 'department_missing' } });
};

/** A group that is no more; what was asked of departments ends with it. Throws `changed_meanwhile`, `reason_missing`. */
export const endGroup = defineCommand<{ groupId: string; version: number; reason: string }, void>({
  name: 'group.end',
  action: 'group.manage',
  run: async (context, { groupId, version, reason }) => {
    const group = await openGroup(context, groupId, version);
    if (reason.trim() === '') throw refuse('reason_missing', { fields: { reason: 'reason_missing' } });
    mustBeSentence(reason, 'reason');
    if (group.ended_at !== null) throw refuse('step_not_allowed', { status: 409 });
    await changeGroup(context, group, 'ended', { ended_at: context.now });
    await endTerms(context, [group.id], 'all', 'cancelled');
  },
});
