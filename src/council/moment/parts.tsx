import { formatDate, formatShortDate } from '#platform/calendar/index.ts';
import {
  DefinitionNote,
  HonestNumber,
  Link,
  List,
  Own,
  Paragraph,
  Section,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { address, REGISTER } from '../paths.ts';
import { wordsOfDated } from '../rules/dated.ts';
import { councilTexts } from '../texts.ts';
import { toneOf } from '../web/words.tsx';
import { nextDates } from './dates.ts';
import type { Moment } from './read.ts';

interface Props {
  readonly rq: Rq;
  readonly moment: Moment;
}

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;

/** How maatwerk is counted; a change of what is counted is a new version. */
const MAATWERK_VERSION = 1;

/** What was solved beside the focuspunten: they must not crowd out the rest unseen (rapport L1077-1078). */
export const MaatwerkSection = ({ rq, moment: { maatwerk, since, today, leastShown } }: Props) => {
  const t = rq.texts(councilTexts);
  const shown = (count: number): string =>
    count > 0 && count < leastShown
      ? t('number.few', { least: leastShown })
      : count.toLocaleString(LOCALES[rq.lang]);
  const definition = {
    label: t('number.version', { version: MAATWERK_VERSION }),
    href: '#maatwerk-definition',
  };
  const facts = { source: t('number.own'), date: formatShortDate(today, rq.lang), definition };
  return (
    <Section id="maatwerk" title={t('maatwerk.title')}>
      <HonestNumber
        lang={rq.lang}
        label={t('maatwerk.signalen')}
        measured={{
          value: shown(maatwerk.solved - maatwerk.inFocus),
          sample: t('maatwerk.sample', { count: shown(maatwerk.solved) }),
          ...facts,
        }}
      />
      <HonestNumber
        lang={rq.lang}
        label={t('maatwerk.knelpunten')}
        measured={{
          value: maatwerk.knelpunten.toLocaleString(LOCALES[rq.lang]),
          sample: t('maatwerk.all'),
          ...facts,
        }}
      />
      <div id="maatwerk-definition">
        <DefinitionNote term={t('maatwerk.term', { version: MAATWERK_VERSION })}>
          {t('maatwerk.definition', { since: formatDate(since, rq.lang) })}
        </DefinitionNote>
      </div>
    </Section>
  );
};

const ItemLink = ({ id, title }: { readonly id: string; readonly title: string }) => (
  <Link href={`${REGISTER}/${id}`}>
    <Own>{title}</Own>
  </Link>
);

/** What was promised to the raad and is not settled. */
export const OpenItems = ({ rq, moment: { items, today } }: Props) => {
  const t = rq.texts(councilTexts);
  const isLate = (dueOn: string | null) => dueOn !== null && dueOn < today;
  return (
    <Section id="items" title={t('moment.items')}>
      {items.length === 0 ? (
        <Paragraph>{t('moment.items.none')}</Paragraph>
      ) : (
        <Table
          lang={rq.lang}
          caption={t('moment.items')}
          captionHidden
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              header: t('field.title'),
              cell: (item) => <ItemLink {...item} />,
            },
            { key: 'kind', header: t('register.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
            { key: 'owner', header: t('field.owner_function'), cell: ({ owner }) => owner },
            {
              key: 'due',
              header: t('field.due'),
              cell: ({ dueOn }) => (dueOn ? formatShortDate(dueOn, rq.lang) : t('field.due.none')),
            },
            {
              key: 'state',
              header: t('register.state'),
              cell: ({ state, dueOn }) => (
                <StatusBadge tone={toneOf(state, isLate(dueOn))}>
                  {isLate(dueOn)
                    ? t('register.late', { state: t.dynamic(`state.${state}`) })
                    : t.dynamic(`state.${state}`)}
                </StatusBadge>
              ),
            },
          ]}
        />
      )}
      <Paragraph>
        <Link href={address(REGISTER, { stand: 'open' })}>{t('moment.register')}</Link>
      </Paragraph>
    </Section>
  );
};

/** What comes next, by day. */
export const NextDates = ({ rq, moment }: Props) => {
  const t = rq.texts(councilTexts);
  const dates = nextDates(moment.focuspunten, moment.items, moment.today);
  return (
    <Section id="dates" title={t('moment.dates')}>
      {dates.length === 0 ? (
        <Paragraph>{t('moment.dates.none')}</Paragraph>
      ) : (
        <List
          items={dates.map(({ key, on, what, title, href }) => ({
            key,
            content: (
              <>
                {formatDate(on, rq.lang)}: {t(`next.${what}`)},{' '}
                <Link href={href}>
                  <Own>{title}</Own>
                </Link>
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
};

/** The newest documents. */
export const Documents = ({ rq, moment: { documents } }: Props) => {
  const t = rq.texts(councilTexts);
  return (
    <Section id="documents" title={t('moment.documents')}>
      {documents.length === 0 ? (
        <Paragraph>{t('moment.documents.none')}</Paragraph>
      ) : (
        <List
          items={documents.map((one) => ({
            key: one.id,
            content: (
              <>
                {wordsOfDated(one, rq.lang)}, {t.dynamic(`kind.${one.kind}`)}:{' '}
                <Link href={one.record === 'memo' ? `/raadsmemo/${one.id}` : `${REGISTER}/${one.id}`}>
                  <Own>{one.title}</Own>
                </Link>
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
};
