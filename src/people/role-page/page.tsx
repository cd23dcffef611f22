import {
  FilterBar,
  Heading,
  Lead,
  Link,
  List,
  Paragraph,
  Section,
  Select,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { Reach } from '../matrix.ts';
import { type RoleId, roles } from '../roles.ts';
import { type ActionRow, actionRows, byRoom } from './rolebook.ts';
import { roleTexts } from './texts.ts';

/** Where everybody can read who may do what. */
export const ROLES = '/rollen';
/** The same for machines. */
export const ROLES_JSON = '/rollen.json';

const roleInWords = (rq: Rq, role: string): string => {
  const t = rq.texts(roleTexts);
  return role === 'system' || role === 'operator' ? t(`machine.${role}`) : t.dynamic(`role.${role}`);
};

/** Roles with the same reach in one line: the table stays readable with forty roles. */
const Grants = ({ rq, row }: { rq: Rq; row: ActionRow }) => {
  const t = rq.texts(roleTexts);
  const reaches = [...Map.groupBy(row.grants, ({ reach }) => reach)];
  return (
    <List
      plain
      items={reaches.map(([reach, grants]) => ({
        key: reach,
        content: (
          <>
            <strong>{t(`reach.${reach}`)}</strong>:{' '}
            {grants.map(({ role }) => roleInWords(rq, role)).join(', ')}
          </>
        ),
      }))}
    />
  );
};

const RoomTable = ({ rq, rows, role }: { rq: Rq; rows: readonly ActionRow[]; role: RoleId | null }) => {
  const t = rq.texts(roleTexts);
  const reachFor = (row: ActionRow): Reach | undefined =>
    row.grants.find((grant) => grant.role === role)?.reach;
  const shown = role === null ? rows : rows.filter((row) => reachFor(row));
  if (shown.length === 0) return <Paragraph>{t('page.nothing')}</Paragraph>;
  return (
    <Table
      lang={rq.lang}
      caption={t('page.title')}
      captionHidden
      rows={shown}
      rowKey={(row) => row.action}
      columns={[
        { key: 'action', header: t('page.action'), cell: (row) => t(`action.${row.action}`) },
        role === null
          ? { key: 'who', header: t('page.who'), cell: (row) => <Grants rq={rq} row={row} /> }
          : { key: 'reach', header: t('page.howFar'), cell: (row) => t(`reach.${reachFor(row) ?? 'all'}`) },
      ]}
    />
  );
};

/** Who may do what, made from the matrix itself; for one role when `role` is given. */
export const rolesPage = (rq: Rq, role: RoleId | null): PageContent => {
  const t = rq.texts(roleTexts);
  return {
    title: t('page.title'),
    width: 'staff',
    current: ROLES,
    body: (
      <>
        <Heading level={1}>{t('page.title')}</Heading>
        <Lead>{t('page.lead')}</Lead>
        <Paragraph>{t('page.dates')}</Paragraph>
        <FilterBar
          action={ROLES}
          label={t('page.filter')}
          submitLabel={t('page.show')}
          reset={{ href: ROLES, label: t('page.all') }}
        >
          <Select
            name="rol"
            label={t('page.role')}
            emptyLabel={t('page.role.all')}
            value={role ?? ''}
            options={roles.map(({ id }) => ({ value: id, label: t(`role.${id}`) }))}
          />
        </FilterBar>
        {byRoom(actionRows()).map(({ room, rows }) => (
          <Section key={room} id={`room-${room}`} title={t(`room.${room}`)}>
            <RoomTable rq={rq} rows={rows} role={role} />
          </Section>
        ))}
        <Paragraph>
          <Link href={ROLES_JSON} download="rollen.json">
            {t('page.download')}
          </Link>
        </Paragraph>
      </>
    ),
  };
};
