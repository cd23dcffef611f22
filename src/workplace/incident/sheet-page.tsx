import { formatDate } from '#platform/calendar/index.ts';
import { Heading, Lead, Link, Paragraph, ScreenOnly } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { Answer } from './answer.ts';
import { Months } from './bars.tsx';
import { Elsewhere, Focuspunten, Papers, Who } from './parts.tsx';
import { PATTERN, topicHref } from './paths.ts';
import type { Choices } from './rules/topic.ts';
import { incidentTexts } from './texts.ts';
import { answerSentence, topicIn } from './words.ts';

/** One sheet for the committee instead of a debate about one incident (screens.md, story 4). */
export const sheetPage = (rq: Rq, answer: Answer, choices: Choices): PageContent => {
  const t = rq.texts(incidentTexts);
  const topic = topicIn(rq, answer.topic);
  // A sheet has room for the focuspunt it is about, not for all of the area.
  const focuspunten = answer.belongsTo ? [answer.belongsTo.focuspunt] : answer.focuspunten.slice(0, 1);
  const short = { ...answer, focuspunten };
  return {
    title: t('sheet.title', { topic }),
    width: 'staff',
    current: PATTERN,
    scripts: ['wr-print'],
    body: (
      <div className="wr-a4 wr-dense wr-flow">
        <ScreenOnly>
          <Paragraph>
            <Link href={topicHref(answer.topic)}>{t('sheet.back')}</Link>
          </Paragraph>
          <wr-print data-label={t('sheet.print')} />
        </ScreenOnly>
        <Heading level={1}>{topic}</Heading>
        <Paragraph small>
          {t('sheet.made', { name: rq.tenant.name, date: formatDate(answer.today, rq.lang) })}
        </Paragraph>
        <Lead>{answerSentence(rq, answer)}</Lead>
        <div className="wr-a4__columns">
          <Months rq={rq} answer={answer} />
          <Focuspunten rq={rq} answer={short} />
          <Elsewhere rq={rq} answer={answer} choices={choices} />
          <Papers rq={rq} answer={answer} />
          <Who rq={rq} answer={answer} />
        </div>
      </div>
    ),
  };
};
