import { formatDate, formatDateTime } from '#platform/calendar/index.ts';
import {
  Heading,
  Link,
  List,
  Paragraph,
  Quote,
  Section,
  SummaryList,
  type SummaryRow,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { DecisionRow } from '../read/knot.ts';
import { regieTexts } from '../texts.ts';
import { euros, lines } from '../web/words.ts';
import type { KnotProps } from './knot-facts.tsx';

const Decision = ({ rq, decision }: { rq: Rq; decision: DecisionRow }) => {
  const t = rq.texts(regieTexts);
  const rows: SummaryRow[] = [
    { key: 'owner', term: t('decision.owner'), value: decision.owner },
    { key: 'due', term: t('decision.due'), value: formatDate(decision.dueOn, rq.lang) },
    {
      key: 'budget',
      term: t('decision.budget'),
      value: [decision.budgetLine, decision.amountEuro === null ? null : euros(rq.lang, decision.amountEuro)]
        .filter((part) => part !== null)
        .join(', '),
    },
    {
      key: 'by',
      term: t('decision.by'),
      value: `${t(`level.${decision.level}`)}, ${decision.by}, ${formatDateTime(new Date(decision.at), rq.lang)}`,
    },
    { key: 'mandate', term: t('decision.mandate'), value: decision.mandate ?? t('decision.own_power') },
  ];
  return (
    <>
      <Quote>{decision.text}</Quote>
      <SummaryList rows={rows} />
      <Heading level={3}>{t('decision.public')}</Heading>
      {decision.publicText.split('\n\n').map((paragraph) => (
        <Paragraph key={paragraph}>{paragraph}</Paragraph>
      ))}
    </>
  );
};

/** The decision in force, with those it replaced. */
export const Decisions = ({ rq, page: { knot } }: KnotProps) => {
  const t = rq.texts(regieTexts);
  const [latest, ...replaced] = knot.decisions;
  if (!latest) return null;
  return (
    <Section id="besluit" title={t('knot.decision')}>
      <Decision rq={rq} decision={latest} />
      {knot.objectKind === 'group' ? (
        <Paragraph>
          <Link href={`/groepen/${knot.objectId}/brief`}>{t('knot.letter')}</Link>
        </Paragraph>
      ) : null}
      {replaced.length === 0 ? null : (
        <>
          <Heading level={3}>{t('knot.replaced')}</Heading>
          <List
            items={replaced.map(({ id, at, owner, text }) => ({
              key: id,
              content: lines(`${formatDateTime(new Date(at), rq.lang)}: ${owner}`, text),
            }))}
          />
        </>
      )}
    </Section>
  );
};
