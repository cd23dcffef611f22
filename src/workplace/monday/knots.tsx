import {
  Card,
  CardList,
  EmptyState,
  InlineForm,
  Own,
  Paragraph,
  Section,
  StatusBadge,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { type KnotDay, PUT_ON_AGENDA } from '#regie/index.ts';
import type { KnotRow } from './columns.ts';
import type { Monday } from './read.ts';
import { mondayTexts } from './texts.ts';

const holderOf = (rq: Rq, { state, guard }: KnotRow): string => {
  const t = rq.texts(mondayTexts);
  if (state === 'escalated_to_director') return t('knots.director');
  if (state === 'escalated_to_college') return t('knots.college');
  return guard === null ? t('knots.nobody') : t('knots.guard', { name: guard });
};

const sidesOf = (rq: Rq, { sides }: KnotRow): string =>
  new Intl.ListFormat(rq.lang, { type: 'conjunction' }).format(sides);

const Knot = ({ rq, knot, when }: { rq: Rq; knot: KnotRow; when: KnotDay }) => {
  const t = rq.texts(mondayTexts);
  return (
    <Card
      title={<Own>{knot.title}</Own>}
      titleLevel={3}
      href={`/knopen/${knot.id}`}
      eyebrow={
        <>
          <StatusBadge tone={when.late ? 'late' : 'warning'}>
            {t(when.late ? 'knots.day_late' : 'knots.day', { day: when.day, of: when.of })}
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
              { name: 'sentence', value: t('knots.sentence', { day: when.day }) },
            ]}
          />
        )
      }
    >
      <Paragraph>
        {[
          holderOf(rq, knot),
          ...(knot.sides.length === 0 ? [] : [t('knots.sides', { sides: sidesOf(rq, knot) })]),
        ].join(' ')}
      </Paragraph>
    </Card>
  );
};

/** "Knopen": who has it, and which day this is. */
export const Knots = ({ rq, monday }: { rq: Rq; monday: Monday }) => {
  const t = rq.texts(mondayTexts);
  const items = monday.knots.flatMap((knot) => {
    const when = monday.dayOfKnot.get(knot.id);
    return when ? [{ key: knot.id, card: <Knot rq={rq} knot={knot} when={when} /> }] : [];
  });
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
