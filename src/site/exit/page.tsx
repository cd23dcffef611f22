import { formatDateTime } from '#platform/calendar/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import {
  EmptyState,
  Heading,
  Lead,
  Link,
  Paragraph,
  Section,
  Table,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { exitTexts } from './texts.ts';

/** The page about backups and exports. */
export const EXIT = '/beheer/uitvoer';

/** When the database was last backed up: a moment, never, or somewhere that this program does not see. */
export type LastBackup = Date | null | 'elsewhere';

interface Export {
  readonly id: string;
  readonly at: Date;
}

const SHOWN = 10;

const lastExports = (db: TenantDb, gemeente: string): Promise<Export[]> =>
  runSql<Export>(
    db,
    `select id::text, at from history
     where gemeente = $1 and noun = 'tenant' and object_id = $1 and action = 'export' order by at desc, id desc limit ${SHOWN}`,
    [gemeente],
  );

/** What the administrator sees of backups and exports: how they are made, and when they were. */
export const exitRoute = (lastBackup: () => LastBackup): Route =>
  defineRoute({
    method: 'GET',
    path: EXIT,
    policy: 'setting.manage',
    handle: async (rq) => {
      const t = rq.texts(exitTexts);
      const exports = await rq.read((db) => lastExports(db, rq.gemeente));
      return rq.page({
        title: t('exit.title'),
        width: 'staff',
        current: '/beheer',
        body: (
          <>
            <Heading level={1}>{t('exit.title')}</Heading>
            <Lead>{t('exit.lead')}</Lead>
            <Backup rq={rq} last={lastBackup()} />
            <Everything rq={rq} exports={exports} />
            <Section id="open-data" title={t('open.title')}>
              <Paragraph>{t('open.text')}</Paragraph>
              <Paragraph>
                <Link href="/open-data">{t('open.link')}</Link>
              </Paragraph>
            </Section>
          </>
        ),
      });
    },
  });

const Backup = ({ rq, last }: { rq: Rq; last: LastBackup }) => {
  const t = rq.texts(exitTexts);
  return (
    <Section id="reservekopie" title={t('backup.title')}>
      {last === 'elsewhere' ? (
        <Paragraph>{t('backup.external')}</Paragraph>
      ) : (
        <Embedded rq={rq} last={last} />
      )}
    </Section>
  );
};

const Embedded = ({ rq, last }: { rq: Rq; last: Date | null }) => {
  const t = rq.texts(exitTexts);
  return (
    <>
      {last ? (
        <Paragraph>{t('backup.last', { when: formatDateTime(last, rq.lang) })}</Paragraph>
      ) : (
        <EmptyState title={t('backup.never')}>{t('backup.never.next')}</EmptyState>
      )}
      <Paragraph>{t('backup.how')}</Paragraph>
      <Typed command="npm run wijkregie -- backup --to /reserve/wijkregie.tar.gz --keys-to /kluis/keys.json" />
      <Paragraph>{t('backup.keys')}</Paragraph>
    </>
  );
};

const Everything = ({ rq, exports }: { rq: Rq; exports: readonly Export[] }) => {
  const t = rq.texts(exitTexts);
  return (
    <Section id="alles" title={t('all.title')}>
      <Paragraph>{t('all.text')}</Paragraph>
      <Paragraph>{t('all.how')}</Paragraph>
      <Typed
        command={`npm run wijkregie -- export --gemeente ${rq.gemeente} --to /uitvoer/${rq.gemeente}.tar --key /kluis/${rq.gemeente}.key`}
      />
      <Paragraph>{t('all.sealed')}</Paragraph>
      {exports.length === 0 ? (
        <EmptyState title={t('all.none')}>{t('all.none.next')}</EmptyState>
      ) : (
        <Table
          lang={rq.lang}
          caption={t('all.caption')}
          rows={exports}
          rowKey={({ id }) => id}
          columns={[
            { key: 'when', header: t('all.when'), cell: ({ at }) => formatDateTime(at, rq.lang) },
            { key: 'who', header: t('all.who'), cell: () => t('all.operator') },
          ]}
        />
      )}
    </Section>
  );
};

/** What somebody types at a terminal. */
const Typed = ({ command }: { command: string }) => (
  <p className="wr-command">
    <code>{command}</code>
  </p>
);
