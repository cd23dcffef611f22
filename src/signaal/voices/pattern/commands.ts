import { areasOf, endOfTerm, readSettings } from '#gemeente/index.ts';
import { namedInText } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { isId, newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { endTerms, startTerm } from '#platform/terms.ts';
import { refuse, type SignaalError } from '../../errors.ts';
import { nextNumber } from '../../store/insert.ts';
import { patternTerm } from './settings.ts';
import { type CarePattern, decidersOf, movePattern, openPattern, tellAbout } from './store.ts';

/** How many people a pattern is about, roughly: never a number that could be one family. */
export type SizeClass = CarePattern['size_class'];

interface NewPattern {
  readonly themeId: string;
  readonly areaId: string;
  readonly sizeClass: SizeClass;
  readonly note: string;
}

const wrong = (field: string, code: SignaalError) => refuse(code, { fields: { [field]: code } });

/** Names and addresses are refused here by everybody and for every reason: nothing overrides it (C1.10, C5). */
const mustNameNobody = (field: string, text: string): void => {
  if (namedInText(text).length > 0) throw wrong(field, 'names_refused');
};

/**
 * A collective pattern from the care network passes the gate: a theme, an area, a size class, perhaps a sentence
 * (rapport L556-560). Throws `theme_unknown`, `area_unknown` and `names_refused`. The wijkregisseur of the area sees it.
 */
export const givePattern = defineCommand<NewPattern, string>({
  name: 'care_pattern.give',
  action: 'care_pattern.give',
  run: async (context, { themeId, areaId, sizeClass, note }) => {
    context.allow();
    const { db, gemeente, now, principal } = context;
    mustNameNobody('toelichting', note);
    await mustBeTheme(context, themeId);
    await mustBeArea(context, areaId);
    const id = newId();
    await db
      .insertInto('care_pattern')
      .values({
        gemeente,
        id,
        number: await nextNumber(context),
        category_id: themeId,
        area_id: areaId,
        size_class: sizeClass,
        note: note === '' ? null : note,
        state: 'offered',
        question: null,
        answer: null,
        decision_note: null,
        given_by: principal.id ?? '',
        created_at: now,
        decided_by: null,
        decided_at: null,
      })
      .execute();
    await startDeciding(context, id);
    await tellAbout(context, await decidersOf(context, areaId), 'given', id);
    const after = { category_id: themeId, area_id: areaId, size_class: sizeClass, note: secret(note) };
    context.record({
      noun: 'care_pattern',
      objectId: id,
      action: 'given',
      after: { ...after, state: 'offered' },
    });
    context.emit('care_pattern.given', id);
    return id;
  },
});

const startDeciding = async (context: Context, id: string): Promise<void> => {
  const settings = await readSettings(context.db, context.gemeente, context.today);
  const due = endOfTerm(settings, patternTerm, context.now);
  await startTerm(context, 'care_pattern', { kind: 'care_pattern', id }, due);
};

const THEME = `select id from category where gemeente = $1 and id = $2 and parent_id is null
  and valid_from <= $3 and (valid_to is null or valid_to > $3)`;

const mustBeTheme = async ({ db, gemeente, today }: Context, id: string): Promise<void> => {
  const [row] = !isId(id) ? [] : await runSql(db, THEME, [gemeente, id, today]);
  if (!row) throw wrong('thema', 'theme_unknown');
};

const mustBeArea = async ({ db, gemeente, today }: Context, id: string): Promise<void> => {
  const areas = await areasOf(db, gemeente, today);
  if (!areas.some((area) => area.id === id)) throw wrong('gebied', 'area_unknown');
};

interface Words {
  readonly carePatternId: string;
  readonly version: number;
  readonly text: string;
}

const recordStep = (context: Context, { id, state }: CarePattern, action: string, text: string): void =>
  context.record({
    noun: 'care_pattern',
    objectId: id,
    action,
    before: { state },
    after: { text: secret(text) },
  });

/** The wijkregisseur asks the giver something. Throws `text_missing` and `names_refused`. */
export const askAboutPattern = defineCommand<Words, void>({
  name: 'care_pattern.ask',
  action: 'care_pattern.decide',
  run: async (context, { carePatternId, version, text }) => {
    const pattern = await openPattern(context, carePatternId, version);
    if (text === '') throw wrong('vraag', 'text_missing');
    mustNameNobody('vraag', text);
    await movePattern(context, pattern, 'ask', { question: text, answer: null });
    await endTerms(context, [pattern.id], ['care_pattern'], 'met');
    await tellAbout(context, [pattern.given_by], 'question', pattern.id);
    recordStep(context, pattern, 'asked', text);
  },
});

/** The giver answers; the wijkregisseur sees it and the term begins anew. Throws `answer_missing` and `names_refused`. */
export const answerAboutPattern = defineCommand<Words, void>({
  name: 'care_pattern.reply',
  action: 'care_pattern.give',
  run: async (context, { carePatternId, version, text }) => {
    const pattern = await openPattern(context, carePatternId, version);
    if (text === '') throw wrong('antwoord', 'text_missing');
    mustNameNobody('antwoord', text);
    await movePattern(context, pattern, 'reply', { answer: text });
    await startDeciding(context, pattern.id);
    await tellAbout(context, await decidersOf(context, pattern.area_id), 'replied', pattern.id);
    recordStep(context, pattern, 'replied', text);
  },
});

/** The wijkregisseur takes the pattern in; from then on it can join a knelpunt. A sentence to the giver may go with it. */
export const acceptPattern = defineCommand<Words, void>({
  name: 'care_pattern.accept',
  action: 'care_pattern.decide',
  run: async (context, { carePatternId, version, text }) => {
    const pattern = await openPattern(context, carePatternId, version);
    mustNameNobody('zin', text);
    await decide(context, pattern, 'accept', text === '' ? null : text);
    context.emit('care_pattern.accepted', pattern.id);
  },
});

/** The wijkregisseur declines, always with a reason that the giver reads. Throws `reason_missing`. */
export const declinePattern = defineCommand<Words, void>({
  name: 'care_pattern.decline',
  action: 'care_pattern.decide',
  run: async (context, { carePatternId, version, text }) => {
    const pattern = await openPattern(context, carePatternId, version);
    if (text === '') throw wrong('reden', 'reason_missing');
    mustNameNobody('reden', text);
    await decide(context, pattern, 'decline', text);
  },
});

const decide = async (
  context: Context,
  pattern: CarePattern,
  step: 'accept' | 'decline',
  note: string | null,
): Promise<void> => {
  const { now, principal } = context;
  await movePattern(context, pattern, step, {
    decision_note: note,
    decided_by: principal.id,
    decided_at: now,
  });
  await endTerms(context, [pattern.id], ['care_pattern'], 'met');
  const told = step === 'accept' ? 'accepted' : 'declined';
  await tellAbout(context, [pattern.given_by], told, pattern.id);
  recordStep(context, pattern, told, note ?? '');
};
