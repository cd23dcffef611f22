import {
  Card,
  CardList,
  EmptyState,
  InlineForm,
  Paragraph,
  Section,
  StatusBadge,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { PUT_ON_AGENDA } from '#regie/index.ts';
import type { KnotRow } from './columns.ts';
import type { Monday } from './read.ts';
import { mondayTexts } from './texts.ts';

/** Working days in which a knot is decided (product.md C2.9). */
const DAYS = 5;

const holderOf = (rq: Rq, { state, guard }: KnotRow): string => {
  const t = rq.texts(mondayTexts);
  if (state === 'escalated_to_director') return t('knots.director');
  if (state === 'escalated_to_college') return t('knots.college');
  return guard === null ? t('knots.nobody') : t('knots.guard', { name: guard });
};

const Knot = ({ rq, knot, day }: { rq: Rq; knot: KnotRow; day: number }) => {
  const t = rq.texts(mondayTexts);
  return (
    <Card
      title={knot.title}
      titleLevel={3}
      href={`/knopen/${knot.id}`}
      eyebrow={
        <>
          <StatusBadge tone={day > DAYS ? 'late' : 'warning'}>
            {t('knots.day', { day, of: DAYS })}
          </StatusBadge>
          {knot.onAgenda ? <StatusBadge tone="active">{t('knots.onAgenda')}</StatusBadge> : null}
        </>
      }
      actions={
        knot.onAgenda || !rq.may('agenda.put') ? null : (
          <InlineForm
            action={PUT_ON_AGENDA}
            csrf={rq.csrf}
            label={t('knots.alderman')}
            fields={[
              { name: 'soort', value: 'knot' },
              { name: 'onderwerp', value: knot.id },
              { name: 'sentence', value: t('knots.sentence', { day }) },
            ]}
          />
        )
      }
    >
      <Paragraph>
        {holderOf(rq, knot)}
        {knot.sides.length === 0 ? null : `. ${t('knots.sides', { sides: knot.sides.join(', ') })}`}
      </Paragraph>
    </Card>
  );
};

/** "Knopen": who has it, and which day this is. */
export const Knots = ({ rq, monday }: { rq: Rq; monday: Monday }) => {
  const t = rq.texts(mondayTexts);
  const items = monday.knots.map((knot) => ({
    key: knot.id,
    card: <Knot rq={rq} knot={knot} day={monday.dayOfKnot.get(knot.id) ?? 1} />,
  }));
  return (
    <Section id="knopen" title={t('knots')}>
      {items.length === 0 ? (
        <EmptyState title={t('knots.none')}>{t('knots.none.help')}</EmptyState>
      ) : (
        <CardList label={t('knots')} items={items} />
      )}
    </Section>
  );
};
