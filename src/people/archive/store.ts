import { createHash } from 'node:crypto';
import { moverOf } from '#platform/command/rows.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { refuse } from './errors.ts';
import { listMachine } from './states.ts';

/** How lists change; the words of a reason stay out of the history. */
export const listMover = moverOf({
  table: 'destruction_list',
  machine: listMachine,
  freeText: ['cancel_reason'],
  notAllowed: () => refuse('destruction_moved_on'),
});

/** A line as it goes into the certificate. */
export interface CertifiedLine {
  readonly class: string;
  readonly label: string;
  readonly started_on: string;
  readonly keep_until: string;
  readonly state: 'kept' | 'destroyed' | 'skipped' | 'listed';
}

/** One line of the list as text: its parts, tab-separated. Labels hold no tabs. */
const asText = (line: CertifiedLine): string =>
  [line.class, line.label, line.started_on, line.keep_until, line.state].join('\t');

/**
 * SHA-256 (hexadecimal) over the lines in their order, each ended by a newline: whoever has the CSV of a list can check
 * that it is the one of the certificate (docs/operations.md tells how).
 */
export const digestOf = (lines: readonly CertifiedLine[]): string => {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${asText(line)}\n`);
  return hash.digest('hex');
};

/** All lines of a list in the order of its certificate; a list is bounded when it is drawn up. */
export const linesOf = (db: TenantDb, gemeente: string, listId: string): Promise<CertifiedLine[]> =>
  runSql<CertifiedLine>(
    db,
    `select class, label, started_on, keep_until, state from destruction_item
     where gemeente = $1 and list_id = $2 order by class, started_on, id limit 10000`,
    [gemeente, listId],
  );
