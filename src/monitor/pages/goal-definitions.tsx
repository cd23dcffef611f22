import { formatDate } from '#platform/calendar/index.ts';
import { List, Section } from '#platform/web/components/index.ts';
import { monitorTexts } from '../texts.ts';
import type { PageProps } from './goal-facts.tsx';

/** Earlier ways of reckoning, when there were any. */
export const Definitions = ({ rq, page: { goal, definitions } }: PageProps) => {
  const t = rq.texts(monitorTexts);
  if (definitions.length < 2) return null;
  return (
    <Section id="definities" title={t('goal.definitions')}>
      <List
        items={definitions.map(({ version, definition, madeOn }) => ({
          key: `${goal.id} ${version}`,
          content: t('goal.definitionFrom', {
            version,
            date: formatDate(madeOn, rq.lang),
            definition: definition || t('goal.noDefinition'),
          }),
        }))}
      />
    </Section>
  );
};
