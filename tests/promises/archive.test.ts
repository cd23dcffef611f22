import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isPassing, recordClasses } from '#people/index.ts';
import '#site/compose.ts';
import { copyTemplate, type DatabaseUrls } from '#testing/template.ts';
import { checkRecordTables } from './checks/archive.ts';
import { connected } from './support/clients.ts';
import { GLOBAL_TABLES } from './support/global-tables.ts';

/** Tables that hold no records of the municipality's business, each with what clears or bounds it. */
const NO_RECORDS: Readonly<Record<string, string>> = {
  history: 'who did what: kept for ever, without words of residents (design.md, history)',
  access_log: 'the operator clears it after seven years (docs/operations.md)',
  account: 'people who work here; a holding ends, the name stays beside what was decided',
  account_word: 'finds accounts by name',
  role_holding: 'rights with their days, beside what was decided',
  session: 'cleared every hour once ended',
  sign_in_link: 'cleared every hour once expired',
  draft: 'gone after a day',
  idempotency: 'cleared by its moment',
  rate_count: 'cleared by its window',
  handled_event: 'cleared by its moment',
  notice: 'points at a record, holds no words',
  term: 'points at a record, holds no words',
  print_batch: 'counts letters',
  setting: 'how the municipality set up the program, with its days',
  text_override: 'how the municipality words the program, with its days',
  buurt: 'the map with its days',
  area: 'the map with its days',
  area_buurt: 'the map with its days',
  division: 'the map with its days',
  street: 'the map with its days',
  department: 'the organisation with its days',
  location: 'the organisation with its days',
  category: 'the subjects with their days',
  routing_rule: 'the rules with their days',
  standard_text: 'the wording with its days',
  referral_partner: 'the card with its days',
  counter_product: 'counts per day at the desk',
  gate_count: 'counts per month, never content (product.md C5.1)',
  signaal_number: 'the next number',
  knot_number: 'the next number',
  partner_link: 'a right that ended, without words',
  correspondent: 'wiped when its purpose ends (product.md C5.6)',
  follow: 'ends when whoever follows stops',
  pattern_suggestion: 'what the search found, made anew each night',
  pattern_suggestion_signaal: 'what the search found, made anew each night',
  buurt_outline: 'the map with its days',
  key_figure: 'figures of CBS by buurt and year, no persons',
  import_mapping: 'how columns of another system are read',
  import_run: 'the counts of an import: kept as proof of where signalen came from',
  import_chunk: 'what was sent to be imported: gone when the run ends',
  import_rejection: 'rows that were refused: gone with the run',
  uploaded_file: 'what was sent to be imported: gone when it was read',
  destruction_list: 'the certificates: kept for ever',
  destruction_item: 'the certificates: kept for ever',
};

let urls: DatabaseUrls & { drop: () => Promise<void> };
let tables: string[];
beforeAll(async () => {
  urls = await copyTemplate(inject('database'));
  tables = await connected(urls.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
         and not relname = any ($1::text[]) order by relname`,
      [GLOBAL_TABLES],
    );
    return rows.map(({ name }) => name);
  });
});
afterAll(() => urls.drop());

describe('every table', () => {
  it('is a record with a time to be kept, or says why it is none', () => {
    const { seen, breaches } = checkRecordTables(tables, recordClasses(), NO_RECORDS);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(90);
  });

  it('has classes that go and classes that stay', () => {
    expect(recordClasses().filter(isPassing).length).toBeGreaterThanOrEqual(10);
    expect(recordClasses().filter((one) => !isPassing(one)).length).toBeGreaterThanOrEqual(5);
  });
});

describe('seen red', () => {
  const lamp = { id: 'lamp', keep: 'permanent', tables: ['lamp'] } as const;
  it.each([
    ['a table that was forgotten', ['lamp', 'shade'], [lamp], {}, 'shade: nobody says how long it is kept'],
    ['a table of two classes', ['lamp'], [lamp, { ...lamp, id: 'light' }], {}, 'lamp: stands in two places'],
    ['a table that is not there', ['lamp'], [lamp], { shade: 'gone' }, 'shade: is no table'],
  ])('finds %s', (_what, names, classes, none, complaint) => {
    expect(checkRecordTables(names, classes, none).breaches).toEqual([complaint]);
    expect(checkRecordTables(['lamp'], [lamp], {}).breaches).toEqual([]);
  });
});
