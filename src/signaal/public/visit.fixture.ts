import { type SmallTown, smallTown } from '#testing/signaal.ts';
import { type Answer, type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { publicSignaalRecurring, publicSignaalRoutes } from './index.ts';

type Fields = Parameters<TestClient['submit']>[1];

/** A small town whose residents have the public pages, and nothing else. */
export interface PublicTown {
  readonly tw: TestWorld;
  readonly town: SmallTown;
  readonly site: TestSite;
  readonly sql: <Row extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;
}

/** Opens the small town; `tw.close()` ends it. */
export const publicTown = async (start?: string): Promise<PublicTown> => {
  const tw = await testWorld({ recurring: publicSignaalRecurring, ...(start ? { start } : {}) });
  const town = await smallTown(tw);
  const site = testSite(tw, publicSignaalRoutes);
  return {
    tw,
    town,
    site,
    sql: (text, values = []) => asOwner(tw.urls, town.gemeente, text, [town.gemeente, ...values]),
  };
};

/** What a resident fills in, page by page. */
export interface Filled {
  readonly text?: Fields;
  readonly place?: Fields;
  readonly contact?: Fields;
}

/** A text that the rule of the small town sends to Groen. */
export const A_TEXT = 'Er ligt een grote tak op het fietspad.';

/** Fills in the first page; gives the answer to it. */
export const fillText = async (client: TestClient, fields: Fields = {}): Promise<Answer> =>
  client.submit(await client.get('/melden'), { tekst: A_TEXT, ...fields });

/** Fills in the first two pages; gives the third. */
export const toLastPage = async (client: TestClient, { text, place }: Filled = {}): Promise<Answer> => {
  const third = await toNeighbours(client, { ...(text ? { text } : {}), ...(place ? { place } : {}) });
  const isOffered = third.text.includes('name="aansluiten"');
  return isOffered ? client.follow(await client.submit(third, { aansluiten: '' })) : third;
};

/** Fills in the first two pages; gives what others told already, or the last page when nobody did. */
export const toNeighbours = async (client: TestClient, { text, place }: Filled = {}): Promise<Answer> => {
  const second = await client.follow(await fillText(client, text));
  return client.follow(await client.submit(second, { straat: 'Dorpsstraat 12', ...place }));
};

/** Fills in and sends all pages; gives the receipt. */
export const report = async (client: TestClient, filled: Filled = {}): Promise<Answer> =>
  client.follow(await client.submit(await toLastPage(client, filled), filled.contact ?? {}));

/** The code on a receipt. */
export const codeOn = (receipt: Answer): string => {
  const code = /wr-code__value"[^>]*>([^<]+)</.exec(receipt.text)?.[1];
  if (!code) throw new Error(`No code on this page:\n${receipt.text.slice(0, 2_000)}`);
  return code.trim().replaceAll(' ', '-');
};

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#x27': "'", amp: '&' };

/** The words of a page as a person reads them. */
export const wordsOn = (answer: Answer): string =>
  answer.text
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(lt|gt|quot|#x27|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replaceAll('\u00ad', '')
    .replace(/\s+/g, ' ');

/** All tables in which any column of any row holds this text. */
export const tablesHolding = async ({ sql }: PublicTown, marker: string): Promise<string[]> => {
  const tables = await sql<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') and $1 <> ''`,
  );
  if (tables.length < 30) throw new Error(`Only ${tables.length} tables were looked through`);
  const holding: string[] = [];
  for (const { name } of tables) {
    const [row] = await sql<{ found: number }>(
      `select count(*)::int as found from ${name} t where t::text ilike '%' || $2 || '%' and $1 <> ''`,
      [marker],
    );
    if (row && row.found > 0) holding.push(name);
  }
  return holding;
};
