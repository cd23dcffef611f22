import { formatDateTime, formatShortDate } from '#platform/calendar/index.ts';
import { EmptyState, List, OwnIn, Paragraph, Quote, Section } from '#platform/web/components/index.ts';
import { regieTexts } from '../texts.ts';
import { lines, withinLine } from '../web/words.ts';
import type { KnotProps } from './knot-facts.tsx';

/** How it went back and forth: each department with its reason. */
export const Journey = ({ rq, page: { parts, moves } }: KnotProps) => {
  const t = rq.texts(regieTexts);
  const day = (date: Date): string => formatShortDate(date, rq.lang);
  const steps = [
    ...parts.map((part) => ({
      key: part.id,
      content: (
        <OwnIn
          own={[part.returnNote && withinLine(part.returnNote)]}
          text={lines(
            t(`journey.part.${part.state}`, {
              department: part.department,
              offered: day(part.offeredAt),
              day: day(part.stateSince),
            }),
            part.returnReason ? t(`return.${part.returnReason}`) : null,
            part.returnNote,
          )}
        />
      ),
    })),
    ...moves.map((move) => ({
      key: move.id,
      content: (
        <OwnIn
          own={[move.reason && withinLine(move.reason)]}
          text={lines(
            t(`journey.move.${move.state}`, {
              department: move.to,
              day: day(move.settledAt ?? move.offeredAt),
            }),
            move.reason,
          )}
        />
      ),
    })),
  ];
  if (steps.length === 0) return null;
  return (
    <Section id="heen-en-weer" title={t('knot.journey')}>
      <List ordered items={steps} />
    </Section>
  );
};

/** What both sides said, and who was not heard yet. */
export const Sides = ({ rq, page: { knot } }: KnotProps) => {
  const t = rq.texts(regieTexts);
  const unheard = [
    { id: knot.sideAId, name: knot.sideA },
    { id: knot.sideBId, name: knot.sideB },
  ].filter(({ id }) => id !== null && !knot.hearings.some(({ departmentId }) => departmentId === id));
  return (
    <Section id="beide-kanten" title={t('knot.sides')}>
      {knot.hearings.length === 0 ? (
        <EmptyState title={t('knot.nobody_heard')}>{t('knot.nobody_heard.text')}</EmptyState>
      ) : null}
      {knot.hearings.map((said) => (
        <Quote
          key={said.id}
          by={[said.department, said.by, t(`hearing.${said.how}`), formatDateTime(new Date(said.at), rq.lang)]
            .filter((part) => part !== null)
            .join(', ')}
        >
          {said.text}
        </Quote>
      ))}
      {unheard.map(({ id, name }) => (
        <Paragraph key={id}>{t('knot.unheard', { department: name ?? '' })}</Paragraph>
      ))}
    </Section>
  );
};
