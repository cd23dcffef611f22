import { defineCommand } from '#platform/command/command.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { refuse as refusePlatform } from '#platform/errors.ts';
import { countUse } from '#platform/rate-count.ts';
import { parseCode } from '#platform/speakable-code/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { SignaalError } from '../../errors.ts';
import { codeHashOf } from '../../store/insert.ts';
import { type Followed, lookAt } from './read.ts';

/** Codes of ours that do not exist, an hour, before a visitor is asked to call. Typing errors do not count: they tell nothing. */
const MOST_MISSES = 20;
const HOUR = 3_600;

const bucketOf = (visitor: string): string => `volg:${visitor}`;

/** A code that leads to a signaal, or why it does not. */
export type Looked<Found> =
  | { readonly code: string; readonly found: Found }
  | { readonly problem: Extract<SignaalError, 'code_unreadable' | 'code_unknown' | 'code_too_often'> };

/** Counts one guess; a hit is never counted, so whoever has a code can look as often as he likes. */
const countMiss = defineCommand<{ visitor: string }, void>({
  name: 'signaal.code_missed',
  action: 'signaal.follow',
  run: async (context, { visitor }) => {
    context.allow();
    await countUse(context.db, context.gemeente, bucketOf(visitor), context.now, HOUR);
  },
});

/** The beginning of the hour in which guesses are counted. */
const windowOf = (now: Date): Date => new Date(Math.floor(now.getTime() / (HOUR * 1000)) * HOUR * 1000);

/**
 * Opens what a code leads to, with one read transaction: the signaal and whatever `more` reads with it. A code that is none
 * of ours is `code_unreadable`, an unknown one counts as a guess, and after twenty of those even a right one waits.
 */
export const lookUp = async <More>(
  rq: Rq,
  typed: string,
  more: (db: TenantDb, signaal: Followed) => Promise<More>,
): Promise<Looked<More>> => {
  const parsed = parseCode(typed);
  if (!('code' in parsed)) return { problem: 'code_unreadable' };
  const { code } = parsed;
  const answer = await rq.read(async (db) => {
    const { gemeente, visitor, now } = rq;
    const hash = codeHashOf(rq, code);
    const { misses, signaal } = await lookAt(db, gemeente, hash, bucketOf(visitor), windowOf(now));
    if (misses >= MOST_MISSES) return { problem: 'code_too_often' } as const;
    return signaal ? { code, found: await more(db, signaal) } : ({ problem: 'code_unknown' } as const);
  });
  if ('problem' in answer && answer.problem === 'code_unknown')
    await rq.run(countMiss, { visitor: rq.visitor });
  return answer;
};

/** The signaal behind a code, for what is done to it. Throws "not found" or "too many" when the code leads nowhere. */
export const mustLookUp = async <More>(
  rq: Rq,
  typed: string,
  more: (db: TenantDb, signaal: Followed) => Promise<More>,
): Promise<{ code: string; found: More }> => {
  const looked = await lookUp(rq, typed, more);
  if ('found' in looked) return looked;
  if (looked.problem === 'code_too_often') throw refusePlatform('too_many', { status: 429 });
  throw refusePlatform('not_found', { status: 404 });
};
