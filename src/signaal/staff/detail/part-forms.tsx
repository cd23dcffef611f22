import { isoDate, plusDays } from '#platform/calendar/index.ts';
import {
  Button,
  ButtonRow,
  DateField,
  FileField,
  InlineForm,
  Paragraph,
  Quote,
  RadioGroup,
  Section,
  Select,
  TextArea,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { signaalTexts } from '../../texts.ts';
import type { PartAct } from '../actions.ts';
import { staffTexts } from '../texts.ts';
import { dayInParts, typedDay } from '../web/day.ts';
import type { PartRow } from './core.ts';
import { ActFrame, FoldedAct } from './frame.tsx';
import { type ActForm, actForm, type DetailPage } from './model.ts';

interface PartProps {
  readonly rq: Rq;
  readonly page: DetailPage;
  readonly part: PartRow;
}

/** The outcomes a holder can give. */
export const holderOutcomes = ['solved', 'partly', 'not_with_explanation', 'handed_over'] as const;
/** Why a part goes back; "eigenaar onbekend" is an answer too (0.2 D11). */
export const returnReasons = [
  'not_ours',
  'wrong_place',
  'too_little_information',
  'no_capacity',
  'owner_unknown',
  'other',
] as const;

/** Everything the holder of this part can do, the one button "Gedaan" first. */
export const PartForms = (props: PartProps) => {
  const { rq, page, part } = props;
  const acts = page.acts.parts.get(part.id) ?? new Set<PartAct>();
  if (acts.size === 0) return null;
  const t = rq.texts(staffTexts);
  return (
    <Section id={`deel-${part.id}`} title={t('part.title', { department: part.department })}>
      {acts.has('accept') ? (
        <InlineForm
          action={`/signalen/${page.core.signaal.id}/delen/${part.id}/aanvaarden`}
          csrf={rq.csrf}
          fields={[{ name: 'versie', value: page.core.signaal.version }]}
          label={t('part.accept')}
        />
      ) : null}
      {acts.has('complete') ? <DoneForm {...props} /> : null}
      {acts.has('plan') ? <PlanForm {...props} /> : null}
      {acts.has('return') ? <ReturnForm {...props} /> : null}
    </Section>
  );
};

/** How the reporters will hear it, in words. */
const Channels = ({ rq, page }: { rq: Rq; page: DetailPage }) => {
  const t = rq.texts(staffTexts);
  const told = page.core.signaal.reporters.filter(({ channel }) => channel !== 'none');
  const names = [...new Set(told.map(({ channel }) => rq.texts(signaalTexts).dynamic(`answer.${channel}`)))];
  return (
    <Paragraph small>
      {names.length === 0 ? t('done.nobody') : t('done.told', { channels: names.join(', ') })}
    </Paragraph>
  );
};

const DoneForm = ({ rq, page, part }: PartProps) => {
  const t = rq.texts(staffTexts);
  const form = actForm(rq, page, `delen/${part.id}/gedaan`);
  const preview = form.isOpen ? page.failed?.preview : undefined;
  const executed = form.isOpen ? typedDay(form.raw, 'gedaan_op') : dayInParts(isoDate(rq.now));
  return (
    <ActFrame form={form} multipart>
      <RadioGroup
        {...form.field('uitkomst')}
        value={form.typed('uitkomst') || 'solved'}
        label={t('done.outcome')}
        options={holderOutcomes.map((value) => ({
          value,
          label: rq.texts(signaalTexts)(`outcome.${value}`),
        }))}
      />
      <DateField {...withoutValue(form, 'gedaan_op')} lang={rq.lang} label={t('done.day')} value={executed} />
      {page.around.texts.length === 0 ? null : (
        <Select
          {...form.field('standaard')}
          label={t('done.standard')}
          emptyLabel={t('done.standard.none')}
          options={page.around.texts.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <TextArea
        {...form.field('antwoord')}
        label={t('done.answer')}
        description={t('done.answer.hint')}
        rows={4}
      />
      <FileField {...withoutValue(form, 'foto')} label={t('done.photo')} accept="image/*" />
      <Channels rq={rq} page={page} />
      {preview ? <Quote by={preview.subject}>{paragraphs(preview.text)}</Quote> : null}
      <ButtonRow>
        <Button>{t('done.send')}</Button>
        <Button look="subtle" name="doe" value="preview">
          {t('done.preview')}
        </Button>
      </ButtonRow>
    </ActFrame>
  );
};

const withoutValue = (form: ActForm, name: string) => {
  const { value: _, ...field } = form.field(name);
  return field;
};

const paragraphs = (text: string) =>
  text.split('\n\n').map((paragraph) => <Paragraph key={paragraph}>{paragraph}</Paragraph>);

const PlanForm = ({ rq, page, part }: PartProps) => {
  const t = rq.texts(staffTexts);
  const form = actForm(rq, page, `delen/${part.id}/plannen`);
  const suggested = part.plannedOn ?? plusDays(isoDate(rq.now), 7);
  return (
    <FoldedAct form={form} summary={t('act.plan')}>
      <RadioGroup
        {...form.field('soort')}
        value={form.typed('soort') || 'on'}
        label={t('plan.kind')}
        options={[
          { value: 'on', label: t('plan.on') },
          { value: 'hear', label: t('plan.hear'), description: t('plan.hear.hint') },
        ]}
      />
      <DateField
        {...withoutValue(form, 'dag')}
        lang={rq.lang}
        label={t('plan.day')}
        value={form.isOpen ? typedDay(form.raw, 'dag') : dayInParts(suggested)}
      />
      <TextArea {...form.field('tekst')} label={t('plan.text')} rows={2} />
      <Button look="secondary">{t('plan.send')}</Button>
    </FoldedAct>
  );
};

const ReturnForm = ({ rq, page, part }: PartProps) => {
  const t = rq.texts(staffTexts);
  const form = actForm(rq, page, `delen/${part.id}/terug`);
  return (
    <FoldedAct form={form} summary={t('act.return')}>
      <RadioGroup
        {...form.field('reden')}
        label={t('return.reason')}
        options={returnReasons.map((value) => ({ value, label: rq.texts(signaalTexts)(`return.${value}`) }))}
      />
      <Select
        {...form.field('eigenaar')}
        label={t('return.owner')}
        emptyLabel={t('return.owner.unknown')}
        options={page.around.departments
          .filter(({ id }) => id !== part.department_id)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea {...form.field('tekst')} label={t('return.note')} rows={2} />
      <Button look="secondary">{t('return.send')}</Button>
    </FoldedAct>
  );
};
