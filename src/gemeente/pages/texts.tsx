import { z } from 'zod';
import { isoDate } from '#platform/calendar/index.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import {
  EmptyState,
  Heading,
  Lead,
  Link,
  Paragraph,
  SearchField,
  SearchForm,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { fold } from '#platform/words.ts';
import { type TextRow, textRows } from '../read/text-rows.ts';
import { gemeenteTexts } from '../texts.ts';
import type { GemeenteParts } from '../web/parts.ts';

/** Where a municipality rewords the texts. */
export const TEXTS = '/beheer/teksten';
const MOST_SHOWN = 50;

interface Found {
  readonly key: string;
  readonly nl: string;
  readonly en: string;
  readonly isOwn: boolean;
}

/** Searches all texts of the program by key and wording. */
export const textsRoute = (parts: GemeenteParts): Route =>
  defineRoute({
    method: 'GET',
    path: TEXTS,
    policy: 'text.manage',
    query: z.object({ zoek: z.string().max(200).catch('').default('') }),
    handle: async (rq, { query: { zoek } }) => {
      const rows = await rq.read((db) => textRows(db, rq.gemeente));
      const t = rq.texts(gemeenteTexts);
      const found = search(parts.catalogues(), rows, isoDate(rq.now), zoek);
      return rq.page({
        title: t('texts.title'),
        width: 'staff',
        current: '/beheer',
        body: (
          <>
            <Heading level={1}>{t('texts.title')}</Heading>
            <Lead>{t('texts.lead')}</Lead>
            <SearchForm action={TEXTS} label={t('texts.search')}>
              <SearchField
                name="zoek"
                label={t('texts.searchLabel')}
                value={zoek}
                submitLabel={t('texts.search')}
              />
            </SearchForm>
            <FoundTable rq={rq} found={found} />
          </>
        ),
      });
    },
  });

/** Without a question the municipality's own wordings come first. */
const search = (
  catalogues: readonly Catalogue<Texts>[],
  rows: readonly TextRow[],
  today: string,
  question: string,
): Found[] => {
  const now = new Map(
    rows.filter((row) => row.validFrom <= today).map((row) => [`${row.lang} ${row.key}`, row.text]),
  );
  const wanted = fold(question.trim());
  return catalogues
    .flatMap(({ room, nl, en }) =>
      Object.keys(nl).map((inside): Found => {
        const key = `${room}.${inside}`;
        const own = (lang: 'nl' | 'en') => now.get(`${lang} ${key}`) || undefined;
        return {
          key,
          nl: own('nl') ?? nl[inside] ?? '',
          en: own('en') ?? en[inside] ?? '',
          isOwn: (own('nl') ?? own('en')) !== undefined,
        };
      }),
    )
    .filter(({ key, nl, en }) => fold(`${key} ${nl} ${en}`).includes(wanted))
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
};

const FoundTable = ({ rq, found }: { rq: Rq; found: readonly Found[] }) => {
  const t = rq.texts(gemeenteTexts);
  if (found.length === 0) return <EmptyState title={t('texts.none')}>{t('texts.noneHelp')}</EmptyState>;
  return (
    <>
      <Paragraph>
        {found.length > MOST_SHOWN
          ? t('texts.more', { shown: MOST_SHOWN, count: found.length })
          : t('texts.count', { count: found.length })}
      </Paragraph>
      <Table
        lang={rq.lang}
        caption={t('texts.title')}
        captionHidden
        rows={found.slice(0, MOST_SHOWN)}
        rowKey={(row) => row.key}
        columns={[
          { key: 'key', header: t('texts.key'), cell: (row) => <KeyCell rq={rq} row={row} /> },
          { key: 'nl', header: t('texts.nl'), cell: (row) => <span lang="nl">{row.nl}</span> },
          { key: 'en', header: t('texts.en'), cell: (row) => <span lang="en">{row.en}</span> },
        ]}
      />
    </>
  );
};

const KeyCell = ({ rq, row }: { rq: Rq; row: Found }) => {
  const t = rq.texts(gemeenteTexts);
  return (
    <>
      <Link href={`${TEXTS}/${row.key}?taal=${rq.lang}`}>{row.key}</Link>
      {row.isOwn ? (
        <>
          {' '}
          <StatusBadge tone="active">{t('texts.own')}</StatusBadge>
        </>
      ) : null}
    </>
  );
};
