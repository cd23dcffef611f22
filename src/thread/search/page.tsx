import type { ReactNode } from 'react';
import { formatDate } from '#platform/calendar/index.ts';
import {
  EmptyState,
  Heading,
  Link,
  List,
  OwnIn,
  Paragraph,
  SearchField,
  SearchForm,
  Section,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { FoundSignaal } from '#signaal/index.ts';
import { hrefOf, isClosed, type PageOf } from '../links.ts';
import type { ThreadItem } from '../model.ts';
import { areaName } from '../wijk/area-name.ts';
import { areaHref, WIJKEN } from '../wijk/areas.ts';
import { nameOfItem } from '../words.ts';
import { type Findings, type FoundStreet, MOST_FOUND } from './read.ts';
import { searchTexts } from './texts.ts';

/** The search over everything. */
export const SEARCH = '/zoek';

interface Line {
  readonly key: string;
  readonly content: ReactNode;
}

const itemLine = (rq: Rq, pageOf: PageOf, item: ThreadItem): Line => {
  const href = hrefOf(rq, pageOf, item);
  const name = <OwnIn text={nameOfItem(rq, item)} own={[item.title]} />;
  return {
    key: `${item.kind}-${item.id}`,
    content: (
      <>
        {href === null ? name : <Link href={href}>{name}</Link>}
        {item.day === null ? null : `, ${formatDate(item.day, rq.lang)}`}
      </>
    ),
  };
};

const streetLine = (rq: Rq, { id, name, areas }: FoundStreet): Line => {
  const t = rq.texts(searchTexts);
  const [first, ...others] = areas.map((area) => (
    <Link key={area.id} href={areaHref(area)}>
      {areaName(rq, area)}
    </Link>
  ));
  return {
    key: id,
    content: (
      <>
        {name}
        {first === undefined ? `: ${t('street.nowhere')}` : ': '}
        {first}
        {others.map((link) => [', ', link])}
      </>
    ),
  };
};

const signaalLine = (rq: Rq, found: FoundSignaal): Line => {
  const t = rq.texts(searchTexts);
  const subject = (rq.lang === 'en' ? found.categoryEn : null) ?? found.category ?? t('signaal.no_subject');
  const place = [found.street, found.buurt].filter(Boolean).join(', ');
  return {
    key: found.id,
    content: (
      <>
        <Link href={`/signalen/${found.id}`}>{t('signaal.number', { number: found.number, subject })}</Link>
        {place === '' ? null : `, ${place}`}, {formatDate(found.receivedAt, rq.lang)}
      </>
    ),
  };
};

const Part = ({ rq, id, lines }: { rq: Rq; id: keyof typeof PARTS; lines: readonly Line[] }) => {
  const t = rq.texts(searchTexts);
  if (lines.length === 0) return null;
  return (
    <Section id={id} title={t(PARTS[id])}>
      <List items={[...lines.slice(0, MOST_FOUND)]} />
      {lines.length > MOST_FOUND ? <Paragraph small>{t('more', { count: MOST_FOUND })}</Paragraph> : null}
    </Section>
  );
};

const PARTS = {
  wijken: 'part.wijken',
  focuspunten: 'part.focuspunten',
  knelpunten: 'part.knelpunten',
  raad: 'part.council',
  knopen: 'part.knots',
  meldingen: 'part.signalen',
} as const;

const partsOf = (rq: Rq, pageOf: PageOf, found: Findings) => {
  const items = found.items.filter((item) => !isClosed(rq, pageOf, item));
  const linesOf = (...kinds: readonly ThreadItem['kind'][]): Line[] =>
    items.filter(({ kind }) => kinds.includes(kind)).map((item) => itemLine(rq, pageOf, item));
  const areas = found.areas.map((area) => ({
    key: area.id,
    content: <Link href={areaHref(area)}>{areaName(rq, area)}</Link>,
  }));
  return [
    ['wijken', [...areas, ...found.streets.map((street) => streetLine(rq, street))]],
    ['focuspunten', linesOf('focuspunt')],
    ['knelpunten', linesOf('knelpunt')],
    ['raad', linesOf('document', 'council_item', 'news_release')],
    ['knopen', linesOf('knot')],
    ['meldingen', found.signalen.map((one) => signaalLine(rq, one))],
  ] as const;
};

/** Streets that look like what was typed, each one click away. */
const Meant = ({ rq, names }: { rq: Rq; names: readonly string[] }) => {
  if (names.length === 0) return null;
  return (
    <>
      {rq.texts(searchTexts)('none.meant')}{' '}
      {names.map((name, index) => (
        <span key={name}>
          {index === 0 ? '' : ', '}
          <Link href={`${SEARCH}?q=${encodeURIComponent(name)}`}>{name}</Link>
        </span>
      ))}
      {'. '}
    </>
  );
};

const Results = ({ rq, pageOf, found }: { rq: Rq; pageOf: PageOf; found: Findings }) => {
  const t = rq.texts(searchTexts);
  const parts = partsOf(rq, pageOf, found);
  if (parts.every(([, lines]) => lines.length === 0)) {
    return (
      <EmptyState title={t('none')}>
        <Meant rq={rq} names={found.meant} />
        {t('none.next')} <Link href={WIJKEN}>{t('none.wijken')}</Link>
      </EmptyState>
    );
  }
  return parts.map(([id, lines]) => <Part key={id} rq={rq} id={id} lines={lines} />);
};

/** One field over everything that this visitor may know; the code of a melding is led to its own page before this. */
export const searchPage = (rq: Rq, pageOf: PageOf, text: string, found: Findings | null): PageContent => {
  const t = rq.texts(searchTexts);
  return {
    title: text === '' ? t('title') : t('title.for', { text }),
    current: SEARCH,
    body: (
      <>
        <Heading level={1}>{t('title')}</Heading>
        <SearchForm action={SEARCH} label={t('title')}>
          <SearchField
            name="q"
            label={t('field')}
            description={t('hint')}
            value={text}
            submitLabel={t('submit')}
            startHere={text === ''}
          />
        </SearchForm>
        {found === null ? null : <Results rq={rq} pageOf={pageOf} found={found} />}
        <Paragraph small>
          {t('code')} <Link href="/volg">{t('code.link')}</Link>
        </Paragraph>
      </>
    ),
  };
};
