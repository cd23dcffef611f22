import {
  Button,
  CheckboxGroup,
  Details,
  Paragraph,
  RadioGroup,
  Section,
  StatusBadge,
  type StatusTone,
  Table,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { PartnerView } from '../read/page.ts';
import { planTexts } from '../texts.ts';
import { ActFrame, FoldedAct } from './frame.tsx';
import { type PlanPage, planForm } from './model.ts';

interface PageProps {
  readonly rq: Rq;
  readonly page: PlanPage;
}

const nameOf = ({ organisation, function: words }: Pick<PartnerView, 'organisation' | 'function'>): string =>
  `${organisation}, ${words}`;

const toneOf = (view: PartnerView['view']): StatusTone =>
  view === 'yes' ? 'ok' : view === 'no' ? 'warning' : 'neutral';

/** What each partner that was asked says of the plan: yes or no, with a comment (C2.4). */
export const PartnersPart = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const { views } = page.plan;
  return (
    <Section id="partners" title={t('partners.title')}>
      {views.length === 0 ? (
        <Paragraph>{t('partners.none')}</Paragraph>
      ) : (
        <Table
          lang={rq.lang}
          caption={t('partners.title')}
          captionHidden
          rows={views}
          rowKey={({ memberId }) => memberId}
          columns={[
            { key: 'who', header: t('partners.who'), cell: nameOf },
            {
              key: 'view',
              header: t('partners.view'),
              cell: ({ view }) => (
                <StatusBadge tone={toneOf(view)}>{t(`view.${view ?? 'none'}`)}</StatusBadge>
              ),
            },
            { key: 'comment', header: t('partners.comment'), cell: ({ comment }) => comment ?? '–' },
          ]}
        />
      )}
      <Answers rq={rq} page={page} />
      {page.may('plan.edit') ? <Ask rq={rq} page={page} /> : null}
    </Section>
  );
};

/** One form for each partner whose answer this reader may give or write down. */
const Answers = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const mine = page.plan.views.filter(({ accountId }) =>
    page.may('plan.view', { accountIds: accountId ? [accountId] : [] }),
  );
  if (mine.length === 0) return null;
  const forms = mine.map((view) => ({
    view,
    form: planForm(page, `partners/${view.memberId}`, { view: view.view, comment: view.comment }),
  }));
  return (
    <Details summary={t('partners.write')} open={forms.some(({ form }) => form.isOpen)}>
      {forms.map(({ view, form }) => (
        <ActFrame key={view.memberId} rq={rq} form={form}>
          <RadioGroup
            {...form.field('view')}
            inline
            label={t('partners.answerOf', { who: nameOf(view) })}
            description={t('partners.yesNo')}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
          />
          <TextField {...form.field('comment')} label={t('partners.comment')} note={t('form.optional')} />
          <Button look="secondary">{t('partners.save')}</Button>
        </ActFrame>
      ))}
    </Details>
  );
};

const Ask = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const { members } = page.plan;
  if (members.length === 0) return <Paragraph muted>{t('partners.noMembers')}</Paragraph>;
  const form = planForm(page, 'partners');
  const { value: _, ...field } = form.field('member');
  return (
    <FoldedAct rq={rq} form={form} summary={t('partners.ask')}>
      <CheckboxGroup
        {...field}
        label={t('partners.askWho')}
        values={form.typed.all('member')}
        options={members.map((member) => ({ value: member.id, label: nameOf(member) }))}
      />
      <Button look="secondary">{t('partners.askSend')}</Button>
    </FoldedAct>
  );
};
