import { formatDate } from '#platform/calendar/index.ts';
import { HonestNumber, Paragraph, Quote, Section, Table } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { stances } from '../commands/advise.ts';
import { focuspuntTexts } from '../texts.ts';
import type { PublicFocuspunt, ReactionCount } from './read.ts';

const CHANNELS = ['web', 'desk', 'phone', 'paper'] as const;

const sumOf = (counts: readonly ReactionCount[], fits: (count: ReactionCount) => boolean): number =>
  counts.filter(fits).reduce((sum, { n }) => sum + n, 0);

/** Each way in with how many agree: paper, telephone and desk count as much as the website (G13). */
export const ReactionTable = ({ rq, reactions }: { rq: Rq; reactions: readonly ReactionCount[] }) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('reactions.by_channel')}
      rows={CHANNELS}
      rowKey={(channel) => channel}
      columns={[
        { key: 'channel', header: t('reactions.channel'), cell: (channel) => t(`channel.${channel}`) },
        ...stances.map((stance) => ({
          key: stance,
          header: t(`stance.${stance}`),
          numeric: true,
          cell: (channel: (typeof CHANNELS)[number]) =>
            String(sumOf(reactions, (one) => one.channel === channel && one.stance === stance)),
        })),
      ]}
    />
  );
};

/** What residents said so far: numbers at once, words only after somebody looked at them. */
export const Reactions = ({ rq, focuspunt }: { rq: Rq; focuspunt: PublicFocuspunt }) => {
  const t = rq.texts(focuspuntTexts);
  const { reactions, texts } = focuspunt;
  const total = sumOf(reactions, () => true);
  if (focuspunt.reactionUntil === null) return null;
  return (
    <Section id="reacties" title={t('reactions.title')}>
      <HonestNumber
        lang={rq.lang}
        label={t('reactions.total')}
        measured={{
          value: String(total),
          sample: String(total),
          source: t('reactions.source'),
          date: formatDate(rq.now, rq.lang),
          definition: { label: t('reactions.definition') },
        }}
      />
      {total === 0 ? null : <ReactionTable rq={rq} reactions={reactions} />}
      {texts.map(({ id, text, stance }) => (
        <Quote key={id} by={t(`stance.${stance}`)}>
          {text}
        </Quote>
      ))}
      {total > texts.length && total > 0 ? <Paragraph small>{t('reactions.clearing')}</Paragraph> : null}
    </Section>
  );
};
