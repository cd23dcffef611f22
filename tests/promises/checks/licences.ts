import type { Finding } from '../support/finding.ts';

/** What a package says of itself. */
export interface PackageFacts {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
}

/** Licences under which a work may be part of one under the EUPL-1.2, by their SPDX names. */
const KNOWN = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'EUPL-1.2',
  'ISC',
  'LGPL-3.0',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Every package that comes with the program carries a licence that may; one of several choices is enough. */
export const checkLicences = (packages: readonly PackageFacts[]): Finding => ({
  seen: packages.length,
  breaches: packages
    .filter(({ license }) => !isKnown(license))
    .map(({ name, version, license }) => `${name} ${version}: ${JSON.stringify(license) ?? 'no licence'}`),
});

const isKnown = (license: unknown): boolean => {
  if (typeof license !== 'string') return false;
  const choices = license.replaceAll(/[()]/g, '').split(/ OR /i);
  return choices.some((choice) => choice.split(/ AND /i).every((one) => KNOWN.has(one.trim())));
};
