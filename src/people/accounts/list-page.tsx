import type { ListPage } from '#platform/paging.ts';
import {
  EmptyState,
  FilterBar,
  Heading,
  Link,
  LinkButton,
  Pager,
  Select,
  StatusBadge,
  Table,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { address } from '../list-address.ts';
import { roleTexts } from '../role-page/texts.ts';
import { peopleTexts } from '../texts.ts';
import type { AccountRow } from './read.ts';

/** Where the accounts are kept. */
export const ACCOUNTS = '/beheer/accounts';

/** What the address of the list asks for. */
export interface ListQuery {
  readonly zoek: string;
  readonly actief: 'ja' | 'nee' | 'alle';
}

const Filter = ({ rq, query }: { rq: Rq; query: ListQuery }) => {
  const t = rq.texts(peopleTexts);
  return (
    <FilterBar
      action={ACCOUNTS}
      label={t('accounts.filter')}
      submitLabel={t('filter.show')}
      reset={{ href: ACCOUNTS, label: t('filter.reset') }}
    >
      <TextField name="zoek" label={t('accounts.search')} value={query.zoek} spellCheck={false} />
      <Select
        name="actief"
        label={t('accounts.active')}
        value={query.actief}
        options={[
          { value: 'ja', label: t('accounts.active.yes') },
          { value: 'nee', label: t('accounts.active.no') },
          { value: 'alle', label: t('accounts.active.all') },
        ]}
      />
    </FilterBar>
  );
};

const AccountTable = ({ rq, rows }: { rq: Rq; rows: readonly AccountRow[] }) => {
  const t = rq.texts(peopleTexts);
  const roleName = rq.texts(roleTexts).dynamic;
  return (
    <Table
      lang={rq.lang}
      caption={t('accounts.caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          header: t('field.name'),
          cell: (row) => <Link href={`${ACCOUNTS}/${row.id}`}>{row.name}</Link>,
        },
        { key: 'email', header: t('field.email'), cell: (row) => row.email },
        {
          key: 'roles',
          header: t('accounts.roles'),
          cell: (row) =>
            row.roles.length > 0
              ? row.roles.map((role) => roleName(`role.${role}`)).join(', ')
              : t('accounts.noRole'),
        },
        {
          key: 'active',
          header: t('accounts.state'),
          cell: (row) => (
            <StatusBadge tone={row.active ? 'ok' : 'neutral'}>
              {row.active ? t('account.on') : t('account.off')}
            </StatusBadge>
          ),
        },
      ]}
    />
  );
};

/** The accounts of the municipality. */
export const accountsPage = (rq: Rq, query: ListQuery, { rows, next }: ListPage<AccountRow>): PageContent => {
  const t = rq.texts(peopleTexts);
  const nextHref = next && address(ACCOUNTS, { ...query, na: next });
  return {
    title: t('accounts.title'),
    width: 'staff',
    current: ACCOUNTS,
    body: (
      <>
        <Heading level={1}>{t('accounts.title')}</Heading>
        <LinkButton href={`${ACCOUNTS}/nieuw`}>{t('accounts.new')}</LinkButton>
        <Filter rq={rq} query={query} />
        {rows.length > 0 ? (
          <AccountTable rq={rq} rows={rows} />
        ) : (
          <EmptyState title={t('accounts.empty.title')}>{t('accounts.empty.text')}</EmptyState>
        )}
        <Pager lang={rq.lang} nextHref={nextHref} />
      </>
    ),
  };
};
