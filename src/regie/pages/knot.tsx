import type { ReactNode } from 'react';
import { formatDateTime } from '#platform/calendar/index.ts';
import { Columns, Details, Heading, Link, List, Paragraph } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { regieTexts } from '../texts.ts';
import { Did, Mistakes, pageState } from '../web/form.tsx';
import { KnotBadge } from '../web/knot-words.tsx';
import { KnotActs } from './knot-acts.tsx';
import { Decisions } from './knot-decisions.tsx';
import { Facts, type KnotProps } from './knot-facts.tsx';
import type { KnotPage } from './knot-model.ts';
import { Journey, Sides } from './knot-sides.tsx';
import { KNOTS } from './knots.tsx';

const History = ({ rq, page: { knot } }: KnotProps) => {
  const t = rq.texts(regieTexts);
  return (
    <Details summary={t('knot.history')}>
      <List
        ordered
        items={knot.history.map(({ id, at, action, by }) => {
          const values = {
            day: formatDateTime(new Date(at), rq.lang),
            what: t.dynamic(`step.${action}`),
            name: by ?? '',
          };
          return { key: id, content: t(by === null ? 'knot.history_line' : 'knot.history_by', values) };
        })}
      />
    </Details>
  );
};

/** One knot: who has it, how it came to be, both sides, the decision, and what this person can do. */
export const knotPage = (rq: Rq, page: KnotPage, thread: ReactNode): PageContent => {
  const t = rq.texts(regieTexts);
  const title = t('knot.name', { number: page.knot.number, title: page.knot.title });
  return {
    title,
    width: 'staff',
    current: KNOTS,
    ...pageState(page.failed),
    body: (
      <>
        <Paragraph>
          <Link href={KNOTS}>{t('knots.title')}</Link>
        </Paragraph>
        <Mistakes rq={rq} failed={page.failed} />
        <Did rq={rq} done={page.done} />
        <Heading level={1} look={2}>
          {title}
        </Heading>
        <p>
          <KnotBadge rq={rq} state={page.knot.state} />{' '}
          {page.acts.size === 0 ? null : <Link href="#doen">{t('knot.acts')}</Link>}
        </p>
        {thread}
        <Columns asideLabel={t('knot.acts')} aside={<KnotActs rq={rq} page={page} />}>
          <Decisions rq={rq} page={page} />
          <Facts rq={rq} page={page} />
          <Journey rq={rq} page={page} />
          <Sides rq={rq} page={page} />
          <History rq={rq} page={page} />
        </Columns>
      </>
    ),
  };
};
