import { MistakeSummary, type Mistakes, noMistakes, type Typed } from '#gemeente/index.ts';
import { Alert, CardList, EmptyState, Heading, Lead, Section } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { wijkteamTexts } from '../texts.ts';
import { AreaChoice } from './areas.tsx';
import { NewNote } from './memory-form.tsx';
import { MEMORY, type Shown } from './memory-model.ts';
import { NoteCard } from './memory-note.tsx';

/** What the wijk remembers, and the form of a new note. */
export const memoryPage = (
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
