import { z } from 'zod';
import { areasOf } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import {
  Button,
  EmptyState,
  Heading,
  Lead,
  Link,
  LinkButton,
  Pager,
  Paragraph,
  Table,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { checkGroup, endGroup, registerGroup } from '../commands/group.ts';
import { acceptGroup, offerGroup, returnGroup } from '../commands/group-move.ts';
import { type GroupRow, listGroups, readGroupCursor } from '../read/groups.ts';
import { regieTexts } from '../texts.ts';
import { ActForm, actRoute, doneQuery, type Failed, formOf, Mistakes, pageState } from '../web/form.tsx';
import { GROUPS, groupPage, readGroupPage } from './group.tsx';
import { GroupFields, groupInputOf } from './group-fields.tsx';
import { groupLetterRoute } from './group-letter.tsx';

const GroupTable = ({ rq, rows }: { rq: Rq; rows: readonly GroupRow[] }) => {
  const t = rq.texts(regieTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('groups.title')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('group.name'),
          cell: ({ id, name }) => <Link href={`${GROUPS}/${id}`}>{name}</Link>,
        },
        { key: 'area', header: t('groups.area'), cell: ({ area }) => area },
        { key: 'home', header: t('groups.home'), cell: ({ home }) => home ?? t('groups.no_home') },
        {
          key: 'returns',
          header: t('groups.returns'),
          numeric: true,
          cell: ({ returns }) => String(returns),
        },
      ]}
    />
  );
};

const list = defineRoute({
  method: 'GET',
  path: GROUPS,
  policy: 'group.read',
  query: z.object({ na: z.string().max(300).optional().catch(undefined) }),
  handle: async (rq, { query }) => {
    const t = rq.texts(regieTexts);
    const page = await rq.read((db) => listGroups(db, rq.gemeente, readGroupCursor(query.na)));
    return rq.page({
      title: t('groups.title'),
      width: 'staff',
      current: GROUPS,
      body: (
        <>
          <Heading level={1}>{t('groups.title')}</Heading>
          <Lead>{t('groups.lead')}</Lead>
          {rq.may('group.manage') ? (
            <LinkButton href={`${GROUPS}/nieuw`}>{t('groups.new')}</LinkButton>
          ) : null}
          {page.rows.length === 0 ? (
            <EmptyState title={t('groups.empty')}>{t('groups.empty.text')}</EmptyState>
          ) : (
            <GroupTable rq={rq} rows={page.rows} />
          )}
          <Pager lang={rq.lang} {...(page.next ? { nextHref: `${GROUPS}?na=${page.next}` } : {})} />
        </>
      ),
    });
  },
});

const NEW = `${GROUPS}/nieuw`;

const showNewGroup = async (rq: Rq, failed: Failed | null): Promise<Response> => {
  const t = rq.texts(regieTexts);
  const areas = await rq.read((db) => areasOf(db, rq.gemeente, isoDate(rq.now)));
  return rq.page({
    title: t('groups.new'),
    width: 'staff',
    current: GROUPS,
    ...pageState(failed),
    body: (
      <>
        <Paragraph>
          <Link href={GROUPS}>{t('groups.title')}</Link>
        </Paragraph>
        <Mistakes rq={rq} failed={failed} />
        <Heading level={1}>{t('groups.new')}</Heading>
        <ActForm rq={rq} action={NEW}>
          <GroupFields rq={rq} form={formOf(rq, NEW, failed)} standard={{}} areas={areas} />
          <Button>{t('group.save')}</Button>
        </ActForm>
      </>
    ),
  });
};

const showNew = defineRoute({
  method: 'GET',
  path: NEW,
  policy: 'group.manage',
  handle: (rq) => showNewGroup(rq, null),
});

const register = actRoute({
  path: NEW,
  policy: 'group.manage',
  run: (rq, sent) => rq.run(registerGroup, groupInputOf(sent)),
  again: (rq, _, failed) => showNewGroup(rq, failed),
  next: (id) => `${GROUPS}/${id}?gedaan=registered`,
});

const showGroup = async (rq: Rq, id: string, failed: Failed | null, done?: string): Promise<Response> => {
  const page = await readGroupPage(rq, id, failed, done);
  return rq.page(groupPage(rq, page, await rq.redThread({ kind: 'group', id })));
};

const show = defineRoute({
  method: 'GET',
  path: `${GROUPS}/:id`,
  policy: 'group.read',
  params: z.object({ id: z.string() }),
  query: doneQuery,
  handle: (rq, { params, query }) => showGroup(rq, params.id, null, query.gedaan),
});

const again = (rq: Rq, id: string, failed: Failed) => showGroup(rq, id, failed);
const path = (act: string): string => `${GROUPS}/:id/${act}`;
const backWith = (word: string) => (_: unknown, id: string) => `${GROUPS}/${id}?gedaan=${word}`;

const check = actRoute({
  path: path('bekijken'),
  policy: 'group.manage',
  run: (rq, sent, groupId) => rq.run(checkGroup, { ...groupInputOf(sent), groupId, version: sent.version }),
  again,
  next: backWith('checked'),
});

const end = actRoute({
  path: path('stoppen'),
  policy: 'group.manage',
  run: (rq, { text, version }, groupId) => rq.run(endGroup, { groupId, version, reason: text('reason') }),
  again,
  next: backWith('ended'),
});

const offer = actRoute({
  path: path('vragen'),
  policy: 'group.manage',
  run: (rq, { text, version }, groupId) =>
    rq.run(offerGroup, {
      groupId,
      version,
      departmentId: text('department'),
      agreed: text('agreed') !== 'no',
      consent: text('consent'),
      reason: text('reason'),
    }),
  again,
  next: backWith('offered'),
});

const accept = actRoute({
  path: path('aannemen'),
  policy: 'group.answer',
  run: (rq, { version }, groupId) => rq.run(acceptGroup, { groupId, version }),
  again,
  next: backWith('accepted'),
});

const giveBack = actRoute({
  path: path('teruggeven'),
  policy: 'group.answer',
  run: (rq, { text, version }, groupId) => rq.run(returnGroup, { groupId, version, reason: text('reason') }),
  again,
  next: backWith('returned'),
});

/** The register of groups, each group with its home, and its letter. */
export const groupRoutes: readonly Route[] = [
  list,
  showNew,
  register,
  show,
  groupLetterRoute,
  check,
  end,
  offer,
  accept,
  giveBack,
];
