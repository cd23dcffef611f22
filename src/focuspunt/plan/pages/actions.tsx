import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import {
  Button,
  ButtonRow,
  DateField,
  Details,
  InlineForm,
  Own,
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
import type { ActionRow } from '../read/page.ts';
import type { ActionState, ActionStep } from '../rules/states.ts';
import { planTexts } from '../texts.ts';
import { ActFrame, FoldedAct } from './frame.tsx';
import { type PlanPage, planForm } from './model.ts';

interface PageProps {
  readonly rq: Rq;
  readonly page: PlanPage;
}

const TONES: Record<ActionState, StatusTone> = {
  open: 'neutral',
  busy: 'active',
  done: 'ok',
  cancelled: 'neutral',
};
const ONE_CLICK: Record<ActionState, readonly ActionStep[]> = {
  open: ['begin', 'finish'],
  busy: ['finish'],
  done: ['reopen'],
  cancelled: ['reopen'],
};

const isOpen = ({ state }: ActionRow): boolean => state === 'open' || state === 'busy';

/** The actions of a plan, each with its owner and day, and what its reader can do with it. */
export const ActionsPart = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const { actions } = page.plan;
  return (
    <Section id="acties" title={t('actions.title')}>
      {actions.length === 0 ? (
        <Paragraph>{t('actions.none')}</Paragraph>
      ) : (
        <Table
          lang={rq.lang}
          caption={t('actions.title')}
          captionHidden
          rows={actions}
          rowKey={({ id }) => id}
          columns={[
            { key: 'what', header: t('actions.what'), cell: ({ title }) => <Own>{title}</Own> },
            { key: 'who', header: t('actions.who'), cell: ({ ownerFunction }) => ownerFunction },
            { key: 'due', header: t('actions.due'), cell: ({ dueOn }) => formatShortDate(dueOn, rq.lang) },
            { key: 'state', header: t('actions.state'), cell: (action) => <State rq={rq} action={action} /> },
            {
              key: 'do',
              header: t('actions.do'),
              cell: (action) => <Steps rq={rq} page={page} action={action} />,
            },
          ]}
        />
      )}
      {page.may('plan.edit') ? <NewAction rq={rq} page={page} /> : null}
    </Section>
  );
};

const State = ({ rq, action }: { rq: Rq; action: ActionRow }) => {
  const t = rq.texts(planTexts);
  if (isOpen(action) && action.dueOn < isoDate(rq.now))
    return (
      <StatusBadge tone="late">
        {t(`action.${action.state}`)}, {t('actions.late')}
      </StatusBadge>
    );
  if (action.state === 'done' && action.doneOn !== null)
    return (
      <StatusBadge tone="ok">
        {t('actions.doneOn', { date: formatShortDate(action.doneOn, rq.lang) })}
      </StatusBadge>
    );
  if (action.state === 'cancelled')
    return (
      <StatusBadge tone="neutral">
        {t('actions.cancelled', { reason: action.cancelReason ?? '' })}
      </StatusBadge>
    );
  return <StatusBadge tone={TONES[action.state]}>{t(`action.${action.state}`)}</StatusBadge>;
};

const Steps = ({ rq, page, action }: PageProps & { action: ActionRow }) => {
  const t = rq.texts(planTexts);
  const owners = {
    accountIds: action.ownerAccountId ? [action.ownerAccountId] : [],
    departmentIds: action.ownerDepartmentId ? [action.ownerDepartmentId] : [],
  };
  if (!page.may('plan.act', owners)) return '–';
  const path = `acties/${action.id}`;
  const about = t('actions.cancelOf', { title: action.title });
  return (
    <>
      <ButtonRow>
        {ONE_CLICK[action.state].map((step) => (
          <InlineForm
            key={step}
            action={`/plannen/${page.plan.id}/${path}/stap`}
            csrf={rq.csrf}
            label={
              <>
                {t(`actionStep.${step}`)}
                <VisuallyHidden> {about}</VisuallyHidden>
              </>
            }
            fields={[
              { name: 'stap', value: step },
              { name: 'versie', value: String(action.version) },
            ]}
          />
        ))}
      </ButtonRow>
      {isOpen(action) ? <Otherwise rq={rq} page={page} action={action} /> : null}
    </>
  );
};

const Otherwise = ({ rq, page, action }: PageProps & { action: ActionRow }) => {
  const t = rq.texts(planTexts);
  const lapse = planForm(page, `acties/${action.id}/vervalt`);
  const redate = planForm(page, `acties/${action.id}/datum`, { dueOn: action.dueOn });
  const about = <VisuallyHidden> {t('actions.cancelOf', { title: action.title })}</VisuallyHidden>;
  return (
    <Details
      summary={
        <>
          {t('actions.cancelTitle')}
          {about}
        </>
      }
      open={lapse.isOpen || redate.isOpen}
    >
      <ActFrame rq={rq} form={lapse} version={action.version}>
        <TextField {...lapse.field('reason')} label={t('actions.reason')} />
        <Button look="secondary">
          {t('actionStep.cancel')}
          {about}
        </Button>
      </ActFrame>
      {page.may('plan.edit') ? (
        <ActFrame rq={rq} form={redate} version={action.version}>
          <DateField {...redate.day('dueOn')} lang={rq.lang} label={t('actions.redate')} />
          <Button look="secondary">
            {t('actions.redateSave')}
            {about}
          </Button>
        </ActFrame>
      ) : null}
    </Details>
  );
};

const NewAction = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const form = planForm(page, 'acties');
  const choices = (list: PlanPage['people']) => list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FoldedAct rq={rq} form={form} summary={t('actions.new')}>
      <TextField {...form.field('title')} label={t('actions.titleField')} />
      <TextField {...form.field('ownerFunction')} label={t('actions.ownerFunction')} />
      <DateField {...form.day('dueOn')} lang={rq.lang} label={t('actions.dueField')} />
      <Select
        {...form.field('ownerAccountId')}
        label={t('actions.ownerAccount')}
        emptyLabel={t('actions.ownerNone')}
        options={choices(page.people)}
      />
      <Select
        {...form.field('ownerDepartmentId')}
        label={t('actions.department')}
        emptyLabel={t('actions.departmentNone')}
        options={choices(page.plan.departments)}
      />
      <Button look="secondary">{t('actions.add')}</Button>
    </FoldedAct>
  );
};
