import { notify } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { refuse as refuseWords } from '../focuspunt/errors.ts';
import { hasPerson } from '../focuspunt/guarded.ts';
import { holdersOf } from '../focuspunt/holders.ts';
import { nextNumber } from '../focuspunt/number.ts';
import { lockFocuspunt } from '../focuspunt/store.ts';
import { lockRound } from '../round/store.ts';
import type { MemoBudget, MemoContent, MemoPoint } from './content.ts';
import { refuse } from './errors.ts';
import { readPoints } from './snapshot.ts';
import { changeRelease, lockRelease, type Release } from './store.ts';

/** What a memo about a decision needs. */
export interface MakeRelease {
  readonly about: { readonly roundId: string } | { readonly focuspuntId: string };
  readonly title: string;
  readonly intro: string;
  /** Until this moment nobody outside hears of it. */
  readonly embargoUntil: Date;
  /** One human sentence per focuspunt for whoever spoke (0.2 D13), by its id; without one the public summary is used. */
  readonly sentences: Readonly<Record<string, string>>;
  readonly budget: MemoBudget | null;
}

/**
 * Makes the raadsmemo of a decision as a snapshot, under embargo (0.2 D15). Gives its id. Throws `nothing_decided`,
 * `release_exists`, `embargo_in_past`, `sentence_missing`, `text_has_person`.
 */
export const makeRelease = defineCommand<MakeRelease, string>({
  name: 'release.make',
  action: 'release.make',
  run: async (context, input) => {
    context.allow();
    if (context.principal.id === null) throw notFound();
    await holdSubject(context, input.about);
    const points = withSentences(await readPoints(context, input.about), input.sentences);
    if (points.length === 0) throw refuse('nothing_decided', { status: 409 });
    if (await isCovered(context, input.about)) throw refuse('release_exists', { status: 409 });
    if (input.embargoUntil < context.now) {
      throw refuse('embargo_in_past', { fields: { embargo: 'embargo_in_past' } });
    }
    mustNameNobody({ title: input.title, intro: input.intro });
    const content = await contentFor(context, input, points);
    const id = newId();
    await context.db
      .insertInto('news_release')
      .values({
        gemeente: context.gemeente,
        id,
        round_id: 'roundId' in input.about ? input.about.roundId : null,
        focuspunt_id: 'focuspuntId' in input.about ? input.about.focuspuntId : null,
        memo_number: content.memoNumber,
        memo_content: JSON.stringify(content),
        made_by: context.principal.id,
        made_at: context.now,
        embargo_until: input.embargoUntil,
      })
      .execute();
    context.record({
      noun: 'news_release',
      objectId: id,
      action: 'make',
      after: { memo_number: content.memoNumber, embargo_until: input.embargoUntil, points: points.length },
    });
    await askSignatures(context, id);
    return id;
  },
});

/** Two who make a memo of the same decision at once go one after the other. */
const holdSubject = async (context: Context, about: MakeRelease['about']): Promise<void> => {
  if ('focuspuntId' in about) {
    await lockFocuspunt(context, about.focuspuntId);
    return;
  }
  const round = await lockRound(context, about.roundId);
  if (round.state !== 'decided') throw refuse('nothing_decided', { status: 409 });
};

const isCovered = async ({ db, gemeente }: Context, about: MakeRelease['about']): Promise<boolean> => {
  const running = db
    .selectFrom('news_release')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('press_told_at', 'is', null);
  const found = await ('roundId' in about
    ? running.where('round_id', '=', about.roundId)
    : running.where('focuspunt_id', '=', about.focuspuntId)
  ).executeTakeFirst();
  return found !== undefined;
};

const withSentences = (
  points: readonly MemoPoint[],
  sentences: MakeRelease['sentences'],
): readonly MemoPoint[] =>
  points.map((point) => {
    const sentence = (sentences[point.focuspuntId] ?? '').trim() || point.sentence;
    const field = `sentence_${point.focuspuntId}`;
    if (sentence === '') throw refuse('sentence_missing', { fields: { [field]: 'sentence_missing' } });
    mustNameNobody({ [field]: sentence });
    return { ...point, sentence };
  });

const mustNameNobody = (texts: Readonly<Record<string, string>>): void => {
  for (const [field, text] of Object.entries(texts)) {
    if (hasPerson(text)) throw refuseWords('text_has_person', { fields: { [field]: 'text_has_person' } });
  }
};

const contentFor = async (
  context: Context,
  input: MakeRelease,
  points: readonly MemoPoint[],
): Promise<MemoContent> => {
  const year = context.today.slice(0, 4);
  const next = await nextNumber(context, 'news_release', `RM-${year}-%`);
  const tenant = await context.db
    .selectFrom('tenant')
    .select('name')
    .where('gemeente', '=', context.gemeente)
    .executeTakeFirstOrThrow();
  return {
    title: input.title.trim(),
    gemeente: tenant.name,
    memoNumber: `RM-${year}-${String(next).padStart(3, '0')}`,
    madeOn: context.today,
    intro: input.intro.trim(),
    points: [...points],
    budget: input.budget && input.budget.lines.length > 0 ? input.budget : null,
  };
};

const askSignatures = async (context: Context, releaseId: string): Promise<void> => {
  const signers = await holdersOf(context, ['mayor', 'municipal_secretary']);
  await notify(context, signers, 'focus_sign', 'news_release', releaseId);
};

/** The mayor signs. Throws `signed_already`. */
export const signAsMayor = defineCommand<{ readonly releaseId: string }, void>({
  name: 'release.sign_as_mayor',
  action: 'release.sign_as_mayor',
  run: async (context, { releaseId }) => {
    context.allow();
    const release = await lockRelease(context, releaseId);
    if (release.mayor_signed_at !== null) throw refuse('signed_already', { status: 409 });
    const change = { signed_by_mayor: context.principal.id, mayor_signed_at: context.now };
    await changeRelease(context, release, 'sign_as_mayor', change);
    wake(context, { ...release, ...change });
  },
});

/** The municipal secretary signs. Throws `signed_already`. */
export const signAsSecretary = defineCommand<{ readonly releaseId: string }, void>({
  name: 'release.sign_as_secretary',
  action: 'release.sign_as_secretary',
  run: async (context, { releaseId }) => {
    context.allow();
    const release = await lockRelease(context, releaseId);
    if (release.secretary_signed_at !== null) throw refuse('signed_already', { status: 409 });
    const change = { signed_by_secretary: context.principal.id, secretary_signed_at: context.now };
    await changeRelease(context, release, 'sign_as_secretary', change);
    wake(context, { ...release, ...change });
  },
});

/** Both have signed and the embargo is over: the news goes at once; else a job looks each minute. */
const wake = (context: Context, release: Release): void => {
  if (release.mayor_signed_at !== null && release.secretary_signed_at !== null) {
    context.emit('release.signed', release.id);
  }
};

/**
 * Ends the embargo now, by mayor or municipal secretary; the raad hears first, then the others, in their order.
 * Throws `not_signed_yet`, `released_already`.
 */
export const releaseNews = defineCommand<{ readonly releaseId: string }, void>({
  name: 'release.release',
  action: 'release.release',
  run: async (context, { releaseId }) => {
    context.allow();
    const release = await lockRelease(context, releaseId);
    if (release.released_at !== null) throw refuse('released_already', { status: 409 });
    if (release.mayor_signed_at === null || release.secretary_signed_at === null) {
      throw refuse('not_signed_yet', { status: 409 });
    }
    const embargo = release.embargo_until < context.now ? release.embargo_until : context.now;
    await changeRelease(context, release, 'release', { embargo_until: embargo, released_at: context.now });
    context.emit('release.released', release.id);
  },
});
