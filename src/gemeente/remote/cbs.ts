import { z } from 'zod';
import { RemoteProblem } from '#platform/remote/index.ts';
import { type FigureTable, type TableProblem, tableOf } from '../key-figures/table.ts';
import { type FetchChoice, fetchPages } from './pages.ts';

/** Which key figures are asked. */
export interface CbsChoice extends FetchChoice {
  readonly gemeente: string;
  /** Such as 85984NED. */
  readonly table: string;
}

const row = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const page = z.object({
  value: z.array(row),
  'odata.nextLink': z.string().optional(),
  '@odata.nextLink': z.string().optional(),
});
const about = z.object({
  value: z.array(z.looseObject({ Title: z.string().nullish(), Period: z.string().nullish() })),
});

/**
 * Fetches the key figures of a municipality, its wijken and its buurten from the open data of CBS, page by page. Throws
 * `RemoteProblem`.
 */
export const fetchFigures = async (choice: CbsChoice): Promise<FigureTable | TableProblem> => {
  const base = `${choice.address.replace(/\/$/, '')}/${choice.table}`;
  let title = '';
  await fetchPages(`${base}/TableInfos?$format=json`, choice, (json) => {
    const [info] = read(about, json).value;
    title = `${info?.Title ?? ''} ${info?.Period ?? ''}`.trim();
    return null;
  });
  const digits = choice.gemeente.replace(/\D/g, '');
  const filter = encodeURIComponent(`substringof('${digits}',WijkenEnBuurten)`);
  const rows: z.infer<typeof row>[] = [];
  await fetchPages(`${base}/TypedDataSet?$format=json&$filter=${filter}`, choice, (json) => {
    const data = read(page, json);
    rows.push(...data.value);
    choice.progress?.(rows.length);
    return data['odata.nextLink'] ?? data['@odata.nextLink'] ?? null;
  });
  return tableOf(rows, choice.table, title);
};

const read = <T>(schema: z.ZodType<T>, json: unknown): T => {
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new RemoteProblem('not_json');
  return parsed.data;
};
