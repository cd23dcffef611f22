import { correspondentFingerprints } from '#people/index.ts';
import type { SealedColumn } from '#platform/transfer/sealed.ts';
import { codeFingerprints, contactFingerprints } from '#signaal/index.ts';

/**
 * Every sealed column of the house, with the columns that are worked out from it. A test compares this list with the
 * tables, and opens what the rooms sealed. Links that wait in the outbox are not here: they live half an hour, and old keys
 * stay in the key file.
 */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'account', column: 'totp_sealed', row: (id) => `account/${id}/totp` },
  {
    table: 'correspondent',
    column: 'sealed',
    row: (id) => `correspondent/${id}/sealed`,
    fingerprints: { columns: ['mail_index'], of: correspondentFingerprints },
  },
  { table: 'correspondent', column: 'token_sealed', row: (id) => `correspondent/${id}/token` },
  { table: 'draft', column: 'content', row: (id) => `draft/${id}/content` },
  {
    table: 'focuspunt_advice',
    column: 'token_sealed',
    row: (id) => `focuspunt_advice/${id}/token`,
  },
  { table: 'import_chunk', column: 'sealed', row: (id) => `import_chunk/${id}/sealed` },
  { table: 'import_run', column: 'sealed', row: (id) => `import_run/${id}/sealed` },
  {
    table: 'reporter',
    column: 'sealed',
    row: (id) => `reporter/${id}/sealed`,
    fingerprints: {
      columns: ['name_index', 'mail_index', 'phone_index', 'postcode_index'],
      of: contactFingerprints,
    },
  },
  {
    table: 'signaal',
    column: 'code_sealed',
    row: (id) => `signaal/${id}/code`,
    fingerprints: { columns: ['code_hash'], of: codeFingerprints },
  },
];
