import { formatDate } from '#platform/calendar/index.ts';
import {
  Button,
  Card,
  CheckboxGroup,
  DateField,
  OwnIn,
  Paragraph,
  RadioGroup,
  Select,
  StatusBadge,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { PlacementRow } from '../read/detail.ts';
import { HELD_PLACEMENTS } from '../rules/states.ts';
import { knelpuntTexts } from '../texts.ts';
import { actForm, FoldedAct } from './form.tsx';
import { PlacementBadge, Strip } from './labels.tsx';
import type { DetailPage } from './model.ts';

interface FormProps {
  readonly rq: Rq;
  readonly page: DetailPage;
}

/** Place with departments: how promising, how useful, one sentence; prefilled from earlier advice (S8, D6). */
export const PlaceForm = ({ rq, page, first }: FormProps & { first: boolean }) => {
  const t = rq.texts(knelpuntTexts);
  const form = actForm(rq, page, 'beleggen');
  const { advice, departments, placements } = page.around;
  const held = placements
    .filter(({ state }) => HELD_PLACEMENTS.includes(state))
    .map(({ departmentId }) => departmentId);
  const scale = (name: 'kansrijk' | 'nut', prefilled: number | undefined) => (
    <RadioGroup
      {...form.field(name, String(prefilled ?? ''))}
      label={t(`advice.${name}`)}
      options={['1', '2', '3'].map((value) => ({ value, label: t.dynamic(`advice.${name}.${value}`) }))}
    />
  );
  return (
    <FoldedAct form={form} summary={t('step.place')} first={first}>
      {advice ? <Paragraph muted>{t('advice.prefilled')}</Paragraph> : null}
      <CheckboxGroup
        {...form.field('afdelingen')}
        values={form.all('afdelingen')}
        label={t('place.departments')}
        description={t('place.hint')}
        options={departments
          .filter(({ id }) => !held.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      {scale('kansrijk', advice?.promising)}
      {scale('nut', advice?.useful)}
      <TextField {...form.field('advies', advice?.advice ?? '')} label={t('advice.sentence')} />
      <Button look={first ? 'primary' : 'secondary'}>{t('place.send')}</Button>
    </FoldedAct>
  );
};

const AcceptForm = ({ rq, page, part }: FormProps & { part: PlacementRow }) => {
  const t = rq.texts(knelpuntTexts);
  const form = actForm(rq, page, `delen/${part.id}/aannemen`);
  const { value: _unused, ...field } = form.field('dag');
  return (
    <FoldedAct form={form} summary={t('step.accept')} first={page.failed === null}>
      <DateField
        lang={rq.lang}
        {...field}
        label={t('accept.day')}
        description={t('accept.hint')}
        value={{ day: form.typed('dag-day'), month: form.typed('dag-month'), year: form.typed('dag-year') }}
      />
      <TextArea {...form.field('woord')} label={t('accept.answer')} note={t('word.optional')} rows={2} />
      <Button>{t('accept.send')}</Button>
    </FoldedAct>
  );
};

const REASONS = [
  'not_ours',
  'wrong_place',
  'too_little_information',
  'no_capacity',
  'owner_unknown',
  'other',
] as const;

const ReturnForm = ({ rq, page, part }: FormProps & { part: PlacementRow }) => {
  const t = rq.texts(knelpuntTexts);
  const form = actForm(rq, page, `delen/${part.id}/teruggeven`);
  return (
    <FoldedAct form={form} summary={t('step.return')}>
      <Select
        {...form.field('reden')}
        label={t('return.reason')}
        options={REASONS.map((value) => ({ value, label: t(`return.${value}`) }))}
      />
      <TextArea {...form.field('woord')} label={t('return.answer')} description={t('return.hint')} rows={3} />
      <Select
        {...form.field('wie')}
        label={t('return.whose')}
        emptyLabel={t('return.whose_unknown')}
        options={page.around.departments
          .filter(({ id }) => id !== part.departmentId)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button look="secondary">{t('return.send')}</Button>
    </FoldedAct>
  );
};

const CompleteForm = ({ rq, page, part }: FormProps & { part: PlacementRow }) => {
  const t = rq.texts(knelpuntTexts);
  const form = actForm(rq, page, `delen/${part.id}/gedaan`);
  return (
    <FoldedAct form={form} summary={t('step.complete')} first={page.failed === null}>
      <TextArea {...form.field('woord')} label={t('complete.answer')} rows={3} />
      <Button>{t('complete.send')}</Button>
    </FoldedAct>
  );
};

const termOf = (rq: Rq, part: PlacementRow) => {
  const t = rq.texts(knelpuntTexts);
  if (part.dueAt === null || !HELD_PLACEMENTS.includes(part.state)) return null;
  const day = formatDate(new Date(part.dueAt), rq.lang);
  return new Date(part.dueAt) < rq.now ? (
    <StatusBadge tone="late">{t('list.late', { day })}</StatusBadge>
  ) : (
    <span className="wr-muted">{t('placement.before', { day })}</span>
  );
};

/** One department's part: the advice it got, what it answered, and what it can do now. */
export const PlacementCard = ({ rq, page, part }: FormProps & { part: PlacementRow }) => {
  const t = rq.texts(knelpuntTexts);
  const acts = page.acts.placements.get(part.id) ?? new Set();
  return (
    <Card
      title={part.department}
      eyebrow={
        <Strip>
          <PlacementBadge rq={rq} state={part.state} />
          {termOf(rq, part)}
        </Strip>
      }
    >
      <Paragraph>
        <OwnIn
          text={t('placement.advice', {
            promising: t.dynamic(`advice.kansrijk.${part.promising}`),
            useful: t.dynamic(`advice.nut.${part.useful}`),
            advice: part.advice,
          })}
          own={[part.advice]}
        />
      </Paragraph>
      {part.plannedOn ? (
        <Paragraph>{t('placement.planned', { day: formatDate(part.plannedOn, rq.lang) })}</Paragraph>
      ) : null}
      {part.returnReason ? (
        <Paragraph>
          {t('placement.returned_because', {
            reason: t(`return.${part.returnReason}`),
            whose: part.suggested ?? t('return.whose_unknown'),
          })}
        </Paragraph>
      ) : null}
      {part.answer ? (
        <Paragraph>
          <OwnIn text={t('placement.answer', { text: part.answer })} own={[part.answer]} />
        </Paragraph>
      ) : null}
      {acts.has('accept') ? <AcceptForm rq={rq} page={page} part={part} /> : null}
      {acts.has('complete') ? <CompleteForm rq={rq} page={page} part={part} /> : null}
      {acts.has('return') ? <ReturnForm rq={rq} page={page} part={part} /> : null}
    </Card>
  );
};
