import { z } from 'zod';
import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { type ListPage, readCursor } from '#platform/paging.ts';
import {
  CardList,
  EmptyState,
  Heading,
  HonestNumber,
  Lead,
  Pager,
  Paragraph,
  Section,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { askBandwidth, decideBandwidth, endBandwidth, type Help } from '../commands/bandwidth.ts';
import {
  type HoursRow,
  hoursPerPerson,
  listHours,
  type OwnHoursRow,
  type PersonHours,
  runningHours,
} from '../read/hours.ts';
import { type Pot, potOf } from '../read/pot.ts';
import { regieTexts } from '../texts.ts';
import { actRoute, Did, doneQuery, type Failed, Mistakes, pageState } from '../web/form.tsx';
import { hoursIn } from '../web/words.ts';
import { AskedCard, HelpForm, type HelpOn, HOURS, RunningCard } from './hours-forms.tsx';

interface HoursPage {
  readonly year: number;
  /** His own pot; null for whoever has none. */
  readonly pot: Pot | null;
  readonly page: ListPage<HoursRow>;
  readonly running: readonly OwnHoursRow[];
  readonly people: readonly PersonHours[];
  readonly on: HelpOn;
  readonly failed: Failed | null;
  readonly done?: string | undefined;
}

const PotFigure = ({ rq, year, pot }: { rq: Rq; year: number; pot: Pot }) => {
  const t = rq.texts(regieTexts);
  const hours = (value: number): string => hoursIn(rq.lang, value);
  return (
    <Section id="pot" title={t('hours.pot', { year })}>
      <Paragraph>
        {t('hours.pot.line', { used: hours(pot.used), pot: hours(pot.pot), left: hours(pot.left) })}{' '}
        {pot.asked > 0 ? t('hours.pot.asked', { asked: hours(pot.asked) }) : null}
      </Paragraph>
      <HonestNumber
        lang={rq.lang}
        label={t('hours.pot.used')}
        measured={{
          value: hours(pot.used),
          sample: String(pot.cases),
          source: t('hours.pot.source'),
          date: formatShortDate(rq.now, rq.lang),
          definition: { label: t('hours.pot.definition') },
        }}
      />
    </Section>
  );
};

const HoursTable = ({ rq, rows }: { rq: Rq; rows: readonly HoursRow[] }) => {
  const t = rq.texts(regieTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('hours.list')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', header: t('hours.on'), cell: ({ title }) => title },
        { key: 'why', header: t('hours.why'), cell: ({ sentence }) => sentence },
        {
          key: 'hours',
          header: t('hours.hours'),
          numeric: true,
          cell: ({ hours }) => hoursIn(rq.lang, hours),
        },
        { key: 'dropped', header: t('hours.dropped'), cell: ({ whatIsDropped }) => whatIsDropped },
        { key: 'until', header: t('hours.until'), cell: ({ endsOn }) => formatShortDate(endsOn, rq.lang) },
        {
          key: 'state',
          header: t('hours.state'),
          cell: ({ state, reason }) => [t(`hours.state.${state}`), reason].filter(Boolean).join(': '),
        },
      ]}
    />
  );
};

const PeopleTable = ({ rq, rows }: { rq: Rq; rows: readonly PersonHours[] }) => {
  const t = rq.texts(regieTexts);
  return (
    <Section id="per-persoon" title={t('hours.per_person')}>
      <Paragraph small>{t('hours.per_person.hint')}</Paragraph>
      <Table
        lang={rq.lang}
        caption={t('hours.per_person')}
        captionHidden
        rows={rows}
        rowKey={({ accountId }) => accountId}
        columns={[
          { key: 'who', header: t('hours.who'), cell: ({ name }) => name },
          {
            key: 'used',
            header: t('hours.pot.used'),
            numeric: true,
            cell: ({ used }) => hoursIn(rq.lang, used),
          },
        ]}
      />
    </Section>
  );
};

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
        <CardList
          label={t('hours.list')}
          items={running.map((row) => ({ key: row.id, card: <RunningCard rq={rq} row={row} /> }))}
        />
      )}
    </>
  );
};

const hoursPage = (rq: Rq, page: HoursPage): PageContent => {
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

type HoursQuery = Partial<HelpOn> & { gedaan?: string | undefined; na?: string | undefined };

const showHours = async (rq: Rq, failed: Failed | null, query: HoursQuery = {}): Promise<Response> => {
  const year = Number(isoDate(rq.now).slice(0, 4));
  const { gemeente, principal } = rq;
  const mine = rq.may('bandwidth.ask') ? principal.id : null;
  const manages = rq.may('bandwidth.decide');
  const read = await rq.read(async (db) => ({
    pot: mine ? await potOf(db, gemeente, mine, year, isoDate(rq.now)) : null,
    page: await listHours(db, gemeente, readCursor(query.na)),
    running: mine || manages ? await runningHours(db, gemeente, manages ? null : mine) : [],
    people: manages ? await hoursPerPerson(db, gemeente, year) : [],
  }));
  const on = { soort: query.soort ?? '', onderwerp: query.onderwerp ?? '', naam: query.naam ?? '' };
  return rq.page(hoursPage(rq, { ...read, year, on, failed, done: query.gedaan }));
};

const someText = z.string().max(300).optional().catch(undefined);

const show = defineRoute({
  method: 'GET',
  path: HOURS,
  policy: 'bandwidth.read',
  query: doneQuery.extend({ soort: someText, onderwerp: someText, naam: someText }),
  handle: (rq, { query }) => showHours(rq, null, query as HoursQuery),
});

const KINDS: readonly Help['objectKind'][] = ['signaal', 'knelpunt', 'focuspunt', 'group'];

/** Hours as people type them: a comma or a point before the half. */
const hoursTyped = (text: string): number =>
  /^\d{1,3}([.,]\d)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;

const ask = actRoute({
  path: HOURS,
  policy: 'bandwidth.ask',
  run: (rq, { text, day }) => {
    const kind = KINDS.find((known) => known === text('soort'));
    const objectId = kind && isId(text('onderwerp')) ? text('onderwerp') : null;
    return rq.run(askBandwidth, {
      objectKind: objectId && kind ? kind : 'other',
      objectId,
      title: text('title'),
      sentence: text('sentence'),
      hours: hoursTyped(text('hours')),
      whatIsDropped: text('dropped'),
      endsOn: day('ends'),
    });
  },
  again: (rq, _, failed) => showHours(rq, failed),
  next: ({ state }) => `${HOURS}?gedaan=${state}`,
});

const decide = actRoute({
  path: `${HOURS}/:id/besluit`,
  policy: 'bandwidth.decide',
  run: async (rq, { text, version }, bandwidthId) => {
    const approve = text('keuze') === 'ja';
    await rq.run(decideBandwidth, { bandwidthId, version, approve, reason: text('reason') });
    return approve;
  },
  again: (rq, _, failed) => showHours(rq, failed),
  next: (approved) => `${HOURS}?gedaan=${approved ? 'approved' : 'refused'}`,
});

const stop = actRoute({
  path: `${HOURS}/:id/stop`,
  policy: 'bandwidth.end',
  run: (rq, { version }, bandwidthId) => rq.run(endBandwidth, { bandwidthId, version }),
  again: (rq, _, failed) => showHours(rq, failed),
  next: () => `${HOURS}?gedaan=stopped`,
});

/** The pot of hours: taking from it, deciding above it, and the list that everybody inside sees. */
export const hoursRoutes: readonly Route[] = [show, ask, decide, stop];
