import type { Rq } from '#platform/web/request.ts';
import type { NewKnelpunt } from '../read/new.ts';
import { knelpuntTexts } from '../texts.ts';

/** What the system can write already: a person only has to read it over. */
export const prefilled = (rq: Rq, { theme, street, signalen, suggestionId }: NewKnelpunt) => {
  const t = rq.texts(knelpuntTexts);
  if (signalen.length === 0) return { title: '', sentence: '' };
  const what = theme ?? t('new.something');
  const where = street ?? t('new.somewhere');
  const voices = signalen.reduce((sum, { joined }) => sum + 1 + joined, 0);
  const sentence =
    voices === 1
      ? t('new.sentence_one', { street: where })
      : t('new.sentence', { count: voices, street: where });
  return {
    title: t('new.title', { theme: what, street: where }),
    sentence: suggestionId === null ? '' : sentence,
  };
};
