import type { Area, Department } from '#gemeente/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { type DateParts, Select } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { roleTexts } from '../role-page/texts.ts';
import { roles, sides } from '../roles.ts';
import { peopleTexts } from '../texts.ts';
import { errorOf } from '../web-form.ts';
import type { Choosable } from '../who.ts';
import { isGivable } from './rules.ts';

/** A role as typed. */
export interface TypedHolding {
  readonly role: string;
  readonly department: string;
  readonly area: string;
  readonly behalf: string;
  readonly from: DateParts;
  readonly last: DateParts;
}

/** What a role can be bound to today. */
interface HoldingChoices {
  readonly departments: readonly Department[];
  readonly areas: readonly Area[];
  readonly people: readonly Choosable[];
}

/** The roles that can be given, by side. */
export const roleOptions = (rq: Rq) => {
  const t = rq.texts(roleTexts);
  return sides.map((side) => ({
    group: t(`side.${side}`),
    options: roles
      .filter((role) => role.side === side && isGivable(role.id))
      .map((role) => ({ value: role.id, label: t.dynamic(`role.${role.id}`) })),
  }));
};

/** To what a role is bound: a department, an area, the person it acts for. */
export const BoundFields = ({ rq, choices, typed, errors }: HoldingPageParts & { rq: Rq }) => {
  const t = rq.texts(peopleTexts);
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select
        name="department"
        label={t('holding.department')}
        description={t('holding.department.hint')}
        emptyLabel={t('holding.none')}
        value={typed.department}
        options={named(choices.departments)}
        {...errorOf(errors, 'department', t)}
      />
      <Select
        name="area"
        label={t('holding.area')}
        description={t('holding.area.hint')}
        emptyLabel={t('holding.everywhere')}
        value={typed.area}
        options={choices.areas.map(({ id, name, divisionName }) => ({
          value: id,
          label: `${name} (${divisionName})`,
        }))}
        {...errorOf(errors, 'area', t)}
      />
      <Select
        name="behalf"
        label={t('holding.behalf')}
        description={t('holding.behalf.hint')}
        emptyLabel={t('holding.nobody')}
        value={typed.behalf}
        options={named(choices.people)}
        {...errorOf(errors, 'behalf', t)}
      />
    </>
  );
};

/** The form of a role: what it can be bound to, and as typed. */
export interface HoldingPageParts {
  readonly choices: HoldingChoices;
  readonly typed: TypedHolding;
  readonly errors: FieldErrors;
}
