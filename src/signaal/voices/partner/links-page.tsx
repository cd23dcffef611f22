import { formatDate, formatShortDate, isoDate } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import type { ListPage } from '#platform/paging.ts';
import {
  Alert,
  Button,
  type Column,
  CopyButton,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  InlineForm,
  Lead,
  Pager,
  Paragraph,
  Section,
  Select,
  StatusBadge,
  Table,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { errorOf, errorsInWords, isWrong } from '../../public/parts/form-words.ts';
import { typedDay } from '../../staff/web/day.ts';
import { voiceTexts } from '../texts.ts';
import type { LinkRow } from './store.ts';

/** Where links for partners are made and ended. */
export const LINKS = '/partnerlinks';

/** The page of links with its form. */
export interface LinksPage {
  readonly raw: RawForm;
  readonly errors: FieldErrors;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly page: ListPage<LinkRow>;
  /** The last day on which a link made today may end. */
  readonly latest: Date;
  /** The address that was just made: shown once, kept nowhere. */
  readonly made: string | null;
}

const isLive = (rq: Rq, { revokedAt, expiresAt }: LinkRow): boolean =>
  revokedAt === null && expiresAt > rq.now;

const State = ({ rq, row }: { rq: Rq; row: LinkRow }) => {
  const t = rq.texts(voiceTexts);
  if (row.revokedAt) return <StatusBadge tone="neutral">{t('links.revoked')}</StatusBadge>;
  if (row.expiresAt <= rq.now) return <StatusBadge tone="neutral">{t('links.ended')}</StatusBadge>;
  return <StatusBadge tone="ok">{t('links.live')}</StatusBadge>;
};

const columns = (rq: Rq): Column<LinkRow>[] => {
  const t = rq.texts(voiceTexts);
  const day = (moment: Date): string => formatShortDate(isoDate(moment), rq.lang);
  return [
    {
      key: 'partner',
      header: t('links.partner'),
      cell: ({ department, label }) => t('links.line', { department, label }),
    },
    { key: 'state', header: t('links.state'), cell: (row) => <State rq={rq} row={row} /> },
    { key: 'until', header: t('links.until'), cell: ({ expiresAt }) => day(expiresAt) },
    { key: 'by', header: t('links.by'), cell: ({ madeBy }) => madeBy },
    {
      key: 'used',
      header: t('links.used'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? day(lastUsedAt) : t('links.unused')),
    },
    {
      key: 'acts',
      header: t('links.acts'),
      cell: (row) =>
        isLive(rq, row) ? (
          <InlineForm
            action={`${LINKS}/${row.id}/intrekken`}
            csrf={rq.csrf}
            look="danger"
            label={t('links.revoke')}
          />
        ) : null,
    },
  ];
};

const NewLink = ({ rq, page: { raw, errors, partners, latest } }: { rq: Rq; page: LinksPage }) => {
  const t = rq.texts(voiceTexts);
  return (
    <Section id="nieuw" title={t('links.new')}>
      <Form action={LINKS} csrf={rq.csrf}>
        <Select
          name="partner"
          label={t('links.partner')}
          emptyLabel={t('links.partner.choose')}
          value={raw.text('partner')}
          options={partners.map(({ id, name }) => ({ value: id, label: name }))}
          {...errorOf(rq, errors, 'partner')}
        />
        <TextField
          name="voor"
          label={t('links.for')}
          description={t('links.for.hint')}
          value={raw.text('voor')}
          {...errorOf(rq, errors, 'voor')}
        />
        <DateField
          name="tot"
          lang={rq.lang}
          label={t('links.until')}
          description={t('links.until.hint', { day: formatDate(isoDate(latest), rq.lang) })}
          value={typedDay(raw, 'tot')}
          {...errorOf(rq, errors, 'tot')}
        />
        <Button>{t('links.make')}</Button>
      </Form>
    </Section>
  );
};

/** Who may give without an account, until when; one form to add, one button to end. */
export const linksPage = (rq: Rq, page: LinksPage): PageContent => {
  const t = rq.texts(voiceTexts);
  return {
    title: t('links.title'),
    width: 'staff',
    scripts: ['wr-copy'],
    status: isWrong(page.errors) ? 422 : 200,
    hasErrors: isWrong(page.errors),
    current: LINKS,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, page.errors)} />
        <Heading level={1}>{t('links.title')}</Heading>
        {page.made === null ? null : (
          <Alert kind="ok" title={t('links.made')} announce>
            <Paragraph>{t('links.made.text')}</Paragraph>
            <p>
              <code>{page.made}</code>
            </p>
            <CopyButton lang={rq.lang} text={page.made} />
          </Alert>
        )}
        <Lead>{t('links.lead')}</Lead>
        {page.partners.length === 0 ? (
          <EmptyState title={t('links.no_partners')}>{t('links.no_partners.text')}</EmptyState>
        ) : (
          <NewLink rq={rq} page={page} />
        )}
        {page.page.rows.length === 0 ? null : (
          <Table
            lang={rq.lang}
            caption={t('links.list')}
            columns={columns(rq)}
            rows={page.page.rows}
            rowKey={({ id }) => id}
          />
        )}
        <Pager
          lang={rq.lang}
          nextHref={page.page.next === undefined ? undefined : `${LINKS}?na=${page.page.next}`}
        />
      </>
    ),
  };
};
