import { formatDate } from '#platform/calendar/index.ts';
import { Card, InlineForm, Own, Paragraph, StatusBadge } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Memory } from '../read.ts';
import { wijkteamTexts } from '../texts.ts';
import { MEMORY } from './memory-model.ts';

/** One note: from when to when, for whom to read, and its end. */
export const NoteCard = ({ rq, note, by }: { rq: Rq; note: Memory; by: string | undefined }) => {
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
      <Paragraph>
        <Own>{note.text}</Own>
      </Paragraph>
      <Paragraph small muted>
        {period}
        {by === undefined ? null : `, ${t('memory.by', { name: by })}`}
      </Paragraph>
    </Card>
  );
};
