import { z } from 'zod';
import { RemoteProblem } from '#platform/remote/index.ts';
import { type FetchChoice, fetchPages } from './pages.ts';

/** Which outlines are asked. */
export interface PdokChoice extends FetchChoice {
  readonly gemeente: string;
  readonly kind: 'buurt' | 'wijk';
}

const page = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.looseObject({ properties: z.record(z.string(), z.unknown()).nullish() })),
  crs: z.unknown().optional(),
  links: z.array(z.looseObject({ rel: z.string(), href: z.string() })).optional(),
  numberMatched: z.union([z.number(), z.string()]).optional(),
});

const PAGE_SIZE = 1_000;
const LAYER = { buurt: 'buurten', wijk: 'wijken' } as const;

/**
 * Fetches the outlines of a municipality from PDOK, by its OGC API or (when the address says so) its WFS, page by page, as the
 * text of one GeoJSON file. Throws `RemoteProblem`.
 */
export const fetchOutlines = async (choice: PdokChoice): Promise<string> => {
  if (/wfs/i.test(choice.address)) return collect(choice, wfsAddress(choice));
  const address = `${choice.address.replace(/\/$/, '')}/collections/${LAYER[choice.kind]}/items?f=json&limit=${PAGE_SIZE}`;
  try {
    return await collect(choice, `${address}&gemeentecode=${encodeURIComponent(choice.gemeente)}`);
  } catch (error) {
    // A service that cannot search by municipality refuses the question; then everything is asked, and sifted here.
    if (error instanceof RemoteProblem && error.status === 400) return collect(choice, address);
    throw error;
  }
};

const wfsAddress = ({ address, gemeente, kind }: PdokChoice): string => {
  const url = new URL(address);
  const asked = {
    service: 'WFS',
    version: '2.0.0',
    request: 'GetFeature',
    typeName: LAYER[kind],
    outputFormat: 'application/json',
    srsName: 'EPSG:28992',
    count: String(PAGE_SIZE),
    startIndex: '0',
    filter: `<Filter xmlns="http://www.opengis.net/fes/2.0"><PropertyIsEqualTo><ValueReference>gemeentecode</ValueReference><Literal>${gemeente}</Literal></PropertyIsEqualTo></Filter>`,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
};

const collect = async (choice: PdokChoice, first: string): Promise<string> => {
  const features: unknown[] = [];
  let crs: unknown;
  let received = 0;
  await fetchPages(first, choice, (json) => {
    const parsed = page.safeParse(json);
    if (!parsed.success) throw new RemoteProblem('not_json');
    const { data } = parsed;
    received += data.features.length;
    features.push(...data.features.filter(({ properties }) => isOurs(properties ?? {}, choice.gemeente)));
    crs ??= data.crs;
    choice.progress?.(features.length);
    const link = data.links?.find(({ rel }) => rel === 'next')?.href;
    if (link !== undefined) return link;
    const more = data.features.length > 0 && Number(data.numberMatched ?? 0) > received;
    return more && first.includes('startIndex=')
      ? first.replace(/startIndex=\d+/, `startIndex=${received}`)
      : null;
  });
  return JSON.stringify({ type: 'FeatureCollection', ...(crs === undefined ? {} : { crs }), features });
};

const isOurs = (properties: Readonly<Record<string, unknown>>, gemeente: string): boolean => {
  const owner = properties.gemeentecode ?? properties.gm_code;
  return typeof owner !== 'string' || owner === gemeente;
};
