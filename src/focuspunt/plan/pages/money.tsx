import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import {
  Button,
  DateField,
  InlineForm,
  Paragraph,
  Section,
  Select,
  StatusBadge,
  type StatusTone,
  Table,
  TextField,
  VisuallyHidden,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { CommitmentRow } from '../read/page.ts';
import { sumOf } from '../rules/commitment-sum.ts';
import type { CommitmentState } from '../rules/states.ts';
import { planTexts } from '../texts.ts';
import { FoldedAct } from './frame.tsx';
import { type PlanPage, planForm } from './model.ts';

interface PageProps {
  readonly rq: Rq;
  readonly page: PlanPage;
}

const TONES: Record<CommitmentState, StatusTone> = {
  promised: 'neutral',
  confirmed: 'ok',
  withdrawn: 'warning',
};

/** Whole euros as people read them. */
export const euroIn = (rq: Pick<Rq, 'lang'>, euro: number): string =>
  euro.toLocaleString(rq.lang === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });

/** Who pays with the municipality, how much and by when; the sum says what is certain and what is not (S21). */
export const MoneyPart = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const { commitments } = page.plan;
  const sum = sumOf(commitments);
  const euro = (value: number) => euroIn(rq, value);
  return (
    <Section id="bijdragen" title={t('money.title')}>
      {commitments.length === 0 ? (
        <Paragraph>{t('money.none')}</Paragraph>
      ) : (
        <>
          <Paragraph>
            {t('money.sum', { total: euro(sum.total), confirmed: euro(sum.confirmed), open: euro(sum.open) })}
            {sum.withdrawn === 0 ? null : ` ${t('money.withdrawn', { withdrawn: euro(sum.withdrawn) })}`}
          </Paragraph>
          <Commitments rq={rq} page={page} />
        </>
      )}
      {page.may('commitment.keep') ? <NewCommitment rq={rq} page={page} /> : null}
    </Section>
  );
};

const Commitments = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('money.title')}
      captionHidden
      rows={page.plan.commitments}
      rowKey={({ id }) => id}
      columns={[
        { key: 'payer', header: t('money.payer'), cell: ({ payer }) => payer },
        { key: 'owner', header: t('money.owner'), cell: ({ ownerFunction }) => ownerFunction },
        { key: 'euro', header: t('money.euro'), numeric: true, cell: (row) => euroIn(rq, row.euro) },
        { key: 'due', header: t('money.due'), cell: ({ dueOn }) => formatShortDate(dueOn, rq.lang) },
        {
          key: 'state',
          header: t('money.state'),
          cell: (row) => (
            <>
              <StatusBadge
                tone={row.state === 'promised' && row.dueOn < isoDate(rq.now) ? 'late' : TONES[row.state]}
              >
                {t(`commitment.${row.state}`)}
              </StatusBadge>
              {row.note === null ? null : ` ${row.note}`}
            </>
          ),
        },
        { key: 'do', header: t('actions.do'), cell: (row) => <Settle rq={rq} page={page} row={row} /> },
      ]}
    />
  );
};

const Settle = ({ rq, page, row }: PageProps & { row: CommitmentRow }) => {
  const t = rq.texts(planTexts);
  const may = page.may('commitment.keep', { departmentIds: row.departmentId ? [row.departmentId] : [] });
  if (!may || row.state === 'withdrawn') return '–';
  const form = planForm(page, `bijdragen/${row.id}/intrekken`);
  const about = <VisuallyHidden> {t('money.of', { payer: row.payer })}</VisuallyHidden>;
  return (
    <>
      {row.state === 'promised' ? (
        <InlineForm
          action={`/plannen/${page.plan.id}/bijdragen/${row.id}/bevestigen`}
          csrf={rq.csrf}
          label={
            <>
              {t('commitmentStep.confirm')}
              {about}
            </>
          }
          fields={[{ name: 'versie', value: String(row.version) }]}
        />
      ) : null}
      <FoldedAct
        rq={rq}
        form={form}
        version={row.version}
        summary={
          <>
            {t('commitmentStep.withdraw')}
            {about}
          </>
        }
      >
        <TextField {...form.field('reason')} label={t('money.withdrawReason')} />
        <Button look="secondary">
          {t('commitmentStep.withdraw')}
          {about}
        </Button>
      </FoldedAct>
    </>
  );
};

const NewCommitment = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const form = planForm(page, 'bijdragen');
  return (
    <FoldedAct rq={rq} form={form} summary={t('money.new')}>
      <TextField {...form.field('payer')} label={t('money.payer')} />
      <TextField {...form.field('ownerFunction')} label={t('money.owner')} />
      <TextField {...form.field('euro')} label={t('money.euroField')} inputMode="numeric" width={10} />
      <DateField {...form.day('dueOn')} lang={rq.lang} label={t('money.due')} />
      <Select
        {...form.field('departmentId')}
        label={t('money.department')}
        emptyLabel={t('actions.departmentNone')}
        options={page.plan.departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField {...form.field('note')} label={t('money.note')} note={t('form.optional')} />
      <Button look="secondary">{t('money.add')}</Button>
    </FoldedAct>
  );
};
