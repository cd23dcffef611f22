import { z } from 'zod';
import {
  areasOf,
  departments,
  MistakeSummary,
  type Mistakes,
  mistakeOf,
  noMistakes,
  optionalDayIn,
  storedFields,
  type Typed,
} from '#gemeente/index.ts';
import { idIn, send, typedForm, wordIn } from '#monitor/index.ts';
import { choosablePeople } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import {
  Button,
  ButtonRow,
  DateField,
  Fieldset,
  Form,
  Heading,
  HiddenField,
  Lead,
  LinkButton,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { type ProposeFocuspunt, proposeFocuspunt } from '../commands/propose.ts';
import { FOCUSPUNTEN, ROUNDS, workHref } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';
import { TrekkerFields } from './forms.tsx';

const NEW = `${FOCUSPUNTEN}/nieuw`;
const ORIGINS = ['problem', 'chance', 'initiative'] as const;

interface Choices {
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}

/** What can be chosen. Four queries. */
const readChoices = (rq: Rq): Promise<Choices> =>
  rq.read(async (db) => {
    const today = isoDate(rq.now);
    return {
      areas: await areasOf(db, rq.gemeente, today, 'focus_area'),
      people: await choosablePeople(db, rq.gemeente, today),
      departments: await departments(db, rq.gemeente, today),
    };
  });

const FROM = `select title, origin, category_id as "category", area_id as "area", hypothesis as problem, effort,
    effort_by, effort_since, effort_why_not, what_is_added, public_sentence as public_summary
  from knelpunt where gemeente = $1 and id = $2 and state = 'candidate'`;

/** A candidate knelpunt fills the form with what was found out about it. */
const fromKnelpunt = async (rq: Rq, id: string): Promise<Typed> => {
  if (!isId(id)) return storedFields({ origin: 'chance' });
  const [row] = await rq.read((db) => runSql<Record<string, string | null>>(db, FROM, [rq.gemeente, id]));
  return storedFields(row ? { ...row, knelpunten: id } : { origin: 'problem' });
};

interface FieldsProps {
  readonly rq: Rq;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
}

const lineOf =
  ({ typed, mistakes }: FieldsProps) =>
  (name: string) => ({ name, value: typed.text(name), ...mistakeOf(mistakes, name) });

const What = (props: FieldsProps & { readonly areas: Choices['areas'] }) => {
  const { rq, areas } = props;
  const t = rq.texts(focuspuntTexts);
  const line = lineOf(props);
  return (
    <>
      <TextField {...line('title')} label={t('field.title')} description={t('field.title.hint')} />
      <Select
        {...line('area')}
        label={t('field.area')}
        emptyLabel={t('form.choose')}
        options={areas.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea {...line('problem')} rows={3} label={t('field.problem')} />
      <TextArea
        {...line('public_summary')}
        rows={3}
        label={t('field.public_summary')}
        description={t('field.public_summary.hint')}
      />
      <RadioGroup
        {...line('origin')}
        inline
        label={t('field.origin')}
        options={ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) }))}
      />
    </>
  );
};

/** S5 of a problem; of the others what the wijkregisseur adds (0.2 D2). */
const Door = (props: FieldsProps) => {
  const { rq, typed, mistakes } = props;
  const t = rq.texts(focuspuntTexts);
  const line = lineOf(props);
  return (
    <>
      <Fieldset legend={t('door.problem')}>
        <TextField {...line('effort')} label={t('field.effort')} />
        <TextField {...line('effort_by')} label={t('field.effort_by')} />
        <DateField
          lang={rq.lang}
          name="effort_since"
          label={t('field.effort_since')}
          value={typed.parts('effort_since')}
          {...mistakeOf(mistakes, 'effort_since')}
        />
        <TextArea {...line('effort_why_not')} rows={2} label={t('field.effort_why_not')} />
      </Fieldset>
      <Fieldset legend={t('door.other')}>
        <TextArea {...line('what_is_added')} rows={2} label={t('field.what_is_added')} />
      </Fieldset>
    </>
  );
};

const newPage = async (rq: Rq, typed: Typed, mistakes: Mistakes) => {
  const t = rq.texts(focuspuntTexts);
  const choices = await readChoices(rq);
  const isWrong = Object.keys(mistakes).length > 0;
  return rq.page({
    title: t('new.title'),
    width: 'staff',
    current: ROUNDS,
    ...(isWrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <MistakeSummary rq={rq} mistakes={mistakes} />
        <Heading level={1}>{t('new.title')}</Heading>
        <Lead>{t('new.lead')}</Lead>
        <Form action={NEW} csrf={rq.csrf}>
          <HiddenField name="knelpunten" value={typed.text('knelpunten')} />
          <HiddenField name="category" value={typed.text('category')} />
          <What rq={rq} typed={typed} mistakes={mistakes} areas={choices.areas} />
          <Door rq={rq} typed={typed} mistakes={mistakes} />
          <Fieldset legend={t('page.trekker')}>
            <TrekkerFields
              rq={rq}
              typed={typed}
              mistakes={mistakes}
              people={choices.people}
              departments={choices.departments}
            />
          </Fieldset>
          <TextField
            {...lineOf({ rq, typed, mistakes })('budget')}
            label={t('field.budget')}
            description={t('field.budget.hint')}
            note={t('form.optional')}
          />
          <ButtonRow>
            <Button>{t('new.save')}</Button>
            <LinkButton href={FOCUSPUNTEN} look="secondary">
              {t('form.cancel')}
            </LinkButton>
          </ButtonRow>
        </Form>
      </>
    ),
  });
};

const proposalIn = (typed: Typed): ProposeFocuspunt => ({
  title: typed.text('title'),
  areaId: typed.text('area'),
  categoryId: idIn(typed, 'category'),
  origin: wordIn(typed, 'origin', ORIGINS) ?? 'problem',
  problem: typed.text('problem'),
  publicSummary: typed.text('public_summary'),
  effort: typed.text('effort'),
  effortBy: typed.text('effort_by'),
  effortSince: optionalDayIn(typed, 'effort_since'),
  effortWhyNot: typed.text('effort_why_not'),
  whatIsAdded: typed.text('what_is_added'),
  budgetLine: typed.text('budget'),
  knelpuntIds: typed.text('knelpunten').split(',').filter(isId),
  trekkerAccountId: idIn(typed, 'trekker'),
  trekkerFunction: typed.text('trekkerFunction'),
  trekkerDepartmentId: idIn(typed, 'trekkerDepartment'),
});

const show = defineRoute({
  method: 'GET',
  path: NEW,
  policy: 'focuspunt.propose',
  query: z.object({ knelpunt: z.string().max(40).catch('').default('') }),
  handle: async (rq, { query }) => newPage(rq, await fromKnelpunt(rq, query.knelpunt), noMistakes),
});

const save = defineRoute({
  method: 'POST',
  path: NEW,
  policy: 'focuspunt.propose',
  form: typedForm,
  maxBody: 100_000,
  handle: async (rq, { form }) => {
    if (!form.ok) return newPage(rq, storedFields({}), noMistakes);
    const sent = await send(rq, focuspuntTexts, () => rq.run(proposeFocuspunt, proposalIn(form.value)));
    if (!sent.ok) return newPage(rq, form.value, sent.mistakes);
    return rq.redirect(
      rq.may('focuspunt.read')
        ? `${workHref(sent.value)}?gedaan=voorgesteld`
        : `${FOCUSPUNTEN}?gedaan=voorgesteld`,
    );
  },
});

/** Proposing a focuspunt. */
export const newRoutes: readonly Route[] = [show, save];
