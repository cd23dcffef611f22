import { z } from 'zod';
import { formatShortDate } from '#platform/calendar/index.ts';
import {
  Button,
  CheckboxGroup,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  Lead,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { type MakeKnelpunt, makeKnelpunt } from '../commands/make.ts';
import { type NewKnelpunt, type NewQuestion, readNew } from '../read/new.ts';
import { knelpuntTexts } from '../texts.ts';
import { attempt, type Failure, unreadable } from './attempt.ts';
import { ids, line, numbersIn, optionalId, words } from './fields.ts';
import { Dense } from './labels.tsx';
import { KNELPUNTEN } from './list.tsx';

/** The form of a new knelpunt. */
const NEW = `${KNELPUNTEN}/nieuw`;

interface NewPage {
  readonly rq: Rq;
  readonly model: NewKnelpunt;
  readonly failed: (Failure & { readonly raw: RawForm }) | null;
}

const mistake = ({ rq, failed }: NewPage, name: string): { error?: string } => {
  const code = failed?.errors[name];
  return code === undefined
    ? {}
    : { error: rq.texts(knelpuntTexts).dynamic(`error.${code}`, failed?.values) };
};

const field = (page: NewPage, name: string, prefilled: string) => ({
  name,
  value: page.failed ? page.failed.raw.text(name) : prefilled,
  ...mistake(page, name),
});

/** What the system can write already: a person only has to read it over. */
const prefilled = (rq: Rq, { theme, street, signalen, suggestionId }: NewKnelpunt) => {
  const t = rq.texts(knelpuntTexts);
  if (signalen.length === 0) return { title: '', sentence: '' };
  const what = theme ?? t('new.something');
  const where = street ?? t('new.somewhere');
  const voices = signalen.reduce((sum, { joined }) => sum + 1 + joined, 0);
  const sentence =
    voices === 1
      ? t('new.sentence_one', { street: where })
      : t('new.sentence', { count: voices, street: where });
  return {
    title: t('new.title', { theme: what, street: where }),
    sentence: suggestionId === null ? '' : sentence,
  };
};

const Signalen = (page: NewPage) => {
  const { rq, model, failed } = page;
  const t = rq.texts(knelpuntTexts);
  const ticked = failed ? failed.raw.all('meldingen') : model.signalen.map(({ id }) => id);
  return (
    <>
      {model.signalen.length === 0 ? null : (
        <CheckboxGroup
          name="meldingen"
          label={t('new.signalen', { count: model.signalen.length })}
          description={t('new.drop_hint')}
          values={ticked}
          {...mistake(page, 'meldingen')}
          options={model.signalen.map((row) => ({
            value: row.id,
            label: t('new.signaal', {
              number: row.number,
              day: formatShortDate(new Date(row.at), rq.lang),
              channel: t.dynamic(`channel.${row.channel}`),
              street: row.street ?? t('new.somewhere'),
            }),
            description:
              row.joined > 0
                ? t('new.joined', { text: row.text ?? t('signaal.wiped'), count: row.joined })
                : (row.text ?? t('signaal.wiped')),
          }))}
        />
      )}
      <TextField
        {...field(page, 'nummers', '')}
        label={t('add.numbers')}
        description={t('add.hint')}
        note={t('word.optional')}
      />
    </>
  );
};

const About = (page: NewPage) => {
  const { rq, model } = page;
  const t = rq.texts(knelpuntTexts);
  const known = prefilled(rq, model);
  return (
    <>
      <TextField
        {...field(page, 'titel', known.title)}
        label={t('field.title')}
        description={t('new.title_hint')}
      />
      <RadioGroup
        {...field(page, 'oorsprong', 'problem')}
        label={t('field.origin')}
        options={(['problem', 'chance', 'initiative'] as const).map((value) => ({
          value,
          label: t(`origin.${value}`),
          description: t(`origin.${value}.about`),
        }))}
      />
      <Select
        {...field(page, 'gebied', model.areaId ?? '')}
        label={t('field.area')}
        emptyLabel={t('new.choose')}
        options={model.areas.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        {...field(page, 'thema', model.themeId ?? '')}
        label={t('field.theme')}
        emptyLabel={t('field.theme_none')}
        options={model.themes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...field(page, 'plek', model.street ?? '')}
        label={t('field.place')}
        note={t('word.optional')}
      />
      <TextArea
        {...field(page, 'vermoeden', '')}
        label={t('field.hypothesis')}
        description={t('new.hypothesis_hint')}
        note={t('word.optional')}
        rows={3}
      />
    </>
  );
};

const newPage = (page: NewPage): PageContent => {
  const { rq, model, failed } = page;
  const t = rq.texts(knelpuntTexts);
  const errors = Object.entries(failed?.errors ?? {}).map(([name, code]) => ({
    ...(name === 'form' ? {} : { fieldId: name }),
    message: t.dynamic(`error.${code}`, failed?.values),
  }));
  return {
    title: t('new.heading'),
    width: 'staff',
    current: KNELPUNTEN,
    hasErrors: errors.length > 0,
    status: failed?.status ?? 200,
    body: (
      <Dense>
        <ErrorSummary lang={rq.lang} errors={errors} />
        <Heading level={1}>{t('new.heading')}</Heading>
        <Lead>{t('new.lead')}</Lead>
        <Form action={NEW} csrf={rq.csrf}>
          {model.suggestionId ? <HiddenField name="patroon" value={model.suggestionId} /> : null}
          <Signalen {...page} />
          {model.care.length === 0 ? null : (
            <CheckboxGroup
              name="zorg"
              label={t('new.care')}
              values={failed?.raw.all('zorg') ?? []}
              options={model.care.map((row) => ({
                value: row.id,
                label: t('care.line', {
                  number: row.number,
                  size: t.dynamic(`size.${row.size}`),
                  note: row.area,
                }),
              }))}
            />
          )}
          <About {...page} />
          <TextArea
            {...field(page, 'zin', prefilled(rq, model).sentence)}
            label={t('field.sentence')}
            description={t('new.sentence_hint')}
            rows={3}
          />
          <Button>{t('new.send')}</Button>
        </Form>
      </Dense>
    ),
  };
};

const show = defineRoute({
  method: 'GET',
  path: NEW,
  policy: 'knelpunt.make',
  query: z.object({
    patroon: z.string().max(100).optional().catch(undefined),
    meldingen: z.string().max(1_000).catch('').default(''),
  }),
  handle: async (rq, { query: { patroon, meldingen } }) => {
    const asked: NewQuestion = {
      suggestionId: patroon ?? null,
      signaalIds: [],
      numbers: numbersIn(meldingen),
    };
    return rq.page(newPage({ rq, model: await readNew(rq, asked), failed: null }));
  },
});

const newForm = z.object({
  patroon: optionalId,
  meldingen: ids,
  nummers: line,
  zorg: ids,
  titel: line,
  oorsprong: z.enum(['problem', 'chance', 'initiative']).catch('problem').default('problem'),
  gebied: z.string().max(100).default(''),
  thema: optionalId,
  plek: line,
  vermoeden: words,
  zin: words,
});

const NAMES = {
  title: 'titel',
  area: 'gebied',
  theme: 'thema',
  sentence: 'zin',
  hypothesis: 'vermoeden',
  place: 'plek',
};

const inputOf = (body: z.infer<typeof newForm>, signaalIds: readonly string[]): MakeKnelpunt => ({
  signaalIds,
  suggestionId: body.patroon,
  carePatternIds: body.zorg,
  origin: body.oorsprong,
  title: body.titel,
  themeId: body.thema,
  areaId: body.gebied,
  placeNote: body.plek,
  hypothesis: body.vermoeden,
  sentence: body.zin,
});

const send = defineRoute({
  method: 'POST',
  path: NEW,
  policy: 'knelpunt.make',
  form: newForm,
  lists: ['meldingen', 'zorg'],
  handle: async (rq, { form }) => {
    const { raw } = form;
    const chosen = raw.all('meldingen');
    const numbers = numbersIn(raw.text('nummers'));
    const asked = { suggestionId: raw.text('patroon') || null, signaalIds: chosen, numbers };
    const model = await readNew(rq, asked);
    const again = (failure: Failure) => rq.page(newPage({ rq, model, failed: { ...failure, raw } }));
    if (!form.ok) return again(unreadable(form.errors));
    const byNumber = numbers.map((number) => model.signalen.find((row) => row.number === number)?.id);
    if (byNumber.includes(undefined)) return again(unreadable({ nummers: 'signaal_unknown' }));
    const signaalIds = [...new Set([...chosen, ...byNumber.flatMap((id) => id ?? [])])];
    const made = await attempt(() => rq.run(makeKnelpunt, inputOf(form.value, signaalIds)), NAMES);
    if (!made.ok) return again(made.failure);
    return rq.redirect(`${KNELPUNTEN}/${made.value.knelpuntId}?gedaan=made`);
  },
});

/** The form with which a knelpunt is made: from signalen, a suggestion, or nothing. */
export const newRoutes: readonly Route[] = [show, send];
