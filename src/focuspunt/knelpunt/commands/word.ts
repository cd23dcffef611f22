import { defineCommand } from '#platform/command/command.ts';
import { refuse } from '../errors.ts';
import { openKnelpunt } from '../store/load.ts';
import { changeKnelpunt } from '../store/move.ts';
import { mustBePublic, tellReporters } from '../store/tell.ts';
import { mustBeTheme } from './make.ts';

/**
 * Says one human sentence to all reporters of a knelpunt, in their channels, once (D13; C4 "knelpunt made/changed").
 * The same sentence again tells nobody twice. Throws `sentence_missing`, `public_text_has_person`. Gives how many heard it.
 */
export const sayWord = defineCommand<{ knelpuntId: string; sentence: string }, { told: number }>({
  name: 'knelpunt.say',
  action: 'knelpunt.make',
  run: async (context, input) => {
    const { knelpunt } = await openKnelpunt(context, input.knelpuntId);
    const sentence = input.sentence.trim();
    if (sentence === '') throw refuse('sentence_missing', { fields: { sentence: 'sentence_missing' } });
    mustBePublic(sentence, 'sentence');
    const same = sentence === knelpunt.public_sentence && knelpunt.word > 0;
    const said = same
      ? knelpunt
      : await changeKnelpunt(context, knelpunt, 'said', {
          public_sentence: sentence,
          word: knelpunt.word + 1,
        });
    const told = await tellReporters(context, said, knelpunt.word === 0 ? 'bundled' : 'changed');
    context.emit('knelpunt.said', knelpunt.id);
    return { told };
  },
});

/** Sets title, theme, place and supposition right. Throws `title_missing`, `theme_unknown`, `public_text_has_person`. */
export const describeKnelpunt = defineCommand<
  { knelpuntId: string; title: string; themeId: string | null; placeNote: string; hypothesis: string },
  void
>({
  name: 'knelpunt.describe',
  action: 'knelpunt.make',
  run: async (context, input) => {
    const { knelpunt } = await openKnelpunt(context, input.knelpuntId);
    if (input.title.trim() === '') throw refuse('title_missing', { fields: { title: 'title_missing' } });
    mustBePublic(input.title, 'title');
    mustBePublic(input.hypothesis, 'hypothesis');
    mustBePublic(input.placeNote, 'place');
    if (input.themeId !== null) await mustBeTheme(context, input.themeId);
    await changeKnelpunt(context, knelpunt, 'described', {
      title: input.title.trim(),
      category_id: input.themeId,
      place_note: input.placeNote.trim() || null,
      hypothesis: input.hypothesis.trim(),
    });
  },
});
