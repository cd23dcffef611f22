import { readSettings, type Settings } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import {
  Heading,
  Lead,
  Link,
  Paragraph,
  Section,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { signaalSettingTexts } from '../../setting-names/texts.ts';
import { type TermSettingKey, termSettings } from '../../settings.ts';
import { allCategories, type CategoryRow } from '../read.ts';
import { ruleState } from '../rule-state.ts';
import { catalogueTexts } from '../texts.ts';
import { policy } from '../web/editor.tsx';
import { termWords } from '../web/term-fields.tsx';
import { SUBJECTS } from './rules.tsx';

const KEYS = Object.keys(termSettings).filter((key): key is TermSettingKey =>
  Object.hasOwn(termSettings, key),
);

/** Every term at a glance: those of the municipality, which are set in the settings, and those of the subjects. */
export const termsRoute: Route = defineRoute({
  method: 'GET',
  path: '/beheer/termijnen',
  policy,
  handle: async (rq) => {
    const today = isoDate(rq.now);
    const { settings, subjects } = await rq.read(async (db) => ({
      settings: await readSettings(db, rq.gemeente, today),
      subjects: await allCategories(db, rq.gemeente),
    }));
    const shown = subjects.filter((row) => row.parentId !== null && ruleState(row, today) !== 'over');
    const t = rq.texts(catalogueTexts);
    return rq.page({
      title: t('terms.title'),
      width: 'staff',
      current: '/beheer',
      body: (
        <>
          <Heading level={1}>{t('terms.title')}</Heading>
          <Lead>{t('terms.lead')}</Lead>
          <Section id="settings" title={t('terms.settings')}>
            <SettingTable rq={rq} settings={settings} />
          </Section>
          <Section id="subjects" title={t('terms.subjects')}>
            <Paragraph>{t('terms.subjectsLead')}</Paragraph>
            {shown.length === 0 ? (
              <Paragraph>{t('subject.none')}</Paragraph>
            ) : (
              <SubjectTable rq={rq} rows={shown} />
            )}
          </Section>
        </>
      ),
    });
  },
});

const SettingTable = ({ rq, settings }: { rq: Rq; settings: Settings }) => {
  const t = rq.texts(catalogueTexts);
  const names = rq.texts(signaalSettingTexts);
  const name = (key: TermSettingKey) => names(`setting.term.${key}`);
  return (
    <Table
      lang={rq.lang}
      caption={t('terms.settings')}
      captionHidden
      rows={KEYS}
      rowKey={(key) => key}
      columns={[
        {
          key: 'name',
          header: t('terms.what'),
          cell: (key) =>
            rq.may('setting.manage') ? (
              <Link href={`/beheer/instellingen/term.${key}`}>{name(key)}</Link>
            ) : (
              name(key)
            ),
        },
        {
          key: 'term',
          header: t('terms.now'),
          cell: (key) => <TermNow rq={rq} settings={settings} name={key} />,
        },
        { key: 'late', header: t('terms.late'), cell: (key) => t(`setting.term.${key}.help`) },
      ]}
    />
  );
};

const TermNow = ({ rq, settings, name }: { rq: Rq; settings: Settings; name: TermSettingKey }) => {
  const t = rq.texts(catalogueTexts);
  const setting = termSettings[name];
  const value = settings.get(setting);
  return (
    <>
      {termWords(rq, value)}{' '}
      {value === setting.standard ? null : <StatusBadge tone="neutral">{t('terms.own')}</StatusBadge>}
    </>
  );
};

const SubjectTable = ({ rq, rows }: { rq: Rq; rows: readonly CategoryRow[] }) => {
  const t = rq.texts(catalogueTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('terms.subjects')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('subject.one'),
          cell: ({ id, name }) => <Link href={`${SUBJECTS}/${id}`}>{name}</Link>,
        },
        { key: 'term', header: t('subject.term'), cell: ({ handlingTerm }) => termWords(rq, handlingTerm) },
        {
          key: 'department',
          header: t('subject.department'),
          cell: ({ departmentName }) => departmentName ?? '–',
        },
      ]}
    />
  );
};
