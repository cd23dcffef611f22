import {
  CardList,
  EmptyState,
  Heading,
  Lead,
  Pager,
  Paragraph,
  Section,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { regieTexts } from '../texts.ts';
import { Did, Mistakes, pageState } from '../web/form.tsx';
import { AskedCard, HelpForm, HOURS, RunningCard } from './hours-forms.tsx';
import type { HoursPage } from './hours-model.ts';
import { PotFigure } from './hours-pot.tsx';
import { HoursTable, PeopleTable } from './hours-tables.tsx';

const Asked = ({ rq, page }: { rq: Rq; page: HoursPage }) => {
  const t = rq.texts(regieTexts);
  const asked = page.running.filter(({ state }) => state === 'asked');
  const running = page.running.filter(({ state }) => state !== 'asked' || !rq.may('bandwidth.decide'));
  return (
    <>
      {rq.may('bandwidth.decide') && asked.length > 0 ? (
        <Section id="gevraagd" title={t('hours.asked')}>
          <CardList
            label={t('hours.asked')}
            items={asked.map((row) => ({
              key: row.id,
              card: <AskedCard rq={rq} row={row} failed={page.failed} />,
            }))}
          />
        </Section>
      ) : null}
      {running.length === 0 ? null : (
        <Section id="loopt" title={t('hours.running')}>
          <CardList
            label={t('hours.running')}
            items={running.map((row) => ({ key: row.id, card: <RunningCard rq={rq} row={row} /> }))}
          />
        </Section>
      )}
    </>
  );
};

/** The pot, what is asked and runs, the form, and the list. */
export const hoursPage = (rq: Rq, page: HoursPage): PageContent => {
  const t = rq.texts(regieTexts);
  const { rows, next } = page.page;
  return {
    title: t('hours.title'),
    width: 'staff',
    current: HOURS,
    ...pageState(page.failed),
    body: (
      <>
        <Mistakes rq={rq} failed={page.failed} />
        <Did rq={rq} done={page.done} />
        <Heading level={1}>{t('hours.title')}</Heading>
        <Lead>{t('hours.lead')}</Lead>
        {page.pot ? <PotFigure rq={rq} year={page.year} pot={page.pot} /> : null}
        <Asked rq={rq} page={page} />
        {rq.may('bandwidth.ask') ? <HelpForm rq={rq} on={page.on} failed={page.failed} /> : null}
        {page.people.length === 0 ? null : <PeopleTable rq={rq} rows={page.people} />}
        <Section id="lijst" title={t('hours.list')}>
          <Paragraph small>{t('hours.list.hint')}</Paragraph>
          {rows.length === 0 ? (
            <EmptyState title={t('hours.empty')}>{t('hours.empty.text')}</EmptyState>
          ) : (
            <HoursTable rq={rq} rows={rows} />
          )}
          <Pager lang={rq.lang} {...(next ? { nextHref: `${HOURS}?na=${next}` } : {})} />
        </Section>
      </>
    ),
  };
};
