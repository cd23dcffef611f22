import { z } from 'zod';
import { type Department, departments } from '#gemeente/index.ts';
import { formatDate, isoDate } from '#platform/calendar/index.ts';
import { type ListPage, readCursor } from '#platform/paging.ts';
import {
  Button,
  ButtonRow,
  Card,
  CardList,
  EmptyState,
  Form,
  Heading,
  HiddenField,
  LinkButton,
  Pager,
  Paragraph,
  Select,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { signaalTexts } from '../../texts.ts';
import { readList, type SignaalRow } from '../list.ts';
import { fallbackFor, scopeOf } from '../scope.ts';
import { staffTexts } from '../texts.ts';
import { categoryName, DueBadge, Excerpt, placeLine } from '../web/labels.tsx';
import { Dense } from '../web/layout.tsx';
import { signaalHref } from '../web/rows.tsx';

const TRAY = '/balie/werk';
const SIZE = 20;

/** Departments that can be given work: those that do some, and partners. */
const workers = (all: readonly Department[]): Department[] =>
  all.filter(({ kind }) => kind === 'vakafdeling' || kind === 'partner');

interface TrayView {
  readonly page: ListPage<SignaalRow>;
  readonly departments: readonly Department[];
}

const readTray = (rq: Rq, after: string | undefined): Promise<TrayView> =>
  rq.read(async (db) => ({
    page: await readList(db, {
      gemeente: rq.gemeente,
      accountId: rq.principal.id,
      branches: scopeOf(rq.principal, await fallbackFor(db, rq.gemeente, isoDate(rq.now), rq.principal)),
      filter: { queue: 'desk', states: ['received', 'reopened'] },
      order: 'oldest',
      after: readCursor(after),
      size: SIZE,
    }),
    departments: workers(await departments(db, rq.gemeente, isoDate(rq.now))),
  }));

/** One question or loose end, with its two usual ends: to a department, or an answer. */
const TrayCard = ({ rq, row, view }: { rq: Rq; row: SignaalRow; view: TrayView }) => {
  const t = rq.texts(staffTexts);
  const href = signaalHref(row.id);
  return (
    <Card
      title={<Excerpt rq={rq} text={row.text} />}
      titleLevel={2}
      href={href}
      eyebrow={
        <>
          <span>
            {t('signaal.number', { number: row.number })}, {formatDate(row.receivedAt, rq.lang)}
          </span>
          <span>{rq.texts(signaalTexts).dynamic(`kind.${row.kind}`)}</span>
          <DueBadge rq={rq} due={row} />
        </>
      }
    >
      <Paragraph small>
        {placeLine(rq, row)}; {categoryName(rq, row)}
      </Paragraph>
      <Paragraph small>
        {t('tray.why', { reason: rq.texts(signaalTexts).dynamic(`reason.${row.routeReason}`) })}
      </Paragraph>
      {row.complex ? null : (
        <Form action={`${href}/beleggen`} csrf={rq.csrf}>
          <HiddenField name="versie" value={row.version} />
          <HiddenField name="terug" value={TRAY} />
          <Select
            id={`afdeling-${row.id}`}
            name="afdeling"
            label={t('tray.to')}
            emptyLabel={t('tray.choose')}
            options={view.departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ButtonRow>
            <Button look="secondary">{t('tray.assign')}</Button>
            <LinkButton href={`${href}#beantwoorden`} look="subtle">
              {t('tray.answer')}
            </LinkButton>
            <LinkButton href={`${href}#wijkregisseur`} look="subtle">
              {t('tray.unsure')}
            </LinkButton>
          </ButtonRow>
        </Form>
      )}
    </Card>
  );
};

const trayPage = (rq: Rq, view: TrayView): PageContent => {
  const t = rq.texts(staffTexts);
  const { rows, next } = view.page;
  return {
    title: t('tray.title'),
    width: 'staff',
    current: '/balie',
    body: (
      <Dense>
        <Heading level={1}>{t('tray.title')}</Heading>
        {rows.length === 0 ? (
          <EmptyState title={t('tray.empty')}>{t('tray.empty.text')}</EmptyState>
        ) : (
          <CardList
            label={t('tray.title')}
            items={rows.map((row) => ({ key: row.id, card: <TrayCard rq={rq} row={row} view={view} /> }))}
          />
        )}
        <Pager lang={rq.lang} nextHref={next && `${TRAY}?na=${next}`} />
      </Dense>
    ),
  };
};

const show = defineRoute({
  method: 'GET',
  path: TRAY,
  policy: 'signaal.answer',
  query: z.object({ na: z.string().max(100).optional().catch(undefined) }),
  handle: async (rq, { query }) => rq.page(trayPage(rq, await readTray(rq, query.na))),
});

/** What waits at the desk, oldest first. */
export const trayRoutes: readonly Route[] = [show];
