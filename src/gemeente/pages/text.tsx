import { z } from 'zod';
import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import { notFound } from '#platform/errors.ts';
import { type Lang, placeholdersOf } from '#platform/texts/catalogue.ts';
import {
  Alert,
  Button,
  Heading,
  HiddenField,
  Lead,
  Link,
  List,
  Paragraph,
  Quote,
  Section,
  Tabs,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { houseText, setText } from '../commands/set-text.ts';
import { actorsOf, type Change, latestChanges } from '../read/changes.ts';
import { dropTenantCache } from '../read/tenants.ts';
import { rowsOfText, type TextRow } from '../read/text-rows.ts';
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
import { TEXTS } from './texts.tsx';

const policy = 'text.manage';
const params = z.object({ key: z.string().max(200) });
const langOf = (text: string | null): Lang => (text === 'en' ? 'en' : 'nl');

interface View {
  readonly key: string;
  readonly lang: Lang;
  readonly house: string;
  readonly rows: readonly TextRow[];
  readonly changes: readonly Change[];
  readonly names: ReadonlyMap<string, string>;
  /** How the typed text would look, when that was asked. */
  readonly preview: string | null;
}

const readView = async (rq: Rq, parts: GemeenteParts, key: string, lang: Lang): Promise<View> => {
  const house = houseText(parts.catalogues(), key, lang);
  if (house === undefined) throw notFound();
  return rq.read(async (db) => {
    const rows = await rowsOfText(db, rq.gemeente, key, lang);
    const changes = await latestChanges(db, rq.gemeente, 'text', `${lang}:${key}`);
    const names = await parts.accountNames(db, rq.gemeente, actorsOf(changes));
    return { key, lang, house, rows, changes, names, preview: null };
  });
};

/** One text: the wording of the house, the municipality's own, how it looks, and back again. */
export const textRoutes = (parts: GemeenteParts): Route[] => [
  defineRoute({
    method: 'GET',
    path: `${TEXTS}/:key`,
    policy,
    params,
    handle: async (rq, { params: { key } }) => {
      const view = await readView(rq, parts, key, langOf(rq.url.searchParams.get('taal')));
      const today = isoDate(rq.now);
      const own = view.rows.find((row) => row.validFrom <= today)?.text || view.house;
      return rq.page(textPage(rq, view, storedFields({ text: own, validFrom: today }), noMistakes));
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${TEXTS}/:key`,
    policy,
    params,
    handle: (rq, { params: { key }, form }) =>
      saveText(rq, parts, key, langOf(form.raw.text('lang')), form.raw.text('act'), typedFields(form.raw)),
  }),
];

const saveText = async (
  rq: Rq,
  parts: GemeenteParts,
  key: string,
  lang: Lang,
  act: string,
  typed: Typed,
): Promise<Response> => {
  const view = await readView(rq, parts, key, lang);
  if (act === 'preview') {
    const preview = withExamples(typed.text('text'));
    return rq.page(textPage(rq, { ...view, preview }, typed, noMistakes));
  }
  // The wording of the house is kept as "none of our own", so that it follows when the house rewords it.
  const text = act === 'reset' || typed.text('text').trim() === view.house ? '' : typed.text('text');
  const change = { catalogues: parts.catalogues(), key, lang, text, validFrom: dayIn(typed, 'validFrom') };
  const tried = await attempt(rq, () => rq.run(setText, change));
  if (!tried.ok) return rq.page(textPage(rq, view, typed, tried.mistakes));
  dropTenantCache(rq.gemeente);
  return rq.redirect(`${TEXTS}/${key}?taal=${lang}&opgeslagen=ja`);
};

const withExamples = (text: string): string => text.replace(/\{(\w+)\}/g, '[$1]');

const textPage = (rq: Rq, view: View, typed: Typed, mistakes: Mistakes): PageContent => {
  const t = rq.texts(gemeenteTexts);
  const wrong = mistakes !== noMistakes;
  return {
    title: t('text.title', { key: view.key }),
    width: 'staff',
    current: '/beheer',
    ...(wrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <Paragraph>
          <Link href={TEXTS}>{t('texts.title')}</Link>
        </Paragraph>
        <MistakeSummary rq={rq} mistakes={mistakes} />
        {rq.url.searchParams.has('opgeslagen') && !wrong ? (
          <Alert kind="ok" announce title={t('saved.title')} />
        ) : null}
        <Heading level={1}>{t('text.title', { key: view.key })}</Heading>
        <Tabs
          label={t('text.languages')}
          items={(['nl', 'en'] as const).map((lang) => ({
            href: `${TEXTS}/${view.key}?taal=${lang}`,
            label: t(`texts.${lang}`),
            current: lang === view.lang,
          }))}
        />
        <Lead>{t('text.house')}</Lead>
        <Quote>
          <span lang={view.lang}>{view.house}</span>
        </Quote>
        {view.preview === null ? null : (
          <Alert kind="info" announce title={t('text.preview')}>
            <Paragraph>
              <span lang={view.lang}>{view.preview}</span>
            </Paragraph>
          </Alert>
        )}
        <TextForm rq={rq} view={view} typed={typed} mistakes={mistakes} />
        <Coming rq={rq} view={view} />
        <Changes rq={rq} changes={view.changes} names={view.names} />
      </>
    ),
  };
};

const TextForm = ({
  rq,
  view,
  typed,
  mistakes,
}: {
  rq: Rq;
  view: View;
  typed: Typed;
  mistakes: Mistakes;
}) => {
  const t = rq.texts(gemeenteTexts);
  const places = placeholdersOf(view.house).map((name) => `{${name}}`);
  const acts = (
    <>
      <Button look="secondary" name="act" value="preview">
        {t('text.showPreview')}
      </Button>
      <Button look="subtle" name="act" value="reset">
        {t('text.reset')}
      </Button>
    </>
  );
  return (
    <SaveForm rq={rq} action={`${TEXTS}/${view.key}`} back={TEXTS} acts={acts}>
      <HiddenField name="lang" value={view.lang} />
      <TextArea
        name="text"
        label={t('text.own')}
        description={places.length > 0 ? t('text.keep', { names: places.join(', ') }) : t('text.ownHelp')}
        rows={5}
        value={typed.text('text')}
        {...mistakeOf(mistakes, 'text')}
      />
      <FromField rq={rq} typed={typed} mistakes={mistakes} />
    </SaveForm>
  );
};

const Coming = ({ rq, view }: { rq: Rq; view: View }) => {
  const t = rq.texts(gemeenteTexts);
  const coming = view.rows.filter((row) => row.validFrom > isoDate(rq.now)).toReversed();
  if (coming.length === 0) return null;
  const items = coming.map((row) => ({
    key: row.validFrom,
    content: t('settings.from', {
      value: row.text || t('text.houseWording'),
      from: formatShortDate(row.validFrom, rq.lang),
    }),
  }));
  return (
    <Section id="coming" title={t('settings.coming')}>
      <List items={items} />
    </Section>
  );
};
