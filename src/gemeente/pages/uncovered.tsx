import {
  Button,
  Details,
  Form,
  Paragraph,
  Section,
  Select,
  StatusBadge,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Buurt } from '../read/buurten.ts';
import type { OverviewRow } from '../read/stored.ts';
import { gemeenteTexts } from '../texts.ts';
import { FromField, type Mistakes, mistakeOf } from '../web/form.tsx';
import type { Typed } from '../web/typed.ts';

interface Props {
  rq: Rq;
  buurten: readonly Buurt[];
  rows: readonly OverviewRow[];
  /** Id of the area that is the fallback today; empty for the department. */
  fallback: string;
  typed: Typed;
  mistakes: Mistakes;
}

/** The buurten without a wijkregisseur, and who takes their signalen: nothing may lack an owner (issue 2, line 4). */
export const Uncovered = ({ rq, buurten, rows, fallback, typed, mistakes }: Props) => {
  const t = rq.texts(gemeenteTexts);
  const area = rows.find((row) => row.id === fallback)?.name;
  return (
    <Section id="uncovered" title={t('uncovered.title')}>
      {buurten.length === 0 ? (
        <Paragraph>{t('uncovered.none')}</Paragraph>
      ) : (
        <>
          <StatusBadge tone="late">{t('uncovered.count', { count: buurten.length })}</StatusBadge>
          <Names rq={rq} buurten={buurten} />
        </>
      )}
      <Paragraph>
        {area ? t('uncovered.fallsTo', { name: area }) : t('uncovered.fallsToDepartment')}
      </Paragraph>
      <FallbackForm rq={rq} rows={rows} typed={typed} mistakes={mistakes} />
    </Section>
  );
};

/** More names than this are no sentence any more. */
const MOST_NAMED = 12;

const Names = ({ rq, buurten }: Pick<Props, 'rq' | 'buurten'>) => {
  const names = <Paragraph>{buurten.map(({ name }) => name).join(', ')}</Paragraph>;
  if (buurten.length <= MOST_NAMED) return names;
  return <Details summary={rq.texts(gemeenteTexts)('uncovered.which')}>{names}</Details>;
};

const FallbackForm = ({ rq, rows, typed, mistakes }: Pick<Props, 'rq' | 'rows' | 'typed' | 'mistakes'>) => {
  const t = rq.texts(gemeenteTexts);
  const options = rows.flatMap(({ id, name, kind, divisionName }) =>
    id !== null && kind !== 'focus_area' ? [{ value: id, label: `${name} (${divisionName})` }] : [],
  );
  return (
    <Form action="/beheer/gebieden/vangnet" csrf={rq.csrf}>
      <Select
        name="area"
        label={t('uncovered.choose')}
        description={t('uncovered.chooseHelp')}
        emptyLabel={t('uncovered.department')}
        options={options}
        {...mistakeOf(mistakes, 'area')}
        value={typed.text('area')}
      />
      <FromField rq={rq} typed={typed} mistakes={mistakes} />
      <Button look="secondary">{t('act.save')}</Button>
    </Form>
  );
};
