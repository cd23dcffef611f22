/** A column that holds sealed values, and the place each value is bound to. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The `row` of the sealed place, from the id of the row. */
  readonly row: (id: string) => string;
}

/**
 * Every sealed column of the house. A test compares this list with the tables, and opens what the rooms sealed. Links
 * that wait in the outbox are not here: they live half an hour, and old keys stay in the key file.
 */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'account', column: 'totp_sealed', row: (id) => `account/${id}/totp` },
  { table: 'correspondent', column: 'sealed', row: (id) => `correspondent/${id}/sealed` },
  { table: 'correspondent', column: 'token_sealed', row: (id) => `correspondent/${id}/token` },
  { table: 'draft', column: 'content', row: (id) => `draft/${id}/content` },
  {
    table: 'focuspunt_advice',
    column: 'token_sealed',
    row: (id) => `focuspunt_advice/${id}/token`,
  },
  { table: 'reporter', column: 'sealed', row: (id) => `reporter/${id}/sealed` },
  { table: 'signaal', column: 'code_sealed', row: (id) => `signaal/${id}/code` },
];
