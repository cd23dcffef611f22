import type { ReactNode } from 'react';
import { z } from 'zod';
import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import { notFound } from '#platform/errors.ts';
import {
  Alert,
  Checkbox,
  Heading,
  InlineForm,
  Lead,
  Link,
  List,
  Paragraph,
  Section,
  Select,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { setSetting, withdrawSetting } from '../commands/set-setting.ts';
import { actorsOf, type Change, latestChanges } from '../read/changes.ts';
import { rowsOfSetting, type SettingRow } from '../read/setting-rows.ts';
import { dropTenantCache } from '../read/tenants.ts';
import { declaredSettings, type Setting } from '../settings.ts';
import { gemeenteTexts } from '../texts.ts';
import { Changes } from '../web/changes.tsx';
import {
  attempt,
  FromField,
  MistakeSummary,
  type Mistakes,
  mistakeOf,
  noMistakes,
  SaveForm,
} from '../web/form.tsx';
import type { GemeenteParts } from '../web/parts.ts';
import {
  choicesOf,
  settingText,
  termUnits,
  valueFields,
  valueIn,
  valueInWords,
} from '../web/setting-value.ts';
import { dayIn, type Typed, typedFields } from '../web/typed.ts';
import { SET_ELSEWHERE, SETTINGS } from './settings.tsx';

const policy = 'setting.manage';
const params = z.object({ key: z.string().max(100) });

interface View {
  readonly rows: readonly SettingRow[];
  readonly changes: readonly Change[];
  readonly names: ReadonlyMap<string, string>;
}

const settingOf = (key: string): Setting<unknown> => {
  const setting = declaredSettings.get(key);
  if (!setting || SET_ELSEWHERE.has(key)) throw notFound();
  return setting;
};

const readView = (rq: Rq, parts: GemeenteParts, key: string): Promise<View> =>
  rq.read(async (db) => {
    const rows = await rowsOfSetting(db, rq.gemeente, key);
    const changes = await latestChanges(db, rq.gemeente, 'setting', key);
    return { rows, changes, names: await parts.accountNames(db, rq.gemeente, actorsOf(changes)) };
  });

/** One setting: what holds, what is to come, and another value from a day on. */
export const settingRoutes = (parts: GemeenteParts): Route[] => [
  defineRoute({
    method: 'GET',
    path: `${SETTINGS}/:key`,
    policy,
    params,
    handle: async (rq, { params: { key } }) => {
      const setting = settingOf(key);
      const view = await readView(rq, parts, key);
      const today = isoDate(rq.now);
      const now = view.rows.find((row) => row.validFrom <= today);
      const typed = valueFields(setting, now ? now.value : setting.standard, today);
      return rq.page(settingPage(rq, parts, setting, view, typed, noMistakes));
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${SETTINGS}/:key`,
    policy,
    params,
    handle: async (rq, { params: { key }, form }) => {
      const setting = settingOf(key);
      const typed = typedFields(form.raw);
      const change = { key, value: valueIn(setting, typed), validFrom: dayIn(typed, 'validFrom') };
      const tried = await attempt(rq, () => rq.run(setSetting, change));
      if (!tried.ok) {
        const view = await readView(rq, parts, key);
        return rq.page(settingPage(rq, parts, setting, view, typed, tried.mistakes));
      }
      dropTenantCache(rq.gemeente);
      return rq.redirect(`${SETTINGS}/${key}?opgeslagen=ja`);
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${SETTINGS}/:key/intrekken`,
    policy,
    params,
    handle: async (rq, { params: { key }, form }) => {
      settingOf(key);
      await rq.run(withdrawSetting, { key, validFrom: form.raw.text('day') });
      dropTenantCache(rq.gemeente);
      return rq.redirect(`${SETTINGS}/${key}?opgeslagen=ja`);
    },
  }),
];

const settingPage = (
  rq: Rq,
  parts: GemeenteParts,
  setting: Setting<unknown>,
  view: View,
  typed: Typed,
  mistakes: Mistakes,
): PageContent => {
  const t = rq.texts(gemeenteTexts);
  const title = settingText(rq, parts, setting.key) ?? setting.key;
  const help = settingText(rq, parts, `${setting.key}.help`);
  const wrong = mistakes !== noMistakes;
  return {
    title,
    width: 'staff',
    current: '/beheer',
    ...(wrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <Paragraph>
          <Link href={SETTINGS}>{t('settings.title')}</Link>
        </Paragraph>
        <MistakeSummary rq={rq} mistakes={mistakes} />
        {rq.url.searchParams.has('opgeslagen') && !wrong ? (
          <Alert kind="ok" announce title={t('saved.title')} />
        ) : null}
        <Heading level={1}>{title}</Heading>
        {help === undefined ? null : <Lead>{help}</Lead>}
        <Paragraph>
          {t('set.standardIs', { value: valueInWords(rq, parts, setting, setting.standard) })}
        </Paragraph>
        <SaveForm rq={rq} action={`${SETTINGS}/${setting.key}`} back={SETTINGS}>
          <ValueField rq={rq} parts={parts} setting={setting} typed={typed} mistakes={mistakes} />
          <FromField rq={rq} typed={typed} mistakes={mistakes} description={t('set.fromHelp')} />
        </SaveForm>
        <Coming rq={rq} parts={parts} setting={setting} rows={view.rows} />
        <Changes rq={rq} changes={view.changes} names={view.names} />
      </>
    ),
  };
};

interface ValueProps {
  rq: Rq;
  parts: GemeenteParts;
  setting: Setting<unknown>;
  typed: Typed;
  mistakes: Mistakes;
}

const ValueField = ({ rq, parts, setting, typed, mistakes }: ValueProps): ReactNode => {
  const t = rq.texts(gemeenteTexts);
  const field = { name: 'value', label: t('set.value'), ...mistakeOf(mistakes, 'value') };
  const value = typed.text('value');
  if (setting.kind === 'flag') return <Checkbox {...field} checked={value === 'on'} />;
  if (setting.kind === 'list')
    return <TextArea {...field} description={t('set.listHelp')} value={value} rows={6} />;
  if (setting.kind === 'choice') {
    const options = choicesOf(setting).map((choice) => ({
      value: choice,
      label: settingText(rq, parts, `${setting.key}.${choice}`) ?? choice,
    }));
    return <Select {...field} options={options} value={value} />;
  }
  if (setting.kind === 'term') {
    const units = termUnits.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }));
    return (
      <>
        <TextField {...field} label={t('set.amount')} value={value} inputMode="numeric" width={4} />
        <Select name="unit" label={t('set.unit')} options={units} value={typed.text('unit')} />
      </>
    );
  }
  const numeric = setting.kind === 'number' ? ({ inputMode: 'numeric', width: 6 } as const) : {};
  return <TextField {...field} {...numeric} value={value} />;
};

const Coming = ({
  rq,
  parts,
  setting,
  rows,
}: {
  rq: Rq;
  parts: GemeenteParts;
  setting: Setting<unknown>;
  rows: readonly SettingRow[];
}) => {
  const t = rq.texts(gemeenteTexts);
  const coming = rows.filter((row) => row.validFrom > isoDate(rq.now)).toReversed();
  if (coming.length === 0) return null;
  const items = coming.map((row) => ({
    key: row.validFrom,
    content: (
      <>
        {t('settings.from', {
          value: valueInWords(rq, parts, setting, row.value),
          from: formatShortDate(row.validFrom, rq.lang),
        })}
        <InlineForm
          action={`${SETTINGS}/${setting.key}/intrekken`}
          csrf={rq.csrf}
          label={t('set.withdraw')}
          fields={[{ name: 'day', value: row.validFrom }]}
        />
      </>
    ),
  }));
  return (
    <Section id="coming" title={t('settings.coming')}>
      <List items={items} />
    </Section>
  );
};
