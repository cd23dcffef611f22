import { Button, DateField, Paragraph, TextArea, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { KnelpuntStep } from '../rules/states.ts';
import { knelpuntTexts } from '../texts.ts';
import { actForm, FoldedAct } from './form.tsx';
import type { DetailPage } from './model.ts';
import { PlaceForm } from './placement-forms.tsx';

interface FormProps {
  readonly rq: Rq;
  readonly page: DetailPage;
  /** It is the next best act of this page. */
  readonly first: boolean;
}

const look = (first: boolean): 'primary' | 'secondary' => (first ? 'primary' : 'secondary');

const InvestigateForm = ({ rq, page, first }: FormProps) => {
  const t = rq.texts(knelpuntTexts);
  const form = actForm(rq, page, 'onderzoeken');
  return (
    <FoldedAct form={form} summary={t('step.investigate')} first={first}>
      <TextArea
        {...form.field('vermoeden', page.knelpunt.hypothesis)}
        label={t('field.hypothesis')}
        description={t('investigate.hint')}
        rows={4}
      />
      <Button look={look(first)}>{t('investigate.send')}</Button>
    </FoldedAct>
  );
};

const ReconsiderForm = ({ rq, page, first }: FormProps) => {
  const t = rq.texts(knelpuntTexts);
  const form = actForm(rq, page, 'heroverwegen');
  return (
    <FoldedAct form={form} summary={t('step.reconsider')} first={first}>
      <TextArea {...form.field('vermoeden', page.knelpunt.hypothesis)} label={t('reconsider.why')} rows={4} />
      <Button look={look(first)}>{t('reconsider.send')}</Button>
    </FoldedAct>
  );
};

const ResolveForm = ({ rq, page, first }: FormProps) => {
  const t = rq.texts(knelpuntTexts);
  const form = actForm(rq, page, 'opgelost');
  return (
    <FoldedAct form={form} summary={t('step.resolve')} first={first}>
      <TextArea
        {...form.field('zin')}
        label={t('resolve.sentence')}
        description={t('sentence.hint')}
        rows={3}
      />
      <Button look={look(first)}>{t('resolve.send')}</Button>
    </FoldedAct>
  );
};

const FallShortForm = ({ rq, page, first }: FormProps) => {
  const t = rq.texts(knelpuntTexts);
  const form = actForm(rq, page, 'onvoldoende');
  return (
    <FoldedAct form={form} summary={t('step.fall_short')} first={first}>
      <TextArea {...form.field('waarom')} label={t('field.effort_why_not')} rows={3} />
      <Button look={look(first)}>{t('fall_short.send')}</Button>
    </FoldedAct>
  );
};

const DropForm = ({ rq, page, first }: FormProps) => {
  const t = rq.texts(knelpuntTexts);
  const form = actForm(rq, page, 'geen-actie');
  return (
    <FoldedAct form={form} summary={t('step.drop')} first={first}>
      <TextArea {...form.field('reden')} label={t('drop.reason')} description={t('drop.hint')} rows={3} />
      <Button look="danger">{t('drop.send')}</Button>
    </FoldedAct>
  );
};

/** The test of S5, asked of a problem; of the others only what the wijkregisseur adds (D2). */
const NominateForm = ({ rq, page, first }: FormProps) => {
  const t = rq.texts(knelpuntTexts);
  const form = actForm(rq, page, 'kandidaat');
  const { knelpunt } = page;
  const since = knelpunt.effort_since ?? '';
  const day = (part: string, from: number, to: number): string =>
    form.isOpen ? form.typed(`sinds-${part}`) : since.slice(from, to).replace(/^0/, '');
  const { value: _unused, ...sinceField } = form.field('sinds');
  return (
    <FoldedAct form={form} summary={t('step.nominate')} first={first}>
      {knelpunt.origin === 'problem' ? (
        <>
          <Paragraph>{t('nominate.problem')}</Paragraph>
          <TextArea {...form.field('inzet', knelpunt.effort ?? '')} label={t('field.effort')} rows={3} />
          <TextField {...form.field('door', knelpunt.effort_by ?? '')} label={t('field.effort_by')} />
          <DateField
            lang={rq.lang}
            {...sinceField}
            label={t('field.effort_since')}
            value={{ day: day('day', 8, 10), month: day('month', 5, 7), year: day('year', 0, 4) }}
          />
          <TextArea
            {...form.field('waarom', knelpunt.effort_why_not ?? '')}
            label={t('field.effort_why_not')}
            rows={3}
          />
        </>
      ) : (
        <TextArea
          {...form.field('toevoegen', knelpunt.what_is_added ?? '')}
          label={t('field.what_is_added')}
          rows={3}
        />
      )}
      <Button look={look(first)}>{t('nominate.send')}</Button>
    </FoldedAct>
  );
};

const FORMS: readonly [KnelpuntStep, (props: FormProps) => React.ReactElement][] = [
  ['investigate', InvestigateForm],
  ['place', PlaceForm],
  ['resolve', ResolveForm],
  ['fall_short', FallShortForm],
  ['nominate', NominateForm],
  ['drop', DropForm],
  ['reconsider', ReconsiderForm],
];

/** The next best act in each state: one stands open, the rest is folded away (design.md, "The look"). */
const NEXT: Partial<Record<DetailPage['knelpunt']['state'], KnelpuntStep>> = {
  noticed: 'investigate',
  investigated: 'place',
  insufficient: 'nominate',
};

/** The decisions of the wijkregisseur that are possible now. */
export const DecideForms = ({ rq, page }: Omit<FormProps, 'first'>) => (
  <>
    {FORMS.filter(([step]) => page.acts.steps.has(step)).map(([step, Act]) => (
      <Act
        key={step}
        rq={rq}
        page={page}
        first={NEXT[page.knelpunt.state] === step && page.failed === null}
      />
    ))}
  </>
);
