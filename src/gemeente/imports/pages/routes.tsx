import { z } from 'zod';
import { isoDate } from '#platform/calendar/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { refuse } from '../../errors.ts';
import { choiceFrom, importAreasCommand } from '../../import-areas/import-areas.ts';
import type { AreasReport } from '../../import-areas/report.ts';
import { readSource } from '../../import-areas/source.ts';
import { importFiguresCommand } from '../../key-figures/import-key-figures.ts';
import { readFigureTable, tableAsJson } from '../../key-figures/table.ts';
import { figuresFromCbs, outlinesFromPdok } from '../../remote/fetch-sources.ts';
import { decodeText } from '../../tables/decode.ts';
import { attempt, type Mistakes, noMistakes } from '../../web/form.tsx';
import { storedFields, type Typed, typedFields } from '../../web/typed.ts';
import { areasInWords, remarksInWords, touchedInWords } from '../areas-words.ts';
import { figureRemarksInWords, figuresInWords, unusedInWords } from '../figures-words.ts';
import { remoteInWords } from '../remote-words.ts';
import { importTexts } from '../texts.ts';
import {
  dropUpload,
  keepUpload,
  LARGEST_UPLOAD,
  type Upload,
  type UploadKind,
  uploadOf,
} from '../uploads.ts';
import { donePage, lookPage, type Outcome } from './look.tsx';
import { AreaOptions, areaOptionsIn, FigureOptions, figureOptionsIn } from './options.tsx';
import { IMPORT, startPage } from './start.tsx';

const policy = 'area.manage';
const params = z.object({ id: z.uuid() });
/** Room for the file and the form around it. */
const maxBody = LARGEST_UPLOAD + 100_000;
const kinds: readonly UploadKind[] = ['areas', 'key_figures'];

const begin = defineRoute({
  method: 'GET',
  path: IMPORT,
  policy,
  handle: (rq) => rq.page(startPage(rq, 'areas', noMistakes)),
});

const take = defineRoute({
  method: 'POST',
  path: IMPORT,
  policy,
  maxBody,
  limit: { uses: 60, seconds: 3600 },
  handle: async (rq, { form }) => {
    const file = form.raw.files.find(({ field }) => field === 'bestand');
    const kind = kinds.find((known) => known === form.raw.text('soort'));
    const tried = await attempt(rq, () => {
      if (!kind) throw refuse('bad_value', { fields: { soort: 'bad_value' } });
      return rq.run(keepUpload, { kind, name: file?.name ?? '', bytes: file?.bytes ?? new Uint8Array() });
    });
    if (!tried.ok) return rq.page(startPage(rq, form.raw.text('soort'), tried.mistakes));
    return rq.redirect(`${IMPORT}/${tried.value}`);
  },
});

const fetchIt = defineRoute({
  method: 'POST',
  path: `${IMPORT}/ophalen`,
  policy,
  form: z.object({ wat: z.enum(['buurt', 'wijk', 'cbs']) }),
  limit: { uses: 20, seconds: 3600 },
  handle: async (rq, { form }) => {
    // Only what stands on a button is fetched: whoever sends something else makes this server ask nobody.
    if (!form.ok) return rq.page(startPage(rq, 'areas', { form: rq.texts(importTexts)('fetch.choose') }));
    const what = form.value.wat;
    const source = what === 'cbs' ? 'CBS' : 'PDOK';
    try {
      const file = await fetched(rq, what);
      const id = await rq.run(keepUpload, file);
      return rq.redirect(`${IMPORT}/${id}`);
    } catch (error) {
      const sentence = remoteInWords(rq.texts(importTexts), error, source);
      if (sentence === undefined) throw error;
      return rq.page(startPage(rq, 'areas', { form: sentence }));
    }
  },
});

const fetched = async (
  { world, gemeente }: Rq,
  what: 'buurt' | 'wijk' | 'cbs',
): Promise<Omit<Upload, 'id'>> => {
  if (what !== 'cbs') {
    const text = await outlinesFromPdok(world, gemeente, what);
    return { kind: 'areas', name: `PDOK (${what})`, bytes: Buffer.from(text) };
  }
  const table = await figuresFromCbs(world, gemeente);
  const text = typeof table === 'string' ? '[]' : tableAsJson(table);
  return { kind: 'key_figures', name: 'CBS', bytes: Buffer.from(text) };
};

const uploadFor = (rq: Rq, id: string): Promise<Upload> =>
  rq.read((db) => uploadOf(db, rq.gemeente, id, rq.signedIn?.accountId ?? null));

const look = defineRoute({
  method: 'GET',
  path: `${IMPORT}/:id`,
  policy,
  params,
  handle: async (rq, input) => {
    const upload = await uploadFor(rq, input.params.id);
    return handled(rq, upload, storedFields({ validFrom: isoDate(rq.now) }), false);
  },
});

const act = defineRoute({
  method: 'POST',
  path: `${IMPORT}/:id`,
  policy,
  params,
  handle: async (rq, input) => {
    const upload = await uploadFor(rq, input.params.id);
    return handled(rq, upload, typedFields(input.form.raw), input.form.raw.text('doe') === 'inlezen');
  },
});

const handled = async (rq: Rq, upload: Upload, typed: Typed, doIt: boolean): Promise<Response> => {
  const work =
    upload.kind === 'areas'
      ? await areasOf(rq, upload, typed, doIt)
      : await figuresOf(rq, upload, typed, doIt);
  const { outcome, mistakes } = work;
  if (!doIt || outcome === null || outcome.refused) return rq.page(lookPage(rq, { upload, ...work }));
  if (mistakes === noMistakes) await rq.run(dropUpload, { id: upload.id });
  return rq.page(donePage(rq, outcome));
};

interface Work {
  readonly outcome: Outcome | null;
  readonly mistakes: Mistakes;
  readonly options: React.ReactNode;
}

/** What another choice on the page can put right; anything else needs another file. */
const AREA_CHOICES_HELP: ReadonlySet<string> = new Set([
  'choose_layer',
  'no_layer',
  'no_areas',
  'no_code_property',
]);

const isIdle = (report: AreasReport): boolean =>
  report.problem === null &&
  report.added + report.replaced + report.wijkenMade + report.buurtenPlaced + report.ended.length === 0;

const areasOf = async (rq: Rq, upload: Upload, typed: Typed, doIt: boolean): Promise<Work> => {
  const t = rq.texts(importTexts);
  const options = { ...areaOptionsIn(rq, typed), dryRun: !doIt };
  const source = await readSource(upload.bytes, choiceFrom(rq.gemeente, options));
  const tried = await attempt(rq, () => rq.run(importAreasCommand, { source, options }));
  const report = tried.ok ? tried.value : null;
  const mistakes = tried.ok ? noMistakes : tried.mistakes;
  return {
    outcome: report && {
      refused: report.problem !== null,
      isHelpless: report.problem !== null && !AREA_CHOICES_HELP.has(report.problem),
      isIdle: isIdle(report),
      sentences: areasInWords(t, report),
      touched: touchedInWords(t, report),
      remarks: remarksInWords(t, report),
    },
    mistakes,
    options: <AreaOptions rq={rq} report={report} typed={typed} mistakes={mistakes} />,
  };
};

const figuresOf = async (rq: Rq, upload: Upload, typed: Typed, doIt: boolean): Promise<Work> => {
  const t = rq.texts(importTexts);
  const table = readFigureTable(decodeText(upload.bytes));
  const columns = typeof table === 'string' ? [] : table.columns;
  const options = { ...figureOptionsIn(typed, columns, upload.name), dryRun: !doIt };
  const tried = await attempt(rq, () => rq.run(importFiguresCommand, { table, options }));
  const report = tried.ok ? tried.value : null;
  const mistakes = tried.ok ? noMistakes : tried.mistakes;
  return {
    outcome: report && {
      refused: report.problem !== null,
      isHelpless: report.problem === 'not_a_table' || report.problem === 'no_buurten',
      isIdle: report.problem === null && report.added + report.changed === 0 && !options.saveMapping,
      touched: [],
      sentences: [...figuresInWords(t, report), ...unusedInWords(t, report)],
      remarks: figureRemarksInWords(t, report),
    },
    mistakes,
    options: <FigureOptions rq={rq} report={report} typed={typed} mistakes={mistakes} />,
  };
};

/** The pages on which an administrator reads files in: choose, look, do. */
export const importRoutes: readonly Route[] = [begin, take, fetchIt, look, act];
