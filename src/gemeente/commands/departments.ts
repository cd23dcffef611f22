import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { refuse } from '../errors.ts';
import type { DepartmentKind } from '../read/departments.ts';
import { checkPeriod, type Period } from '../rules/period.ts';
import { lockRow, optionalText, refuseOverlap, requiredText, storeRow } from './dated.ts';

/** A department or partner; `id` null makes a new one. */
export interface DepartmentInput extends Period {
  readonly id: string | null;
  readonly name: string;
  readonly kind: DepartmentKind;
  readonly publicContact: string | null;
}

/** Stores a department. Throws `name_taken` when another with this name shares a day, `desk_needed`, `impossible_date`, `end_before_start`. */
export const saveDepartment = defineCommand<DepartmentInput, string>({
  name: 'department.save',
  action: 'area.manage',
  run: async (context, input) => {
    context.allow();
    checkPeriod(input);
    const known =
      input.id === null ? null : { id: input.id, row: await lockRow(context, 'department', input.id) };
    const name = requiredText(input.name, 'name');
    await refuseOverlap(context, 'department', { name }, input, input.id, 'name_taken');
    const row = {
      name,
      kind: input.kind,
      public_contact: optionalText(input.publicContact, 'publicContact'),
      valid_from: input.validFrom,
      valid_to: input.validTo,
    };
    const id = await storeRow(context, 'department', known, row, newId());
    if (known?.row.kind === 'desk') await refuseWithoutDesk(context);
    return id;
  },
});

/** A signaal never lacks an owner (design.md, law 4): there is always a desk, today and from here on. */
const refuseWithoutDesk = async ({ db, gemeente, today }: Context): Promise<void> => {
  const desks = await runSql(
    db,
    `select id from department
     where gemeente = $1 and kind = 'desk' and valid_from <= $2 and valid_to is null limit 1`,
    [gemeente, today],
  );
  if (desks.length === 0) throw refuse('desk_needed', { fields: { kind: 'desk_needed' } });
};

/** A place where people can walk in; `id` null makes a new one. */
export interface LocationInput extends Period {
  readonly id: string | null;
  readonly name: string;
  readonly address: string;
  readonly openingHours: string;
  readonly phone: string | null;
  readonly buurtId: string | null;
}

/** Stores a location. Throws `name_taken`, `unknown_buurt`, `impossible_date`, `end_before_start`. Returns its id. */
export const saveLocation = defineCommand<LocationInput, string>({
  name: 'location.save',
  action: 'area.manage',
  run: async (context, input) => {
    context.allow();
    checkPeriod(input);
    const known =
      input.id === null ? null : { id: input.id, row: await lockRow(context, 'location', input.id) };
    const name = requiredText(input.name, 'name');
    await refuseOverlap(context, 'location', { name }, input, input.id, 'name_taken');
    if (input.buurtId !== null && !(await isBuurt(context, input.buurtId)))
      throw refuse('unknown_buurt', { fields: { buurtId: 'unknown_buurt' } });
    const row = {
      name,
      address: requiredText(input.address, 'address', 200),
      opening_hours: requiredText(input.openingHours, 'openingHours', 300),
      phone: optionalText(input.phone, 'phone', 40),
      buurt_id: input.buurtId,
      valid_from: input.validFrom,
      valid_to: input.validTo,
    };
    return storeRow(context, 'location', known, row, newId());
  },
});

const isBuurt = async ({ db, gemeente }: Parameters<typeof lockRow>[0], id: string): Promise<boolean> => {
  const rows = await runSql(db, 'select id from buurt where gemeente = $1 and id = $2', [gemeente, id]);
  return rows.length > 0;
};
