import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import {
  Alert,
  Heading,
  Lead,
  List,
  Paragraph,
  Section,
  Table,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import {
  type ContrastFailure,
  checkContrast,
  faultyTokens,
  readThemeTokens,
  type ThemeTokens,
} from '#platform/web/styles/tenant-theme.ts';
import { setSetting } from '../commands/set-setting.ts';
import { actorsOf, type Change, latestChanges } from '../read/changes.ts';
import { themeDays } from '../read/setting-rows.ts';
import { dropTenantCache } from '../read/tenants.ts';
import { readTokens } from '../read/theme.ts';
import { THEME_KEY } from '../settings.ts';
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
import { dayIn, storedFields, type Typed, typedFields } from '../web/typed.ts';

const THEME = '/beheer/thema';
const policy = 'setting.manage';
/** A theme of the NL Design System has some thousands of tokens. */
const MAX_BODY = 500_000;

interface View {
  readonly days: readonly string[];
  readonly changes: readonly Change[];
  readonly names: ReadonlyMap<string, string>;
  readonly stored: ThemeTokens;
}

const readView = (rq: Rq, parts: GemeenteParts): Promise<View> =>
  rq.read(async (db) => {
    const days = await themeDays(db, rq.gemeente);
    const changes = await latestChanges(db, rq.gemeente, 'setting', THEME_KEY);
    return {
      days: days.map(({ validFrom }) => validFrom),
      changes,
      names: await parts.accountNames(db, rq.gemeente, actorsOf(changes)),
      stored: await readTokens(db, rq.gemeente, isoDate(rq.now)),
    };
  });

/** The municipality's own colours and sizes: pasted as a theme stylesheet, checked, and valid from a day on. */
export const themeRoutes = (parts: GemeenteParts): Route[] => [
  defineRoute({
    method: 'GET',
    path: THEME,
    policy,
    handle: async (rq) => {
      const view = await readView(rq, parts);
      const typed = storedFields({ tokens: asCss(view.stored), validFrom: isoDate(rq.now) });
      return rq.page(themePage(rq, view, typed, noMistakes, failuresOf(parts, view.stored)));
    },
  }),
  defineRoute({
    method: 'POST',
    path: THEME,
    policy,
    maxBody: MAX_BODY,
    handle: async (rq, { form }) => {
      const typed = typedFields(form.raw);
      const tokens = readThemeTokens(`${typed.text('tokens')};`);
      const failures = failuresOf(parts, tokens);
      const mistakes = judge(rq, typed.text('tokens'), tokens, failures);
      const validFrom = dayIn(typed, 'validFrom');
      const tried = mistakes
        ? { ok: false as const, mistakes }
        : await attempt(rq, () => rq.run(setSetting, { key: THEME_KEY, value: tokens, validFrom }));
      if (!tried.ok)
        return rq.page(themePage(rq, await readView(rq, parts), typed, tried.mistakes, failures));
      dropTenantCache(rq.gemeente);
      return rq.redirect(`${THEME}?opgeslagen=ja`);
    },
  }),
];

const asCss = (tokens: ThemeTokens): string =>
  Object.entries(tokens)
    .map(([name, value]) => `${name}: ${value};`)
    .join('\n');

/** What would be hard to see that is not so in the theme of the house. */
const failuresOf = (parts: GemeenteParts, tokens: ThemeTokens): ContrastFailure[] => {
  const house = parts.houseTokens();
  const known = new Set(checkContrast({}, house).map(({ front, back }) => `${front} ${back}`));
  return checkContrast(tokens, house).filter(({ front, back }) => !known.has(`${front} ${back}`));
};

/** A theme that some people cannot read is not saved (design.md, law 6). */
const judge = (
  rq: Rq,
  text: string,
  tokens: ThemeTokens,
  failures: readonly ContrastFailure[],
): Mistakes | null => {
  const t = rq.texts(gemeenteTexts);
  if (text.trim() !== '' && Object.keys(tokens).length === 0) return { tokens: t('error.no_tokens') };
  const faulty = faultyTokens(tokens);
  if (faulty.length > 0) {
    const names = faulty.slice(0, 5).map(({ name }) => name);
    return { tokens: t('error.bad_token', { names: names.join(', ') }) };
  }
  return failures.length > 0 ? { tokens: t('error.low_contrast', { count: failures.length }) } : null;
};

const themePage = (
  rq: Rq,
  view: View,
  typed: Typed,
  mistakes: Mistakes,
  failures: readonly ContrastFailure[],
): PageContent => {
  const t = rq.texts(gemeenteTexts);
  const wrong = mistakes !== noMistakes;
  return {
    title: t('theme.title'),
    width: 'staff',
    current: '/beheer',
    ...(wrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <MistakeSummary rq={rq} mistakes={mistakes} />
        {rq.url.searchParams.has('opgeslagen') && !wrong ? (
          <Alert kind="ok" announce title={t('saved.title')} />
        ) : null}
        <Heading level={1}>{t('theme.title')}</Heading>
        <Lead>{t('theme.lead')}</Lead>
        <SaveForm rq={rq} action={THEME} back="/beheer">
          <TextArea
            name="tokens"
            label={t('theme.tokens')}
            description={t('theme.tokensHelp')}
            rows={14}
            value={typed.text('tokens')}
            {...mistakeOf(mistakes, 'tokens')}
          />
          <FromField rq={rq} typed={typed} mistakes={mistakes} />
        </SaveForm>
        <Contrast rq={rq} failures={failures} />
        <Section id="days" title={t('theme.days')}>
          <List items={view.days.map((day) => ({ key: day, content: formatShortDate(day, rq.lang) }))} />
        </Section>
        <Changes rq={rq} changes={view.changes} names={view.names} />
      </>
    ),
  };
};

const Contrast = ({ rq, failures }: { rq: Rq; failures: readonly ContrastFailure[] }) => {
  const t = rq.texts(gemeenteTexts);
  return (
    <Section id="contrast" title={t('theme.contrast')}>
      {failures.length === 0 ? (
        <Paragraph>{t('theme.contrastOk')}</Paragraph>
      ) : (
        <Table
          lang={rq.lang}
          caption={t('theme.contrast')}
          captionHidden
          rows={failures}
          rowKey={({ front, back }) => `${front} ${back}`}
          columns={[
            { key: 'front', header: t('theme.front'), cell: ({ front }) => front },
            { key: 'back', header: t('theme.back'), cell: ({ back }) => back },
            {
              key: 'ratio',
              header: t('theme.ratio'),
              numeric: true,
              cell: ({ ratio }) => ratio?.toLocaleString(rq.lang) ?? t('theme.noColour'),
            },
            {
              key: 'least',
              header: t('theme.least'),
              numeric: true,
              cell: ({ least }) => least.toLocaleString(rq.lang),
            },
          ]}
        />
      )}
    </Section>
  );
};
