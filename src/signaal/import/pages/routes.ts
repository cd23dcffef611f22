import { z } from 'zod';
import type { AdminLink } from '#gemeente/index.ts';
import { csvOf } from '#platform/csv.ts';
import { notFound } from '#platform/errors.ts';
import { attempt, type Failure, renamed } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { changeMapping, nudgeImport, startImport, stopImport } from '../draft-commands.ts';
import { refuse } from '../errors.ts';
import { rejectionHeader, rejectionRows } from '../rejections.ts';
import { FIELDS } from '../rules/fields.ts';
import { type Mapping, readMapping } from '../rules/mapping.ts';
import { latestRuns, mappingNamed, rejectionsOf } from '../store/list.ts';
import { readPreview } from '../store/preview.ts';
import { readRun } from '../store/runs.ts';
import { type RunPage, readRunPage } from '../store/waiting.ts';
import { importTexts } from '../texts.ts';
import { draftPage } from './draft-page.tsx';
import { listPage } from './list.tsx';
import { type MappingView, MOST_CHOICES } from './mapping-form.tsx';
import { IMPORTS, importHref } from './paths.ts';
import { runPage } from './run-page.tsx';
import { MOST_MEGABYTES, receiveFile } from './upload.ts';
import { nothingWrong } from './words.ts';

const policy = 'signaal.import';
const params = z.object({ id: z.uuid() });
const text = z.string().default('');
const LIMIT = { uses: 60, seconds: 3_600 } as const;

/** What was done with a mapping, told on the page that comes next. */
const DID = ['toon', 'bewaar', 'gebruik'] as const;

const showList = async (rq: Rq, system: string, failure: Failure): Promise<Response> => {
  const runs = await rq.read((db) => latestRuns(db, rq.gemeente));
  return rq.page(listPage(rq, { runs, system, failure }));
};

const list = defineRoute({
  method: 'GET',
  path: IMPORTS,
  policy,
  handle: (rq) => showList(rq, '', nothingWrong),
});

const upload = defineRoute({
  method: 'POST',
  path: IMPORTS,
  policy,
  maxBody: MOST_MEGABYTES * 1_000_000 + 100_000,
  limit: LIMIT,
  form: z.object({ system: text }),
  handle: async (rq, { form }) => {
    const system = form.raw.text('system').trim().slice(0, 100);
    const file = form.raw.files.find(({ field }) => field === 'bestand');
    const done = await attempt(() => receiveFile(rq, system, file));
    if (done.ok) return rq.redirect(importHref(done.value));
    // Whatever is wrong with the whole is wrong with the file.
    return showList(rq, system, { ...done, errors: renamed(done.errors, { form: 'bestand' }) });
  },
});

const showDraft = async (
  rq: Rq,
  page: RunPage,
  mapping: Mapping,
  failure: Failure,
  did: MappingView['did'] = null,
): Promise<Response> => {
  const preview = await rq.read((db) =>
    readPreview(rq, db, mapping, page.rows, page.waiting?.subjects ?? []),
  );
  return rq.page(draftPage(rq, { page, mapping, preview, failure, did }));
};

const pageOf = (rq: Rq, id: string): Promise<RunPage> =>
  rq.read((db) => readRunPage(rq.world, db, rq.gemeente, id));

const show = defineRoute({
  method: 'GET',
  path: `${IMPORTS}/:id`,
  policy,
  params,
  query: z.object({ gedaan: z.enum(DID).nullable().catch(null).default(null) }),
  handle: async (rq, input) => {
    const page = await pageOf(rq, input.params.id);
    if (page.run.state !== 'draft') return rq.page(runPage(rq, page.run));
    return showDraft(rq, page, page.run.mapping, nothingWrong, input.query.gedaan);
  },
});

/** The mapping as it was typed; what cannot be one falls back to what was kept. */
const typedMapping = (raw: RawForm, kept: Mapping): Mapping => {
  const columns = FIELDS.flatMap((field) => {
    const column = raw.text(`veld_${field}`);
    return column === '' ? [] : [[field, column] as const];
  });
  // What was chosen before and is not on the page any more stays chosen.
  const categories: Record<string, string> = { ...kept.categories };
  for (let place = 0; place < MOST_CHOICES; place += 1) {
    const key = raw.text(`bron_${place}`);
    const slug = raw.text(`onderwerp_${place}`);
    if (key === '') continue;
    if (slug === '') delete categories[key];
    else categories[key] = slug;
  }
  return readMapping({
    system: raw.text('system').trim() || kept.system,
    columns: Object.fromEntries(columns),
    zone: raw.text('zone').trim() || kept.zone,
    dayOrder: raw.text('volgorde') === 'mdy' ? 'mdy' : 'dmy',
    endedWords: raw.all('klaar'),
    categories,
  });
};

/** A saved mapping for this file: with the columns that it has, and for the rest as it was guessed. */
const savedMapping = async (rq: Rq, { run, waiting }: RunPage, name: string): Promise<Mapping> => {
  const saved = await rq.read((db) => mappingNamed(db, rq.gemeente, name));
  if (!saved) throw refuse('import_mapping_unchosen', { fields: { indeling: 'import_mapping_unchosen' } });
  const there = new Set(waiting?.facts.columns.map((column) => column.name));
  const fitting = Object.entries(saved.columns).filter(([, column]) => there.has(column));
  if (fitting.length === 0)
    throw refuse('import_mapping_elsewhere', { fields: { indeling: 'import_mapping_elsewhere' } });
  const taken = new Set(fitting.map(([, column]) => column));
  const guessed = Object.entries(run.mapping.columns).filter(([, column]) => !taken.has(column));
  const columns = { ...Object.fromEntries(guessed), ...Object.fromEntries(fitting) };
  return { ...saved, system: run.mapping.system, columns };
};

const act = async (rq: Rq, page: RunPage, mapping: Mapping, raw: RawForm): Promise<void> => {
  const { run, waiting } = page;
  if (!waiting) throw notFound();
  const saveAs = raw.text('doe') === 'bewaar' ? raw.text('naam').trim().slice(0, 100) : null;
  const version = Number(raw.text('versie'));
  await rq.run(changeMapping, { runId: run.id, version, mapping, waiting, saveAs });
  if (raw.text('doe') === 'begin') await rq.run(startImport, run.id);
};

const change = defineRoute({
  method: 'POST',
  path: `${IMPORTS}/:id`,
  policy,
  params,
  lists: ['klaar'],
  form: z.object({ versie: z.coerce.number().int().min(0).catch(0), doe: text, klaar: z.array(z.string()) }),
  handle: async (rq, { params: { id }, form: { raw } }) => {
    const page = await pageOf(rq, id);
    if (page.run.state !== 'draft') return rq.redirect(importHref(id));
    const typed = await attempt(async () =>
      raw.text('doe') === 'gebruik'
        ? savedMapping(rq, page, raw.text('indeling'))
        : typedMapping(raw, page.run.mapping),
    );
    if (!typed.ok) return showDraft(rq, page, page.run.mapping, typed);
    const done = await attempt(() => act(rq, page, typed.value, raw));
    if (!done.ok) return showDraft(rq, page, typed.value, done);
    const did = DID.find((one) => one === raw.text('doe'));
    return rq.redirect(did ? `${importHref(id)}?gedaan=${did}` : importHref(id));
  },
});

const command = (path: string, run: typeof stopImport): Route =>
  defineRoute({
    method: 'POST',
    path: `${IMPORTS}/:id/${path}`,
    policy,
    params,
    form: z.object({}),
    handle: async (rq, input) => {
      const { id } = input.params;
      const done = await attempt(() => rq.run(run, id));
      // Whoever comes too late sees on the page itself that it is over.
      return rq.redirect(done.ok && path === 'stop' ? IMPORTS : importHref(id));
    },
  });

const rejections = defineRoute({
  method: 'GET',
  path: `${IMPORTS}/:id/niet-overgenomen`,
  policy,
  params,
  handle: async (rq, input) => {
    const { id } = input.params;
    const rows = await rq.read(async (db) => {
      if (!(await readRun(db, rq.gemeente, id))) throw notFound();
      return rejectionsOf(db, rq.gemeente, id);
    });
    return new Response(csvOf([rejectionHeader(rq.lang), ...rejectionRows(rows, rq.lang)]), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="niet-overgenomen-${id}.csv"`,
        'cache-control': 'no-store',
      },
    });
  },
});

/** The pages of an import. */
export const importRoutes: readonly Route[] = [
  list,
  upload,
  show,
  change,
  command('stop', stopImport),
  command('verder', nudgeImport),
  rejections,
];

/** What these pages add to the overview of the administration. */
export const importLink: AdminLink = {
  href: IMPORTS,
  action: policy,
  title: (rq) => rq.texts(importTexts)('list.title'),
  about: (rq) => rq.texts(importTexts)('list.about'),
};
