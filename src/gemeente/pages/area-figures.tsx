import { isoDate } from '#platform/calendar/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { Heading, Lead, LinkButton, Section } from '#platform/web/components/index.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { BackToAreas, IMPORT } from '../imports/pages/start.tsx';
import { importTexts } from '../imports/texts.ts';
import { figuresOfArea, type RegionFigure, regionFiguresSql } from '../key-figures/area-figures.ts';
import { FigureTable } from '../key-figures/figure-table.tsx';
import { type Area, areasOf } from '../read/areas.ts';
import { AREAS } from './area-begin.tsx';

/** Where the key figures of all areas stand. */
export const FIGURES = `${AREAS}/kerncijfers`;

type Counted = Pick<Area, 'id'> & { readonly rows: readonly RegionFigure[] };

/** The figures of each area, in one query. */
const figuresOf = async (
  db: TenantDb,
  gemeente: string,
  day: string,
  areas: readonly Area[],
): Promise<ReadonlyMap<string, readonly RegionFigure[]>> => {
  const rows = await runSql<Counted>(
    db,
    `select a.id, ${regionFiguresSql('$1', 'a.buurten', '$2')} as rows
     from unnest($3::text[], $4::text[]) as given(id, list)
     cross join lateral (select given.id, string_to_array(given.list, ' ')::uuid[] as buurten) a`,
    [gemeente, day, areas.map(({ id }) => id), areas.map(({ buurtIds }) => buurtIds.join(' '))],
  );
  return new Map(rows.map(({ id, rows: own }) => [id, own]));
};

/** The key figures of every area of every division, each with its source and date. */
export const areaFiguresRoute: Route = defineRoute({
  method: 'GET',
  path: FIGURES,
  policy: 'area.manage',
  handle: async (rq) => {
    const t = rq.texts(importTexts);
    const day = isoDate(rq.now);
    const { areas, figures } = await rq.read(async (db) => {
      const found = await areasOf(db, rq.gemeente, day);
      return { areas: found, figures: await figuresOf(db, rq.gemeente, day, found) };
    });
    return rq.page({
      title: t('table.all'),
      width: 'staff',
      current: '/beheer',
      body: (
        <>
          <BackToAreas rq={rq} />
          <Heading level={1}>{t('table.all')}</Heading>
          <Lead>{t('table.lead')}</Lead>
          <LinkButton href={IMPORT} look="secondary">
            {t('page.title')}
          </LinkButton>
          {areas.map(({ id, name, divisionName, buurtIds }) => (
            <Section key={id} id={`area-${id}`} title={`${name} (${divisionName})`}>
              <FigureTable
                rq={rq}
                name={name}
                figures={figuresOfArea(figures.get(id) ?? [], buurtIds.length)}
              />
            </Section>
          ))}
        </>
      ),
    });
  },
});
