import { z } from 'zod';
import {
  MistakeSummary,
  type Mistakes,
  mistakeOf,
  noMistakes,
  storedFields,
  type Typed,
  typedFields,
} from '#gemeente/index.ts';
import { nameOf } from '#people/index.ts';
import { formatDate, isoDate } from '#platform/calendar/index.ts';
import {
  Alert,
  Button,
  Card,
  CardList,
  Checkbox,
  DateField,
  EmptyState,
  Form,
  Heading,
  HiddenField,
  InlineForm,
  Lead,
  Paragraph,
  Section,
  Select,
  StatusBadge,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { endMemory, writeMemory } from '../commands/memory.ts';
import { type Memory, memoryKinds, memoryOf } from '../read.ts';
import { wijkteamTexts } from '../texts.ts';
import { AreaChoice, type ShownArea, shownArea } from './areas.tsx';
import { areaQuery, memoryForm, tryForm } from './forms.ts';

/** The memory of the wijken. */
export const MEMORY = '/wijkgeheugen';
const policy = 'memory.write';
const maxBody = 10_000;

interface Shown {
  readonly shown: ShownArea;
  readonly notes: readonly Memory[];
  readonly names: ReadonlyMap<string, string>;
}

const readNotes = (rq: Rq, areaId: string | undefined): Promise<Shown> =>
  rq.read(async (db) => {
    const shown = await shownArea(rq, db, policy, areaId);
    const notes = await memoryOf(db, rq.gemeente, [shown.area.id], isoDate(rq.now), true);
    const makers = notes.map(({ madeBy }) => madeBy);
    return { shown, notes, names: await nameOf(db, rq.gemeente, makers) };
  });

const NoteCard = ({ rq, note, by }: { rq: Rq; note: Memory; by: string | undefined }) => {
  const t = rq.texts(wijkteamTexts);
  const from = formatDate(note.startsOn, rq.lang);
  const period =
    note.endsOn === null
      ? t('memory.open', { from })
      : t('memory.period', { from, to: formatDate(note.endsOn, rq.lang) });
  return (
    <Card
      eyebrow={
        <>
          <StatusBadge tone="neutral">{t(`memory.kind.${note.kind}`)}</StatusBadge>
          {note.public ? <StatusBadge tone="neutral">{t('memory.isPublic')}</StatusBadge> : null}
        </>
      }
      actions={
        <InlineForm
          action={`${MEMORY}/${note.id}/einde`}
          csrf={rq.csrf}
          label={t('memory.end')}
          fields={[{ name: 'area', value: note.areaId }]}
        />
      }
    >
      <Paragraph>{note.text}</Paragraph>
      <Paragraph small muted>
        {period}
        {by === undefined ? null : `, ${t('memory.by', { name: by })}`}
      </Paragraph>
    </Card>
  );
};

interface FieldsProps {
  readonly rq: Rq;
  readonly areaId: string;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
}

const NewNote = ({ rq, areaId, typed, mistakes }: FieldsProps) => {
  const t = rq.texts(wijkteamTexts);
  return (
    <Form action={MEMORY} csrf={rq.csrf}>
      <HiddenField name="area" value={areaId} />
      <Select
        name="kind"
        label={t('memory.kind')}
        value={typed.text('kind')}
        options={memoryKinds.map((kind) => ({ value: kind, label: t(`memory.kind.${kind}`) }))}
      />
      <TextArea
        name="text"
        rows={3}
        label={t('memory.text')}
        description={t('memory.text.help')}
        value={typed.text('text')}
        {...mistakeOf(mistakes, 'text')}
      />
      <DateField
        lang={rq.lang}
        name="startsOn"
        label={t('memory.from')}
        value={typed.parts('startsOn')}
        {...mistakeOf(mistakes, 'startsOn')}
      />
      <DateField
        lang={rq.lang}
        name="endsOn"
        label={t('memory.last')}
        description={t('memory.last.help')}
        note={t('word.optional')}
        value={typed.parts('endsOn')}
        {...mistakeOf(mistakes, 'endsOn')}
      />
      <Checkbox name="public" value="ja" label={t('memory.public')} checked={typed.text('public') === 'ja'} />
      <Button>{t('memory.add')}</Button>
    </Form>
  );
};

const memoryPage = (
  rq: Rq,
  { shown, notes, names }: Shown,
  typed: Typed,
  mistakes: Mistakes,
): PageContent => {
  const t = rq.texts(wijkteamTexts);
  const wrong = mistakes !== noMistakes;
  const title = `${t('memory.title')} ${shown.area.name}`;
  const items = notes.map((note) => ({
    key: note.id,
    card: <NoteCard rq={rq} note={note} by={names.get(note.madeBy)} />,
  }));
  return {
    title,
    width: 'staff',
    current: MEMORY,
    ...(wrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <MistakeSummary rq={rq} mistakes={mistakes} />
        {rq.url.searchParams.has('opgeslagen') && !wrong ? (
          <Alert kind="ok" announce title={t('team.saved')} />
        ) : null}
        <Heading level={1}>{title}</Heading>
        <Lead>{t('memory.lead')}</Lead>
        <AreaChoice rq={rq} shown={shown} action={MEMORY} />
        {items.length === 0 ? (
          <EmptyState title={t('memory.none')}>{t('memory.none.help')}</EmptyState>
        ) : (
          <CardList label={t('memory.title')} items={items} />
        )}
        <Section id="toevoegen" title={t('memory.add')}>
          <NewNote rq={rq} areaId={shown.area.id} typed={typed} mistakes={mistakes} />
        </Section>
      </>
    ),
  };
};

const fresh = (rq: Rq): Typed => storedFields({ startsOn: isoDate(rq.now), kind: 'note' });
const back = (areaId: string): string => `${MEMORY}?gebied=${areaId}&opgeslagen=ja`;

const show = defineRoute({
  method: 'GET',
  path: MEMORY,
  policy,
  query: areaQuery,
  handle: async (rq, { query }) =>
    rq.page(memoryPage(rq, await readNotes(rq, query.gebied), fresh(rq), noMistakes)),
});

const add = defineRoute({
  method: 'POST',
  path: MEMORY,
  policy,
  maxBody,
  form: memoryForm,
  handle: async (rq, { form }) => {
    const mistakes = await tryForm(rq, form, (value) => rq.run(writeMemory, value));
    if (mistakes === null) return rq.redirect(back(form.raw.text('area')));
    const areaId = z.uuid().safeParse(form.raw.text('area')).data;
    return rq.page(memoryPage(rq, await readNotes(rq, areaId), typedFields(form.raw), mistakes));
  },
});

const end = defineRoute({
  method: 'POST',
  path: `${MEMORY}/:id/einde`,
  policy,
  maxBody,
  params: z.object({ id: z.uuid() }),
  form: z.object({ area: z.uuid() }),
  handle: async (rq, { params, form }) => {
    await rq.run(endMemory, { memoryId: params.id });
    return rq.redirect(form.ok ? back(form.value.area) : MEMORY);
  },
});

/** The memory of each wijk: what a colleague must know today. */
export const memoryRoutes: readonly Route[] = [show, add, end];
