import { findStreets } from '#gemeente/index.ts';
import { logAccess } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { blindIndex } from '#platform/secrets/index.ts';
import { parseCode } from '#platform/speakable-code/index.ts';
import { searchForm } from '#platform/words.ts';
import { isPhone } from '../../public/report/contact-form.ts';
import { codeHashOf } from '../../store/insert.ts';
import { streetSearch } from '../../store/place.ts';
import { refuse } from '../errors.ts';

/** What the desk types for somebody who comes back. */
export interface Sought {
  /** A code, a number, a telephone number, a mail address, a street or a surname. */
  readonly text: string;
  /** Beside a surname. */
  readonly postcode: string;
}

/** What it was taken for, and what was found; personal data never stand in an address, ids may. */
export type Found =
  | { readonly by: 'code'; readonly signaalId: string; readonly code: string }
  | { readonly by: 'nobody' }
  | { readonly by: 'number'; readonly number: number }
  | { readonly by: 'street'; readonly street: string }
  | { readonly by: 'person'; readonly signaalIds: readonly string[] };

const NUMBER = /^(?:nr\.?|nummer|#)?\s*(\d{1,9})$/i;
const MOST = 20;

/** The access log's name for a search by a person's data; what was sought is not kept. */
export const CONTACT_SEARCHED = 'contact_searched';

/**
 * Finds the signalen of somebody who stands at the desk: by code, by number, by telephone, mail, or surname with postcode
 * (through their blind indexes), or else by street. Which of them the desk may see, the list decides.
 * Throws `search_empty`, `name_needs_postcode`.
 */
export const findForVisitor = defineCommand<Sought, Found>({
  name: 'signaal.find_for_visitor',
  action: 'signaal.register',
  run: async (context, sought) => {
    context.allow();
    const text = sought.text.trim();
    const postcode = sought.postcode.trim();
    if (text === '' && postcode === '') throw refuse('search_empty', { fields: { zoek: 'search_empty' } });
    const code = parseCode(text);
    if ('code' in code) return byCode(context, code.code);
    const [, number] = NUMBER.exec(text) ?? [];
    if (number) return { by: 'number', number: Number(number) };
    if (text.includes('@')) return byPerson(context, { mail: text });
    if (isPhone(text)) return byPerson(context, { phone: text });
    if (postcode !== '') return byPerson(context, { surname: text, postcode });
    return byStreet(context, text);
  },
});

const byCode = async (context: Context, code: string): Promise<Found> => {
  const row = await context.db
    .selectFrom('signaal')
    .select('id')
    .where('gemeente', '=', context.gemeente)
    .where('code_hash', '=', codeHashOf(context, code))
    .executeTakeFirst();
  return row ? { by: 'code', signaalId: row.id, code } : { by: 'nobody' };
};

const byStreet = async ({ db, gemeente }: Context, text: string): Promise<Found> => {
  const wanted = streetSearch(text);
  const [street] = await findStreets(db, gemeente, wanted, 1);
  const isStreet =
    street !== undefined || /(?:straat|laan|weg|plein|pad|hof|kade|singel|dreef)$/.test(wanted);
  if (!isStreet) throw refuse('name_needs_postcode', { fields: { postcode: 'name_needs_postcode' } });
  return { by: 'street', street: street ? searchForm(street.name) : wanted };
};

const COLUMNS = {
  mail: 'mail_index',
  phone: 'phone_index',
  surname: 'name_index',
  postcode: 'postcode_index',
} as const;

const byPerson = async (
  context: Context,
  person: Partial<Record<keyof typeof COLUMNS, string>>,
): Promise<Found> => {
  const { world, gemeente, db, principal, now } = context;
  await logAccess(db, gemeente, now, { kind: CONTACT_SEARCHED, accountId: principal.id });
  let query = db.selectFrom('reporter').select('signaal_id').where('gemeente', '=', gemeente);
  for (const kind of ['mail', 'phone', 'surname', 'postcode'] as const) {
    const value = person[kind];
    if (value === undefined || value === '') continue;
    const index = blindIndex(world.keyring, gemeente, kind, value);
    if (!index) return { by: 'person', signaalIds: [] };
    query = query.where(COLUMNS[kind], '=', index);
  }
  const rows = await query.orderBy('created_at', 'desc').limit(MOST).execute();
  return { by: 'person', signaalIds: [...new Set(rows.map(({ signaal_id }) => signaal_id))] };
};
