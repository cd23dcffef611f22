import { departments } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { Alert, Button, ButtonRow, KeyHint, Link, List, Paragraph } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { likenessOf, rankOf } from '../../neighbours/likeness.ts';
import { neighbourTexts } from '../../neighbours/texts.ts';
import { suggestCategory, withoutStreet } from '../../rules/suggest-category.ts';
import { streetSearch } from '../../store/place.ts';
import {
  ownerAmong,
  type ResolvedRoute,
  type RoutableCategory,
  routableCategories,
  routeAmong,
} from '../../store/routing.ts';
import { signaalTexts } from '../../texts.ts';
import { staffTexts } from '../texts.ts';
import { categoryName } from '../web/labels.tsx';
import { signaalHref } from '../web/rows.tsx';
import { DESK_FORM, kinds } from './form.ts';
import { buurtTold, type DeskView, openInStreet, type StreetSignaal } from './read.ts';
import { standingSentence } from './sentences.ts';

type Typed = (name: string) => string;
type Around = Pick<DeskView, 'categories' | 'departments'>;

/** "Gaat naar Groen, omdat ...": asked of the same rules that the command asks. Empty until something was told. */
export const routePiece = async (rq: Rq, typed: Typed): Promise<React.ReactElement> => {
  if (typed('tekst').trim() === '') return <RouteFirst rq={rq} />;
  const around = await rq.read(async (db): Promise<Around> => {
    const place = { db, gemeente: rq.gemeente, today: isoDate(rq.now) };
    return {
      categories: await routableCategories(place, await buurtTold(place, typed)),
      departments: await departments(db, rq.gemeente, place.today),
    };
  });
  return routeShown(rq, typed, around);
};

/** The same line of what was read already. */
export const routeShown = (rq: Rq, typed: Typed, around: Around): React.ReactElement => {
  const text = typed('tekst').slice(0, 4_000);
  if (text.trim() === '') return <RouteFirst rq={rq} />;
  const kind = kinds.find((known) => known === typed('soort')) ?? 'report';
  const categoryId = isId(typed('onderwerp')) ? typed('onderwerp') : null;
  const street = typed('plek_straat').slice(0, 200);
  const found = routeAmong(around.categories, { kind, text, street, categoryId, outside: false });
  const route = { ...ownerAmong(around.departments, found.route), category: found.category };
  const owner = around.departments.find(({ id }) => id === route.departmentId)?.name ?? '';
  return <RouteLine rq={rq} route={route} owner={owner} />;
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

/** What is open in a street, the likest first, each with a sentence to read aloud and one key to join it. */
export const streetPiece = async (
  rq: Rq,
  typed: Typed,
  known?: readonly RoutableCategory[],
): Promise<React.ReactElement> => {
  const t = rq.texts(staffTexts);
  const street = typed('plek_straat').slice(0, 200);
  const wanted = streetSearch(street);
  if (wanted === '') return <Paragraph muted>{t('side.street.first')}</Paragraph>;
  const { open, themeId } = await rq.read(async (db) => ({
    open: await openInStreet(db, rq.gemeente, wanted),
    themeId: await themeOf(rq, db, typed, known),
  }));
  if (open.length === 0) return <Paragraph muted>{t('side.street.none', { street })}</Paragraph>;
  const rows = likestFirst(open, themeId, typed('tekst'));
  return (
    <List
      plain
      items={rows.map((row, index) => ({
        key: row.id,
        content: <StreetLine rq={rq} row={row} hotkey={String(index + 1)} />,
      }))}
    />
  );
};

/** The same below whom to call there. */
export const streetWithCalls = async (
  rq: Rq,
  typed: Typed,
  calls: React.ReactNode,
): Promise<React.ReactElement> => (
  <>
    {calls}
    {await streetPiece(rq, typed)}
  </>
);

/** More lines than these nobody reads aloud. */
const MOST_LINES = 6;

/** The theme that the words tell so far; asked only when there are words. */
const themeOf = async (
  rq: Rq,
  db: TenantDb,
  typed: Typed,
  known: readonly RoutableCategory[] | undefined,
): Promise<string | null> => {
  const text = typed('tekst').slice(0, 4_000);
  if (text.trim() === '' && !isId(typed('onderwerp'))) return null;
  const today = isoDate(rq.now);
  const categories = known ?? (await routableCategories({ db, gemeente: rq.gemeente, today }, null));
  const chosen = categories.find(({ id }) => id === typed('onderwerp'));
  const told = chosen ?? suggestCategory(withoutStreet(text, typed('plek_straat')), categories);
  return told?.themeId ?? null;
};

/** The same theme before others, then the likest words; without words the newest. */
const likestFirst = (
  rows: readonly StreetSignaal[],
  themeId: string | null,
  text: string,
): StreetSignaal[] => {
  const told = text.slice(0, 1_000);
  const scored = rows.map((row, index) => ({
    row,
    index,
    score:
      (themeId !== null && row.themeId === themeId ? 1 : 0) +
      (told === '' ? 0 : rankOf(likenessOf(told, (row.text ?? '').slice(0, 1_000)))),
  }));
  return scored
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, MOST_LINES)
    .map(({ row }) => row);
};

const StreetLine = ({ rq, row, hotkey }: { rq: Rq; row: StreetSignaal; hotkey: string }) => {
  const t = rq.texts(neighbourTexts);
  const name = `${categoryName(rq, row)} (${rq.texts(staffTexts)('signaal.number', { number: row.number })})`;
  const mayJoin = row.kind === 'report' || row.kind === 'idea';
  return (
    <>
      {row.mayOpen ? <Link href={signaalHref(row.id)}>{name}</Link> : <strong>{name}</strong>}
      {row.voices > 1 ? ` · ${t('near.voices', { count: row.voices })}` : ''}
      <br />
      {standingSentence(rq, row)}
      {mayJoin ? (
        <ButtonRow>
          <Button form={DESK_FORM} name="doe" value={`join.${row.id}`} look="secondary" hotkey={hotkey}>
            {t('join.on_behalf')}
            <span className="wr-visually-hidden">: {name}</span>
            <KeyHint>{hotkey}</KeyHint>
          </Button>
        </ButtonRow>
      ) : null}
    </>
  );
};
