import { z } from 'zod';
import { formatShortDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { type ListPage, readCursor } from '#platform/paging.ts';
import {
  Button,
  Card,
  CardList,
  EmptyState,
  Heading,
  HiddenField,
  Lead,
  List,
  Own,
  Pager,
  Quote,
  Section,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { discussAgenda, putAgenda } from '../commands/agenda.ts';
import { type AgendaRow, agendaScope, discussedAgenda, openAgenda } from '../read/agenda.ts';
import { regieTexts } from '../texts.ts';
import { PUT_ON_AGENDA } from '../web/agenda-form.tsx';
import { ActForm, actRoute, Did, doneQuery, type Failed, formOf, Mistakes, pageState } from '../web/form.tsx';

/** What the wijkregisseur wants the wijkwethouder to know. */
export const AGENDA = '/agenda-wethouder';

const HREFS: Record<AgendaRow['objectKind'], string> = {
  knot: '/knopen/',
  signaal: '/signalen/',
  group: '/groepen/',
  knelpunt: '/knelpunten/',
  focuspunt: '/focuspunten/',
};

interface AgendaPage {
  readonly open: ListPage<AgendaRow>;
  readonly discussed: readonly AgendaRow[];
  readonly failed: Failed | null;
  readonly done?: string | undefined;
}

/** A wijkwethouder reads no signalen (C3): he gets the title, whoever may read it gets the link. */
const hrefOf = (rq: Rq, { objectKind, objectId }: AgendaRow): string | undefined =>
  objectKind === 'signaal' && !rq.may('signaal.read') ? undefined : `${HREFS[objectKind]}${objectId}`;

const AgendaCard = ({ rq, row, failed }: { rq: Rq; row: AgendaRow; failed: Failed | null }) => {
  const t = rq.texts(regieTexts);
  const action = `${AGENDA}/${row.id}/besproken`;
  const form = formOf(rq, action, failed);
  return (
    <Card
      title={<Own>{row.title}</Own>}
      titleLevel={2}
      href={hrefOf(rq, row)}
      eyebrow={[t(`object.${row.objectKind}`), row.area].filter(Boolean).join(', ')}
    >
      <Quote by={t('agenda.by', { name: row.putBy, day: formatShortDate(row.putAt, rq.lang) })}>
        {row.sentence}
      </Quote>
      {rq.may('agenda.discuss') ? (
        <ActForm rq={rq} action={action}>
          <TextField {...form.field('result')} id={`result-${row.id}`} label={t('agenda.result')} />
          <Button look="secondary">{t('agenda.discuss.send')}</Button>
        </ActForm>
      ) : null}
    </Card>
  );
};

const agendaPage = (rq: Rq, { open, discussed, failed, done }: AgendaPage): PageContent => {
  const t = rq.texts(regieTexts);
  return {
    title: t('agenda.title'),
    width: 'staff',
    current: AGENDA,
    ...pageState(failed),
    body: (
      <>
        <Mistakes rq={rq} failed={failed} />
        <Did rq={rq} done={done} />
        <Heading level={1}>{t('agenda.title')}</Heading>
        <Lead>{t('agenda.lead')}</Lead>
        {open.rows.length === 0 ? (
          <EmptyState title={t('agenda.empty')}>{t('agenda.empty.text')}</EmptyState>
        ) : (
          <CardList
            label={t('agenda.title')}
            items={open.rows.map((row) => ({
              key: row.id,
              card: <AgendaCard rq={rq} row={row} failed={failed} />,
            }))}
          />
        )}
        <Pager lang={rq.lang} {...(open.next ? { nextHref: `${AGENDA}?na=${open.next}` } : {})} />
        {discussed.length === 0 ? null : (
          <Section id="besproken" title={t('agenda.done')}>
            <List
              items={discussed.map(({ id, title, discussedAt, result }) => ({
                key: id,
                content: t('agenda.done_line', {
                  title,
                  day: discussedAt ? formatShortDate(discussedAt, rq.lang) : '',
                  result: result ?? '',
                }),
              }))}
            />
          </Section>
        )}
      </>
    ),
  };
};

const showAgenda = async (
  rq: Rq,
  failed: Failed | null,
  query: { gedaan?: string | undefined; na?: string | undefined } = {},
): Promise<Response> => {
  const scope = agendaScope(rq.principal);
  const read = await rq.read(async (db) => ({
    open: await openAgenda(db, rq.gemeente, scope, readCursor(query.na)),
    discussed: await discussedAgenda(db, rq.gemeente, scope),
  }));
  return rq.page(agendaPage(rq, { ...read, failed, done: query.gedaan }));
};

const show = defineRoute({
  method: 'GET',
  path: AGENDA,
  policy: 'agenda.read',
  query: doneQuery,
  handle: (rq, { query }) => showAgenda(rq, null, query),
});

const about = z.object({
  objectKind: z.enum(['knot', 'signaal', 'group', 'knelpunt', 'focuspunt']),
  objectId: z.string().refine(isId),
});

const aboutOf = (text: (name: string) => string): z.infer<typeof about> => {
  const read = about.safeParse({ objectKind: text('soort'), objectId: text('onderwerp') });
  if (!read.success) throw notFound();
  return read.data;
};

/** The form that came from another page, shown again on its own. */
const putPage = (rq: Rq, failed: Failed): PageContent => {
  const t = rq.texts(regieTexts);
  const { objectKind, objectId } = aboutOf(failed.raw.text);
  const form = formOf(rq, PUT_ON_AGENDA, failed);
  return {
    title: t('agenda.put'),
    width: 'staff',
    current: AGENDA,
    ...pageState(failed),
    body: (
      <>
        <Mistakes rq={rq} failed={failed} />
        <Heading level={1}>{t('agenda.put')}</Heading>
        <ActForm rq={rq} action={PUT_ON_AGENDA}>
          <HiddenField name="soort" value={objectKind} />
          <HiddenField name="onderwerp" value={objectId} />
          <TextField {...form.field('sentence')} label={t('agenda.why')} />
          <Button>{t('agenda.send')}</Button>
        </ActForm>
      </>
    ),
  };
};

const put = actRoute({
  path: PUT_ON_AGENDA,
  policy: 'agenda.put',
  run: (rq, { text }) => rq.run(putAgenda, { ...aboutOf(text), sentence: text('sentence') }),
  again: async (rq, _, failed) => rq.page(putPage(rq, failed)),
  next: () => `${AGENDA}?gedaan=put`,
});

const discuss = actRoute({
  path: `${AGENDA}/:id/besproken`,
  policy: 'agenda.discuss',
  run: (rq, { text }, agendaId) => rq.run(discussAgenda, { agendaId, result: text('result') }),
  again: (rq, _, failed) => showAgenda(rq, failed),
  next: () => `${AGENDA}?gedaan=discussed`,
});

/** The agenda of the wijkwethouder. */
export const agendaRoutes: readonly Route[] = [show, put, discuss];
