import { z } from 'zod';
import { endAfter, lastDayOf } from '#gemeente/index.ts';
import { roleTexts } from '#people/index.ts';
import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import {
  Button,
  DateField,
  EmptyState,
  Heading,
  Lead,
  Link,
  LinkButton,
  Paragraph,
  Select,
  Table,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { type MandateInput, saveMandate } from '../commands/mandate.ts';
import type { Mandate } from '../rules/mandates.ts';
import { regieTexts } from '../texts.ts';
import {
  ActForm,
  actRoute,
  Did,
  doneQuery,
  type Failed,
  formOf,
  Mistakes,
  pageState,
  type Sent,
} from '../web/form.tsx';
import { euros } from '../web/words.ts';

/** Who may decide on what (0.2 D16). */
export const MANDATES = '/mandaten';

const ROLES = [
  'process_guard',
  'director',
  'college',
  'wijkregisseur',
  'team_manager',
  'department_head',
] as const;
const SUBJECTS = ['knot', 'focuspunt', 'bandwidth', 'wijk_aan_zet'] as const;

/** All mandates, those that hold first; at most 500. */
const readMandates = (db: TenantDb, gemeente: string): Promise<Mandate[]> =>
  runSql<Mandate>(
    db,
    `select * from mandate where gemeente = $1 order by valid_to desc nulls first, valid_from desc, id limit 500`,
    [gemeente],
  );

const periodOf = (rq: Rq, { valid_from, valid_to }: Mandate): string => {
  const t = rq.texts(regieTexts);
  const from = formatShortDate(valid_from, rq.lang);
  const last = lastDayOf(valid_to);
  return last === null
    ? t('mandate.since', { from })
    : t('mandate.until', { from, last: formatShortDate(last, rq.lang) });
};

const MandateTable = ({ rq, rows }: { rq: Rq; rows: readonly Mandate[] }) => {
  const t = rq.texts(regieTexts);
  const manages = rq.may('mandate.manage');
  return (
    <Table
      lang={rq.lang}
      caption={t('mandates.title')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'role',
          header: t('mandate.role'),
          cell: ({ id, role }) => {
            const name = rq.texts(roleTexts).dynamic(`role.${role}`);
            return manages ? <Link href={`${MANDATES}/${id}`}>{name}</Link> : name;
          },
        },
        {
          key: 'subject',
          header: t('mandate.subject'),
          cell: ({ subject }) => t(`mandate.subject.${subject}`),
        },
        { key: 'scope', header: t('mandate.scope'), cell: ({ scope }) => scope },
        {
          key: 'limit',
          header: t('mandate.limit'),
          cell: ({ limit_euro }) =>
            limit_euro === null ? t('mandate.no_limit') : euros(rq.lang, limit_euro),
        },
        { key: 'source', header: t('mandate.source'), cell: ({ source }) => source },
        { key: 'period', header: t('mandate.from'), cell: (row) => periodOf(rq, row) },
      ]}
    />
  );
};

const list = defineRoute({
  method: 'GET',
  path: MANDATES,
  policy: 'mandate.read',
  query: doneQuery,
  handle: async (rq, { query }) => {
    const t = rq.texts(regieTexts);
    const rows = await rq.read((db) => readMandates(db, rq.gemeente));
    return rq.page({
      title: t('mandates.title'),
      width: 'staff',
      current: MANDATES,
      body: (
        <>
          <Did rq={rq} done={query.gedaan} />
          <Heading level={1}>{t('mandates.title')}</Heading>
          <Lead>{t('mandates.lead')}</Lead>
          {rows.length === 0 ? (
            <EmptyState title={t('mandates.empty')}>{t('mandates.empty.text')}</EmptyState>
          ) : (
            <MandateTable rq={rq} rows={rows} />
          )}
          {rq.may('mandate.manage') ? (
            <LinkButton href={`${MANDATES}/nieuw`}>{t('mandates.new')}</LinkButton>
          ) : null}
        </>
      ),
    });
  },
});

type Standard = Pick<
  Mandate,
  'role' | 'subject' | 'scope' | 'limit_euro' | 'source' | 'valid_from' | 'valid_to'
>;

const MandateFields = ({
  rq,
  form,
  standard,
}: {
  rq: Rq;
  form: ReturnType<typeof formOf>;
  standard: Standard;
}) => {
  const t = rq.texts(regieTexts);
  return (
    <>
      <Select
        {...form.field('role', standard.role)}
        label={t('mandate.role')}
        options={ROLES.map((role) => ({ value: role, label: rq.texts(roleTexts)(`role.${role}`) }))}
      />
      <Select
        {...form.field('subject', standard.subject)}
        label={t('mandate.subject')}
        options={SUBJECTS.map((subject) => ({ value: subject, label: t(`mandate.subject.${subject}`) }))}
      />
      <TextField
        {...form.field('scope', standard.scope)}
        label={t('mandate.scope')}
        description={t('mandate.scope.hint')}
      />
      <TextField
        {...form.field('limitEuro', standard.limit_euro === null ? '' : String(standard.limit_euro))}
        label={t('mandate.limit')}
        description={t('mandate.limit.hint')}
        inputMode="numeric"
        width={10}
      />
      <TextField
        {...form.field('source', standard.source)}
        label={t('mandate.source')}
        description={t('mandate.source.hint')}
      />
      <DateField {...form.day('validFrom', standard.valid_from)} label={t('mandate.from')} />
      <DateField
        {...form.day('validTo', lastDayOf(standard.valid_to) ?? '')}
        label={t('mandate.last')}
        note={t('word.optional')}
      />
    </>
  );
};

const mandatePage = (rq: Rq, action: string, standard: Standard, failed: Failed | null): PageContent => {
  const t = rq.texts(regieTexts);
  const form = formOf(rq, action, failed);
  const title = action === NEW ? t('mandates.new') : `${t('mandates.one')}: ${standard.scope}`;
  return {
    title,
    width: 'staff',
    current: MANDATES,
    ...pageState(failed),
    body: (
      <>
        <Paragraph>
          <Link href={MANDATES}>{t('mandates.title')}</Link>
        </Paragraph>
        <Mistakes rq={rq} failed={failed} />
        <Heading level={1}>{title}</Heading>
        <ActForm rq={rq} action={action}>
          <MandateFields rq={rq} form={form} standard={standard} />
          <Button>{t('mandate.save')}</Button>
        </ActForm>
      </>
    ),
  };
};

const NEW = `${MANDATES}/nieuw`;
const emptyMandate = (rq: Rq): Standard => ({
  role: 'process_guard',
  subject: 'knot',
  scope: '',
  limit_euro: null,
  source: '',
  valid_from: isoDate(rq.now),
  valid_to: null,
});

const showNew = defineRoute({
  method: 'GET',
  path: NEW,
  policy: 'mandate.manage',
  handle: (rq) => rq.page(mandatePage(rq, NEW, emptyMandate(rq), null)),
});

const showOne = async (rq: Rq, id: string, failed: Failed | null): Promise<Response> => {
  if (!isId(id)) throw notFound();
  const mandate = await rq.read((db) =>
    db
      .selectFrom('mandate')
      .selectAll()
      .where('gemeente', '=', rq.gemeente)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  if (!mandate) throw notFound();
  return rq.page(mandatePage(rq, `${MANDATES}/${id}`, mandate, failed));
};

const show = defineRoute({
  method: 'GET',
  path: `${MANDATES}/:id`,
  policy: 'mandate.manage',
  params: z.object({ id: z.string() }),
  handle: (rq, { params }) => showOne(rq, params.id, null),
});

/** What the form says; a role or subject that no form offers becomes the first of its list. */
const inputOf = ({ text, day, whole }: Sent, mandateId: string | null): MandateInput => ({
  mandateId,
  role: ROLES.find((role) => role === text('role')) ?? ROLES[0],
  subject: SUBJECTS.find((subject) => subject === text('subject')) ?? SUBJECTS[0],
  scope: text('scope').trim().slice(0, 1_000),
  limitEuro: whole('limitEuro'),
  source: text('source').trim().slice(0, 1_000),
  validFrom: day('validFrom'),
  validTo: endAfter(day('validTo') || null),
});

const add = actRoute({
  path: NEW,
  policy: 'mandate.manage',
  run: (rq, sent) => rq.run(saveMandate, inputOf(sent, null)),
  again: async (rq, _, failed) => rq.page(mandatePage(rq, NEW, emptyMandate(rq), failed)),
  next: () => `${MANDATES}?gedaan=saved`,
});

const change = actRoute({
  path: `${MANDATES}/:id`,
  policy: 'mandate.manage',
  run: (rq, sent, id) => rq.run(saveMandate, inputOf(sent, id)),
  again: showOne,
  next: () => `${MANDATES}?gedaan=saved`,
});

/** The register of mandates. */
export const mandateRoutes: readonly Route[] = [list, showNew, add, show, change];
