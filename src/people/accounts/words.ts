import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { wordsOf } from '#platform/words.ts';

const MOST_WORDS = 40;

/** Keeps the words by which an account is found: of its name, and of its address before and after the @. */
export const indexAccount = async (
  db: TenantDb,
  gemeente: string,
  accountId: string,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<void> => {
  await db
    .deleteFrom('account_word')
    .where('gemeente', '=', gemeente)
    .where('account_id', '=', accountId)
    .execute();
  const words = wordsOf(`${name} ${email}`, MOST_WORDS);
  if (words.length === 0) return;
  await db
    .insertInto('account_word')
    .values(words.map((word) => ({ gemeente, word, account_id: accountId })))
    .execute();
};

/** The last character there is: with it a beginning of a word becomes a range, which the index can serve. */
const AFTER_ALL = '\u{10FFFF}';

/** From where to where the words lie that begin as the typed ones do; at most four words count. */
export const wordRanges = (typed: string): { from: string; to: string }[] =>
  wordsOf(typed, 4).map((word) => ({ from: word, to: word + AFTER_ALL }));
