import { type OpenFile, openFileName, openFiles } from './files.ts';

/** Where the open data lies on the site. */
export const OPEN_DATA = '/open-data';
/** Nobody needs to ask, or name us: CC0 1.0. */
export const LICENCE = 'https://creativecommons.org/publicdomain/zero/1.0/deed.nl';

interface Words {
  readonly title: string;
  readonly about: string;
}

/** What the catalogue says of its maker, and of each dataset. */
export interface CatalogueWords {
  readonly publisher: string;
  readonly base: string;
  readonly catalogue: Words;
  readonly datasets: Readonly<Record<OpenFile['dataset'], Words>>;
}

const EU = 'http://publications.europa.eu/resource/authority';
const FILE_TYPES: Readonly<Record<OpenFile['extension'], string>> = {
  csv: 'CSV',
  geojson: 'GEOJSON',
  jsonl: 'JSON',
};

const iri = (id: string) => ({ '@id': id });

/** A description of the datasets after DCAT-AP-NL, as JSON-LD, so that a data portal can take them up by itself. */
export const catalogueOf = ({ publisher, base, catalogue, datasets }: CatalogueWords): object => {
  const home = base + OPEN_DATA;
  const maker = { '@type': 'foaf:Agent', 'foaf:name': publisher, 'foaf:homepage': iri(base) };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
    },
    '@id': home,
    '@type': 'dcat:Catalog',
    'dct:title': nl(catalogue.title),
    'dct:description': nl(catalogue.about),
    'dct:publisher': maker,
    'dct:language': iri(`${EU}/language/NLD`),
    'dct:license': iri(LICENCE),
    'foaf:homepage': iri(home),
    'dcat:dataset': (['meldingen', 'aantallen'] as const).map((name) => ({
      '@id': `${home}#${name}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': `${home}#${name}`,
      'dct:title': nl(datasets[name].title),
      'dct:description': nl(datasets[name].about),
      'dct:publisher': maker,
      'dct:creator': maker,
      'dct:language': iri(`${EU}/language/NLD`),
      'dct:accessRights': iri(`${EU}/access-right/PUBLIC`),
      'dct:accrualPeriodicity': iri(`${EU}/frequency/${name === 'meldingen' ? 'CONT' : 'MONTHLY'}`),
      'dcat:theme': iri(`${EU}/data-theme/GOVE`),
      'dcat:contactPoint': {
        '@type': 'vcard:Organization',
        'vcard:fn': publisher,
        'vcard:hasURL': iri(base),
      },
      'dcat:landingPage': iri(home),
      'dcat:distribution': openFiles
        .filter(({ dataset }) => dataset === name)
        .map((file) => distribution(home, file)),
    })),
  };
};

const nl = (text: string) => ({ '@language': 'nl', '@value': text });

const distribution = (home: string, file: OpenFile) => {
  const url = `${home}/${openFileName(file)}`;
  return {
    '@id': url,
    '@type': 'dcat:Distribution',
    'dct:title': nl(openFileName(file)),
    'dct:license': iri(LICENCE),
    'dct:format': iri(`${EU}/file-type/${FILE_TYPES[file.extension]}`),
    'dcat:mediaType': file.mediaType.split(';')[0],
    'dcat:accessURL': iri(home),
    'dcat:downloadURL': iri(url),
  };
};
