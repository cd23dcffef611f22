import { formatDate } from '#platform/calendar/index.ts';
import { Paragraph, Section, Table } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { ReactionTable } from '../public/reactions.tsx';
import { focuspuntTexts } from '../texts.ts';
import type { Work } from './read.ts';

/** The two answers beside each other, with their numbers, as the college gets them (0.2 D4). */
export const Answers = ({ rq, work }: { rq: Rq; work: Work }) => {
  const t = rq.texts(focuspuntTexts);
  if (work.reactionUntil === null) return null;
  const answered = work.asked.filter(({ stance }) => stance !== null).length;
  return (
    <Section id="antwoorden" title={t('answers.title')}>
      <Paragraph>
        {t('answers.advice', { answered, asked: work.asked.length })}{' '}
        {work.adviceDueAt === null
          ? ''
          : t('answers.advice_until', { day: formatDate(work.adviceDueAt, rq.lang) })}
      </Paragraph>
      {work.asked.length === 0 ? null : (
        <Table
          lang={rq.lang}
          caption={t('answers.members')}
          rows={work.asked}
          rowKey={({ id }) => id}
          columns={[
            { key: 'who', header: t('answers.who'), rowHeader: true, cell: ({ who }) => who },
            {
              key: 'stance',
              header: t('answers.stance'),
              cell: ({ stance, hasAddress }) =>
                stance === null
                  ? t(hasAddress ? 'answers.silent' : 'answers.no_address')
                  : t(`stance.${stance}`),
            },
            { key: 'text', header: t('answers.text'), cell: ({ text }) => text ?? '' },
          ]}
        />
      )}
      <Paragraph>{t('answers.reactions_until', { day: formatDate(work.reactionUntil, rq.lang) })}</Paragraph>
      <ReactionTable rq={rq} reactions={work.reactions} />
    </Section>
  );
};
