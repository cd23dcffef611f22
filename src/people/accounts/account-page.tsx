import { formatDateTime, formatShortDate } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import {
  Alert,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  InlineForm,
  Link,
  LinkButton,
  Paragraph,
  Section,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { roleTexts } from '../role-page/texts.ts';
import { peopleTexts } from '../texts.ts';
import { inWords } from '../web-form.ts';
import { AccountFields, type TypedAccount } from './account-fields.tsx';
import { ACCOUNTS } from './list-page.tsx';
import type { AccountFacts, ChangeRow, HoldingRow } from './read.ts';
import { holdsOn, lastDayOf } from './rules.ts';

/** Everything that stands on the page of one account. */
export interface AccountView {
  readonly account: AccountFacts;
  readonly holdings: readonly HoldingRow[];
  readonly changes: readonly ChangeRow[];
  readonly today: string;
}

const spanInWords = (rq: Rq, holding: HoldingRow): string => {
  const t = rq.texts(peopleTexts);
  const last = lastDayOf(holding);
  const from = formatShortDate(holding.from, rq.lang);
  return last === null
    ? t('holding.span.open', { from })
    : t('holding.span', { from, last: formatShortDate(last, rq.lang) });
};

const HoldingTable = ({ rq, view }: { rq: Rq; view: AccountView }) => {
  const t = rq.texts(peopleTexts);
  const roleName = rq.texts(roleTexts).dynamic;
  const { account, holdings, today } = view;
  if (holdings.length === 0) return <Paragraph>{t('account.noHoldings')}</Paragraph>;
  return (
    <Table
      lang={rq.lang}
      caption={t('account.holdings')}
      captionHidden
      rows={holdings}
      rowKey={(row) => row.id}
      columns={[
        { key: 'role', header: t('holding.role'), cell: (row) => roleName(`role.${row.role}`) },
        { key: 'department', header: t('holding.department'), cell: (row) => row.department ?? '–' },
        { key: 'area', header: t('holding.area'), cell: (row) => row.area ?? t('holding.everywhere') },
        { key: 'behalf', header: t('holding.behalf'), cell: (row) => row.behalf ?? '–' },
        { key: 'span', header: t('holding.days'), cell: (row) => spanInWords(rq, row) },
        {
          key: 'state',
          header: t('accounts.state'),
          cell: (row) =>
            holdsOn(row, today) ? (
              <StatusBadge tone="ok">{t('holding.now')}</StatusBadge>
            ) : (
              <StatusBadge tone="neutral">
                {row.from > today ? t('holding.later') : t('holding.past')}
              </StatusBadge>
            ),
        },
        {
          key: 'end',
          header: t('holding.end'),
          cell: (row) =>
            row.to !== null && row.to <= today ? (
              '–'
            ) : (
              <Link href={`${ACCOUNTS}/${account.id}/rollen/${row.id}/einde`}>{t('holding.end.link')}</Link>
            ),
        },
      ]}
    />
  );
};

const actorOf = (rq: Rq, change: ChangeRow): string =>
  change.actor ?? rq.texts(peopleTexts).dynamic(`actor.${change.actor_kind}`);

const changeInWords = (rq: Rq, { noun, action, role }: ChangeRow): string => {
  const words = rq.texts(peopleTexts).dynamic(`change.${noun}.${action}`);
  return role === null ? words : `${words}: ${rq.texts(roleTexts).dynamic(`role.${role}`)}`;
};

const ChangeTable = ({ rq, changes }: { rq: Rq; changes: readonly ChangeRow[] }) => {
  const t = rq.texts(peopleTexts);
  if (changes.length === 0) return <Paragraph>{t('account.noChanges')}</Paragraph>;
  return (
    <Table
      lang={rq.lang}
      caption={t('account.changes')}
      captionHidden
      rows={changes}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', header: t('column.at'), cell: (row) => formatDateTime(row.at, rq.lang) },
        { key: 'what', header: t('column.what'), cell: (row) => changeInWords(rq, row) },
        { key: 'who', header: t('column.who'), cell: (row) => actorOf(rq, row) },
      ]}
    />
  );
};

const Switches = ({ rq, account }: { rq: Rq; account: AccountFacts }) => {
  const t = rq.texts(peopleTexts);
  const path = `${ACCOUNTS}/${account.id}`;
  return (
    <>
      <Paragraph>{account.active ? t('account.off.hint') : t('account.on.hint')}</Paragraph>
      <Paragraph>
        {account.totp_confirmed_at ? t('account.secondFactor.yes') : t('account.secondFactor.no')}
      </Paragraph>
      <ButtonRow>
        {account.active ? (
          <InlineForm action={`${path}/uit`} label={t('account.off.button')} look="danger" csrf={rq.csrf} />
        ) : (
          <InlineForm action={`${path}/aan`} label={t('account.on.button')} csrf={rq.csrf} />
        )}
        {account.totp_confirmed_at ? (
          <InlineForm
            action={`${path}/tweede-stap-wissen`}
            label={t('account.secondFactor.reset')}
            csrf={rq.csrf}
          />
        ) : null}
      </ButtonRow>
    </>
  );
};

/** One account: who it is, whether it may come in, its roles with their days, and what was changed. */
export const accountPage = (
  rq: Rq,
  view: AccountView,
  typed: TypedAccount,
  errors: FieldErrors,
): PageContent => {
  const t = rq.texts(peopleTexts);
  const { account } = view;
  return {
    title: account.name,
    width: 'staff',
    current: ACCOUNTS,
    hasErrors: Object.keys(errors).length > 0,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={inWords(errors, t)} />
        <Heading level={1}>{account.name}</Heading>
        {account.active ? null : <Alert kind="info" title={t('account.isOff')} />}
        <Section id="roles" title={t('account.holdings')}>
          <HoldingTable rq={rq} view={view} />
          <LinkButton href={`${ACCOUNTS}/${account.id}/rollen/nieuw`}>{t('account.addRole')}</LinkButton>
        </Section>
        <Section id="details" title={t('account.details')}>
          <Form action={`${ACCOUNTS}/${account.id}`} csrf={rq.csrf}>
            <AccountFields rq={rq} typed={typed} errors={errors} />
            <Button look="secondary">{t('account.save')}</Button>
          </Form>
        </Section>
        <Section id="access" title={t('account.access')}>
          <Switches rq={rq} account={account} />
        </Section>
        <Section id="changes" title={t('account.changes')}>
          <ChangeTable rq={rq} changes={view.changes} />
        </Section>
      </>
    ),
  };
};
