import { runSql } from '#platform/database/tenant-transaction.ts';
import type { MessageTemplate } from '#platform/mail/template.ts';
import { translator } from '#platform/texts/catalogue.ts';
import { reporterTemplate } from '#signaal/index.ts';
import { KNELPUNT_MESSAGE, type News } from './store/tell.ts';
import { knelpuntTexts } from './texts.ts';

interface Said {
  readonly news: News;
  readonly title: string;
  readonly sentence: string;
  readonly others: number;
}

const SAID = `
  select k.title, k.word, case when k.state = 'no_action' then k.public_reason else k.public_sentence end as sentence,
    (select count(*)::int from knelpunt_signaal ks
      where ks.gemeente = $1 and ks.knelpunt_id = k.id and ks.removed_at is null) - 1 as others
  from knelpunt k where k.gemeente = $1 and k.id::text = $2`;

const newsOf = (value: unknown): News =>
  value === 'changed' || value === 'resolved' || value === 'no_action' ? value : 'bundled';

/** One human sentence for all reporters of a knelpunt (D13); an older sentence is not sent when a newer one follows. */
const knelpuntMessage = reporterTemplate<Said>({
  name: KNELPUNT_MESSAGE,
  load: async (_world, db, { gemeente, variables }) => {
    const [row] = await runSql<Omit<Said, 'news'> & { word: number }>(db, SAID, [
      gemeente,
      String(variables.knelpuntId),
    ]);
    if (!row || row.sentence === '' || row.word !== variables.word) return null;
    return { ...row, news: newsOf(variables.news) };
  },
  words: ({ lang, about, followLine }, { news, title, sentence, others }) => {
    const t = translator(knelpuntTexts, lang);
    return {
      subject: t.dynamic(`letter.${news}.subject`, { ...about }),
      paragraphs: [
        others > 0 && news === 'bundled'
          ? t('letter.bundled.others', { ...about, title, others })
          : t.dynamic(`letter.${news}.about`, { ...about, title }),
        sentence,
        followLine,
      ],
    };
  },
});

/** Everything that this part of the room sends. */
export const knelpuntTemplates: readonly MessageTemplate[] = [knelpuntMessage];
