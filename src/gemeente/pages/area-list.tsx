import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import {
  Heading,
  Lead,
  Link,
  LinkButton,
  Paragraph,
  Section,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { setSetting } from '../commands/set-setting.ts';
import { refuse } from '../errors.ts';
import { type Buurt, listBuurten } from '../read/buurten.ts';
import { type ComingChange, comingChanges } from '../read/outlines.ts';
import { areaOverview, type OverviewRow } from '../read/stored.ts';
import { dropTenantCache } from '../read/tenants.ts';
import { readSettings } from '../settings.ts';
import { fallbackArea } from '../tenant-settings.ts';
import { gemeenteTexts } from '../texts.ts';
import { attempt, MistakeSummary, type Mistakes, noMistakes } from '../web/form.tsx';
import type { GemeenteParts } from '../web/parts.ts';
import { PeriodNote, periodInWords } from '../web/period-note.tsx';
import { dayIn, storedFields, type Typed, typedFields } from '../web/typed.ts';
import { AREAS, Begin, Coming } from './area-begin.tsx';
import { Uncovered } from './uncovered.tsx';

interface View {
  readonly rows: readonly OverviewRow[];
  readonly buurten: readonly Buurt[];
  readonly coming: readonly ComingChange[];
  readonly covered: 'all' | readonly string[];
  readonly fallback: string;
}

const readView = (rq: Rq, parts: GemeenteParts): Promise<View> => {
  const today = isoDate(rq.now);
  return rq.read(async (db) => ({
    rows: await areaOverview(db, rq.gemeente, today),
    buurten: await listBuurten(db, rq.gemeente, today),
    coming: await comingChanges(db, rq.gemeente, today),
    covered: await parts.coveredBuurten(db, rq.gemeente, today),
    fallback: (await readSettings(db, rq.gemeente, today)).get(fallbackArea),
  }));
};

const areasPage = (rq: Rq, view: View, typed: Typed, mistakes: Mistakes): PageContent => ({
  title: rq.texts(gemeenteTexts)('area.list'),
  width: 'staff',
  current: '/beheer',
  ...(mistakes === noMistakes ? {} : { status: 422, hasErrors: true }),
  body: (
    <>
      <MistakeSummary rq={rq} mistakes={mistakes} />
      <AreaList rq={rq} view={view} typed={typed} mistakes={mistakes} />
    </>
  ),
});

/** The page with all divisions, their areas, and the buurten; and who takes what no wijkregisseur has. */
export const areaListRoutes = (parts: GemeenteParts): Route[] => [
  defineRoute({
    method: 'GET',
    path: AREAS,
    policy: 'area.manage',
    handle: async (rq) => {
      const view = await readView(rq, parts);
      const typed = storedFields({ area: view.fallback, validFrom: isoDate(rq.now) });
      return rq.page(areasPage(rq, view, typed, noMistakes));
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${AREAS}/vangnet`,
    policy: 'setting.manage',
    handle: async (rq, { form }) => {
      const typed = typedFields(form.raw);
      const view = await readView(rq, parts);
      const area = typed.text('area');
      const tried = await attempt(rq, async () => {
        if (area !== '' && !view.rows.some(({ id }) => id === area))
          throw refuse('bad_value', { fields: { area: 'bad_value' } });
        const validFrom = dayIn(typed, 'validFrom');
        await rq.run(setSetting, { key: fallbackArea.key, value: area, validFrom });
      });
      if (!tried.ok) return rq.page(areasPage(rq, view, typed, tried.mistakes));
      dropTenantCache(rq.gemeente);
      return rq.redirect(AREAS);
    },
  }),
];

interface ListProps {
  rq: Rq;
  view: View;
  typed: Typed;
  mistakes: Mistakes;
}

const AreaList = ({ rq, view, typed, mistakes }: ListProps) => {
  const t = rq.texts(gemeenteTexts);
  const divisions = [...Map.groupBy(view.rows, (row) => row.divisionId).values()];
  const isCovered = (buurt: Buurt): boolean => view.covered === 'all' || view.covered.includes(buurt.id);
  return (
    <>
      <Heading level={1}>{t('area.list')}</Heading>
      <Lead>{t('area.listLead')}</Lead>
      <Begin rq={rq} isEmpty={view.buurten.length === 0} />
      <Coming rq={rq} coming={view.coming} />
      {view.buurten.length === 0 ? null : (
        <Uncovered
          rq={rq}
          buurten={view.buurten.filter((buurt) => !isCovered(buurt))}
          rows={view.rows}
          fallback={view.fallback}
          typed={typed}
          mistakes={mistakes}
        />
      )}
      {divisions.map((rows) => (
        <Division key={rows[0]?.divisionId} rq={rq} rows={rows} buurten={view.buurten} />
      ))}
      <LinkButton href="/beheer/indelingen/nieuw" look="secondary">
        {t('division.new')}
      </LinkButton>
      <Buurten rq={rq} buurten={view.buurten} />
    </>
  );
};

interface DivisionProps {
  rq: Rq;
  rows: readonly OverviewRow[];
  buurten: readonly Buurt[];
}

const Division = ({ rq, rows, buurten }: DivisionProps) => {
  const t = rq.texts(gemeenteTexts);
  const [first] = rows;
  if (!first) return null;
  const { divisionId, divisionName, divisionFrom, divisionTo } = first;
  const period = periodInWords(rq, { validFrom: divisionFrom, validTo: divisionTo });
  return (
    <Section id={`division-${divisionId}`} title={divisionName}>
      <Paragraph>
        {t(`divisionKind.${first.kind}`)}, {period}.{' '}
        <Link href={`/beheer/indelingen/${divisionId}`}>{t('division.change', { name: divisionName })}</Link>
      </Paragraph>
      <AreaTable rq={rq} title={divisionName} rows={rows} buurten={buurten} />
      <ResidentsNote rq={rq} buurten={buurten} />
      <LinkButton href={`${AREAS}/nieuw?indeling=${divisionId}`} look="secondary">
        {t('area.newIn', { name: divisionName })}
      </LinkButton>
    </Section>
  );
};

/** A figure says of which day it is (design.md, law 10). */
const ResidentsNote = ({ rq, buurten }: Pick<DivisionProps, 'rq' | 'buurten'>) => {
  const days = [...new Set(buurten.flatMap(({ residentsAt }) => residentsAt ?? []))].sort();
  if (days.length === 0) return null;
  const dates = days.map((day) => formatShortDate(day, rq.lang)).join(', ');
  return (
    <Paragraph small muted>
      {rq.texts(gemeenteTexts)('area.residentsDates', { dates })}
    </Paragraph>
  );
};

const AreaTable = ({ rq, title, rows, buurten }: DivisionProps & { title: string }) => {
  const t = rq.texts(gemeenteTexts);
  const areas = rows.flatMap((row) =>
    row.id !== null && row.validFrom !== null ? [{ ...row, id: row.id, validFrom: row.validFrom }] : [],
  );
  if (areas.length === 0) return <Paragraph>{t('area.none')}</Paragraph>;
  const own = (row: OverviewRow) => buurten.filter(({ id }) => row.buurtIds.includes(id));
  const count = (value: number) => value.toLocaleString(rq.lang);
  return (
    <Table
      lang={rq.lang}
      caption={title}
      captionHidden
      rows={areas}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          header: t('field.name'),
          cell: (row) => <Link href={`${AREAS}/${row.id}`}>{row.name}</Link>,
        },
        {
          key: 'buurten',
          header: t('area.buurten'),
          cell: (row) =>
            own(row)
              .map(({ name }) => name)
              .join(', ') || '–',
        },
        {
          key: 'residents',
          header: t('area.residents'),
          numeric: true,
          cell: (row) => residentsOf(own(row))?.toLocaleString(rq.lang) ?? t('word.notMeasured'),
        },
        {
          key: 'printed',
          header: t('area.printedShort'),
          numeric: true,
          cell: (row) => (row.printedResidents === null ? '–' : count(row.printedResidents)),
        },
        { key: 'period', header: t('field.period'), cell: (row) => <PeriodNote rq={rq} period={row} /> },
      ]}
    />
  );
};

/** The sum of what is known; null when of no buurt anything is. */
const residentsOf = (buurten: readonly Buurt[]): number | null => {
  const known = buurten.flatMap(({ residents }) => residents ?? []);
  return known.length === 0 ? null : known.reduce((sum, residents) => sum + residents, 0);
};

const Buurten = ({ rq, buurten }: { rq: Rq; buurten: readonly Buurt[] }) => {
  const t = rq.texts(gemeenteTexts);
  return (
    <Section id="buurten" title={t('buurt.title')}>
      {buurten.length === 0 ? null : <BuurtTable rq={rq} buurten={buurten} />}
      <LinkButton href="/beheer/buurten/nieuw" look="secondary">
        {t('buurt.new')}
      </LinkButton>
    </Section>
  );
};

const BuurtTable = ({ rq, buurten }: { rq: Rq; buurten: readonly Buurt[] }) => {
  const t = rq.texts(gemeenteTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('buurt.title')}
      captionHidden
      rows={buurten}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          header: t('field.name'),
          cell: (row) => <Link href={`/beheer/buurten/${row.id}`}>{row.name}</Link>,
        },
        { key: 'code', header: t('buurt.code'), cell: (row) => row.code },
        {
          key: 'residents',
          header: t('buurt.residents'),
          numeric: true,
          cell: (row) => row.residents?.toLocaleString(rq.lang) ?? t('word.notMeasured'),
        },
        {
          key: 'outline',
          header: t('buurt.outline'),
          cell: (row) => (row.hasOutline ? row.outlineSource : t('buurt.noOutline')),
        },
      ]}
    />
  );
};
