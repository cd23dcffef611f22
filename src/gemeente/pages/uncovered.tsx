import { isoDate } from '#platform/calendar/index.ts';
import {
  Button,
  DateField,
  Form,
  List,
  Paragraph,
  Section,
  Select,
  StatusBadge,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { setSetting } from '../commands/set-setting.ts';
import { refuse } from '../errors.ts';
import { areasOf } from '../read/areas.ts';
import type { Buurt } from '../read/buurten.ts';
import type { OverviewRow } from '../read/stored.ts';
import { dropTenantCache } from '../read/tenants.ts';
import { fallbackArea } from '../tenant-settings.ts';
import { gemeenteTexts } from '../texts.ts';
import { dayIn, storedFields, typedFields } from '../web/typed.ts';

interface Props {
  rq: Rq;
  buurten: readonly Buurt[];
  rows: readonly OverviewRow[];
  fallback: string;
}

/** The buurten without a wijkregisseur, and who takes their signalen: nothing may lack an owner (issue 2, line 4). */
export const Uncovered = ({ rq, buurten, rows, fallback }: Props) => {
  const t = rq.texts(gemeenteTexts);
  const area = rows.find((row) => row.id === fallback)?.name;
  return (
    <Section id="uncovered" title={t('uncovered.title')}>
      {buurten.length === 0 ? (
        <Paragraph>{t('uncovered.none')}</Paragraph>
      ) : (
        <>
          <StatusBadge tone="late">{t('uncovered.count', { count: buurten.length })}</StatusBadge>
          <List items={buurten.map(({ id, name }) => ({ key: id, content: name }))} />
        </>
      )}
      <Paragraph>
        {area ? t('uncovered.fallsTo', { name: area }) : t('uncovered.fallsToDepartment')}
      </Paragraph>
      <FallbackForm rq={rq} rows={rows} fallback={fallback} />
    </Section>
  );
};

const FallbackForm = ({ rq, rows, fallback }: Omit<Props, 'buurten'>) => {
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
        value={fallback}
      />
      <DateField
        lang={rq.lang}
        name="validFrom"
        label={t('field.validFrom')}
        value={storedFields({ validFrom: isoDate(rq.now) }).parts('validFrom')}
      />
      <Button look="secondary">{t('act.save')}</Button>
    </Form>
  );
};

/** Sets who takes the signalen of buurten without a wijkregisseur. */
export const fallbackRoute: Route = defineRoute({
  method: 'POST',
  path: '/beheer/gebieden/vangnet',
  policy: 'setting.manage',
  handle: async (rq, { form }) => {
    const area = form.raw.text('area');
    const areas = await rq.read((db) => areasOf(db, rq.gemeente, isoDate(rq.now)));
    if (area !== '' && !areas.some(({ id }) => id === area)) throw refuse('bad_value');
    const validFrom = dayIn(typedFields(form.raw), 'validFrom');
    await rq.run(setSetting, { key: fallbackArea.key, value: area, validFrom });
    dropTenantCache(rq.gemeente);
    return rq.redirect('/beheer/gebieden');
  },
});
