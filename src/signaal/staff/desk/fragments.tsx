import { departments } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { Alert, Link, List, Paragraph } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { buurtOfStreet, streetSearch } from '../../store/place.ts';
import { type ResolvedRoute, resolveRoute } from '../../store/routing.ts';
import { signaalTexts } from '../../texts.ts';
import { staffTexts } from '../texts.ts';
import { categoryName } from '../web/labels.tsx';
import { signaalHref } from '../web/rows.tsx';
import { kinds } from './form.ts';
import { openInStreet, type StreetSignaal } from './read.ts';
import { standingSentence } from './sentences.ts';

type Typed = (name: string) => string;

/** "Gaat naar Groen, omdat ...": asked of the same rules that the command asks. Empty until something was told. */
export const routePiece = async (rq: Rq, typed: Typed): Promise<React.ReactElement> => {
  const text = typed('tekst').slice(0, 4_000);
  if (text.trim() === '') return <RouteFirst rq={rq} />;
  const found = await rq.read(async (db) => {
    const place = { db, gemeente: rq.gemeente, today: isoDate(rq.now) };
    const chosen = typed('buurt');
    const street = typed('plek_straat').slice(0, 200);
    const buurtId = isId(chosen) ? chosen : street === '' ? null : await buurtOfStreet(place, street);
    const kind = kinds.find((known) => known === typed('soort')) ?? 'report';
    const categoryId = isId(typed('onderwerp')) ? typed('onderwerp') : null;
    const route = await resolveRoute(place, { kind, text, street, categoryId, buurtId, outside: false });
    const known = await departments(db, rq.gemeente, place.today);
    return { route, owner: known.find(({ id }) => id === route.departmentId)?.name ?? '' };
  });
  return <RouteLine rq={rq} {...found} />;
};

/** Nothing was told yet. */
export const RouteFirst = ({ rq }: { rq: Rq }) => (
  <Paragraph muted>{rq.texts(staffTexts)('route.first')}</Paragraph>
);

const RouteLine = ({ rq, route, owner }: { rq: Rq; route: ResolvedRoute; owner: string }) => {
  const t = rq.texts(staffTexts);
  const reason = rq.texts(signaalTexts).dynamic(`reason.${route.reason}`);
  const { category } = route;
  return (
    <Alert
      kind="info"
      title={t('route.goes', { owner: t.dynamic(`owner.${route.queue}`, { name: owner }), reason })}
    >
      {category ? (
        <Paragraph>
          {t('route.category', {
            category: categoryName(rq, { category: category.name, categoryEn: category.nameEn }),
          })}
        </Paragraph>
      ) : null}
    </Alert>
  );
};

/** What is open in a street, each with a sentence to read aloud. */
export const streetPiece = async (rq: Rq, street: string): Promise<React.ReactElement> => {
  const t = rq.texts(staffTexts);
  const wanted = streetSearch(street.slice(0, 200));
  if (wanted === '') return <Paragraph muted>{t('side.street.first')}</Paragraph>;
  const rows = await rq.read((db) => openInStreet(db, rq.gemeente, wanted));
  if (rows.length === 0) return <Paragraph muted>{t('side.street.none', { street })}</Paragraph>;
  return (
    <List plain items={rows.map((row) => ({ key: row.id, content: <StreetLine rq={rq} row={row} /> }))} />
  );
};

const StreetLine = ({ rq, row }: { rq: Rq; row: StreetSignaal }) => {
  const name = `${categoryName(rq, row)} (${rq.texts(staffTexts)('signaal.number', { number: row.number })})`;
  return (
    <>
      {row.mayOpen ? <Link href={signaalHref(row.id)}>{name}</Link> : <strong>{name}</strong>}
      <br />
      {standingSentence(rq, row)}
    </>
  );
};
