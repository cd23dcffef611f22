import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import { Heading, Lead, Link, List, Section, Table } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { type SettingRow, settingRows } from '../read/setting-rows.ts';
import { declaredSettings, type Setting } from '../settings.ts';
import { gemeenteTexts } from '../texts.ts';
import type { GemeenteParts } from '../web/parts.ts';
import { settingText, valueInWords } from '../web/setting-value.ts';

/** Where the settings of a municipality stand. */
export const SETTINGS = '/beheer/instellingen';

/** Settings that are set on the page to which they belong. */
export const SET_ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['theme.tokens', '/beheer/thema'],
  ['area.fallback', '/beheer/gebieden'],
]);

interface Line {
  readonly setting: Setting<unknown>;
  readonly now: SettingRow | undefined;
  readonly coming: readonly SettingRow[];
}

/** All declared settings with what holds now, the standard, and what is to come. */
export const settingsRoute = (parts: GemeenteParts): Route =>
  defineRoute({
    method: 'GET',
    path: SETTINGS,
    policy: 'setting.manage',
    handle: async (rq) => {
      const { rows, names } = await rq.read(async (db) => {
        const stored = await settingRows(db, rq.gemeente);
        const setters = stored.flatMap(({ setBy }) => setBy ?? []);
        return { rows: stored, names: await parts.accountNames(db, rq.gemeente, setters) };
      });
      const t = rq.texts(gemeenteTexts);
      const groups = Map.groupBy(linesOf(rows, isoDate(rq.now)), ({ setting }) => groupOf(setting.key));
      return rq.page({
        title: t('settings.title'),
        width: 'staff',
        current: '/beheer',
        body: (
          <>
            <Heading level={1}>{t('settings.title')}</Heading>
            <Lead>{t('settings.lead')}</Lead>
            {[...groups].map(([group, lines]) => (
              <Section key={group} id={`group-${group}`} title={groupTitle(rq, parts, group)}>
                <SettingTable rq={rq} parts={parts} title={group} lines={lines} names={names} />
              </Section>
            ))}
          </>
        ),
      });
    },
  });

const linesOf = (rows: readonly SettingRow[], today: string): Line[] =>
  [...declaredSettings.values()].map((setting) => {
    const own = rows.filter((row) => row.key === setting.key);
    return {
      setting,
      now: own.findLast((row) => row.validFrom <= today),
      coming: own.filter((row) => row.validFrom > today),
    };
  });

const groupOf = (key: string): string => (key.includes('.') ? (key.split('.')[0] ?? '') : 'general');

const groupTitle = (rq: Rq, parts: GemeenteParts, group: string): string =>
  settingText(rq, parts, `group.${group}`) ?? group;

interface TableProps {
  rq: Rq;
  parts: GemeenteParts;
  title: string;
  lines: readonly Line[];
  names: ReadonlyMap<string, string>;
}

const SettingTable = ({ rq, parts, title, lines, names }: TableProps) => {
  const t = rq.texts(gemeenteTexts);
  const words = (line: Line, value: unknown) => valueInWords(rq, parts, line.setting, value);
  return (
    <Table
      lang={rq.lang}
      caption={groupTitle(rq, parts, title)}
      captionHidden
      rows={lines}
      rowKey={({ setting }) => setting.key}
      columns={[
        {
          key: 'name',
          header: t('settings.name'),
          cell: ({ setting: { key } }) => (
            <Link href={SET_ELSEWHERE.get(key) ?? `${SETTINGS}/${key}`}>
              {settingText(rq, parts, key) ?? key}
            </Link>
          ),
        },
        {
          key: 'now',
          header: t('settings.now'),
          cell: (line) => currentInWords(rq, line, words),
        },
        { key: 'standard', header: t('settings.standard'), cell: (line) => standardInWords(line, words) },
        {
          key: 'coming',
          header: t('settings.coming'),
          cell: (line) => <Coming rq={rq} line={line} words={words} names={names} />,
        },
        {
          key: 'setBy',
          header: t('settings.setBy'),
          cell: ({ now }) => (now?.setBy && names.get(now.setBy)) ?? '–',
        },
      ]}
    />
  );
};

type Words = (line: Line, value: unknown) => string;

const currentInWords = (rq: Rq, line: Line, words: Words): string => {
  const t = rq.texts(gemeenteTexts);
  if (SET_ELSEWHERE.has(line.setting.key)) return t('settings.elsewhere');
  return line.now ? words(line, line.now.value) : words(line, line.setting.standard);
};

const standardInWords = (line: Line, words: Words): string =>
  SET_ELSEWHERE.has(line.setting.key) ? '–' : words(line, line.setting.standard);

const Coming = ({
  rq,
  line,
  words,
  names,
}: {
  rq: Rq;
  line: Line;
  words: Words;
  names: ReadonlyMap<string, string>;
}) => {
  const t = rq.texts(gemeenteTexts);
  if (line.coming.length === 0 || SET_ELSEWHERE.has(line.setting.key)) return <>–</>;
  const items = line.coming.map((row) => {
    const values = { value: words(line, row.value), from: formatShortDate(row.validFrom, rq.lang) };
    const name = row.setBy === null ? undefined : names.get(row.setBy);
    const content =
      name === undefined ? t('settings.from', values) : t('settings.fromBy', { ...values, name });
    return { key: row.validFrom, content };
  });
  return <List items={items} plain />;
};
