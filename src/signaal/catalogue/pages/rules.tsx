import { dayIn, type Mistakes, mistakeOf, PeriodNote, type Typed } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import {
  Button,
  DateField,
  Form,
  InlineForm,
  Paragraph,
  Section,
  Select,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { RuleRow } from '../read.ts';
import { ruleState } from '../rule-state.ts';
import { catalogueTexts } from '../texts.ts';
import type { SubjectExtra } from './subject-fields.tsx';

/** Where the subjects stand. */
export const SUBJECTS = '/beheer/onderwerpen';

interface RulesProps {
  rq: Rq;
  subjectId: string;
  extra: SubjectExtra;
  /** What was typed for a new rule. */
  typed: Typed;
  mistakes: Mistakes;
}

/** Where a subject goes in one area instead of to its own department, from a day on. */
export const Rules = (props: RulesProps) => {
  const { rq, subjectId, extra } = props;
  const t = rq.texts(catalogueTexts);
  return (
    <Section id="rules" title={t('rules.title')}>
      <Paragraph>{t('rules.lead')}</Paragraph>
      {extra.rules.length === 0 ? (
        <Paragraph>{t('rules.none')}</Paragraph>
      ) : (
        <Table
          lang={rq.lang}
          caption={t('rules.title')}
          captionHidden
          rows={extra.rules}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'area',
              header: t('rules.area'),
              cell: ({ areaName, divisionName }) => `${areaName} (${divisionName})`,
            },
            {
              key: 'department',
              header: t('rules.department'),
              cell: ({ departmentName }) => departmentName,
            },
            { key: 'state', header: t('rules.state'), cell: (rule) => <RuleState rq={rq} rule={rule} /> },
            {
              key: 'act',
              header: t('rules.act'),
              cell: (rule) => <EndRule rq={rq} subjectId={subjectId} rule={rule} />,
            },
          ]}
        />
      )}
      <NewRule {...props} />
    </Section>
  );
};

const RuleState = ({ rq, rule }: { rq: Rq; rule: RuleRow }) => {
  const state = ruleState(rule, isoDate(rq.now));
  return (
    <>
      <StatusBadge tone={state === 'now' ? 'ok' : 'neutral'}>
        {rq.texts(catalogueTexts)(`rules.${state}`)}
      </StatusBadge>{' '}
      <PeriodNote rq={rq} period={rule} />
    </>
  );
};

const EndRule = ({ rq, subjectId, rule }: { rq: Rq; subjectId: string; rule: RuleRow }) => {
  const t = rq.texts(catalogueTexts);
  const today = isoDate(rq.now);
  const state = ruleState(rule, today);
  if (state === 'over') return <>–</>;
  return (
    <InlineForm
      action={`${SUBJECTS}/${subjectId}/regels/einde`}
      csrf={rq.csrf}
      label={t(state === 'now' ? 'rules.end' : 'rules.withdraw')}
      fields={[
        { name: 'area', value: rule.areaId },
        { name: 'from', value: state === 'now' ? today : rule.validFrom },
      ]}
    />
  );
};

const NewRule = ({ rq, subjectId, extra, typed, mistakes }: RulesProps) => {
  const t = rq.texts(catalogueTexts);
  const byDivision = Map.groupBy(extra.areas, ({ division }) => division);
  return (
    <Form action={`${SUBJECTS}/${subjectId}/regels`} csrf={rq.csrf}>
      <Select
        name="ruleArea"
        label={t('rules.area')}
        emptyLabel={t('word.choose')}
        options={[...byDivision].map(([group, areas]) => ({
          group,
          options: areas.map(({ id, name }) => ({ value: id, label: name })),
        }))}
        value={typed.text('ruleArea')}
        {...mistakeOf(mistakes, 'ruleArea')}
      />
      <Select
        name="ruleDepartment"
        label={t('rules.department')}
        emptyLabel={t('word.choose')}
        options={extra.departments.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.text('ruleDepartment')}
        {...mistakeOf(mistakes, 'ruleDepartment')}
      />
      <DateField
        lang={rq.lang}
        name="ruleFrom"
        label={t('rules.from')}
        value={typed.parts('ruleFrom')}
        {...mistakeOf(mistakes, 'ruleFrom')}
      />
      <Button look="secondary">{t('rules.add')}</Button>
    </Form>
  );
};

/** What the form of a new rule says, as the schema wants it. */
export const ruleValues = (typed: Typed) => ({
  areaId: typed.text('ruleArea'),
  departmentId: typed.text('ruleDepartment'),
  validFrom: dayIn(typed, 'ruleFrom'),
});

/** How that form calls the fields of the schema. */
export const RULE_FIELDS = { areaId: 'ruleArea', departmentId: 'ruleDepartment', validFrom: 'ruleFrom' };
