import type { Finding, ProgramFiles } from '../support/finding.ts';

/** Places that exist on one machine only. */
const PLACES: readonly RegExp[] = [
  /(?<![\w.:/-])\/(work|root|home|Users|mnt|tmp)\/[\w.]/,
  /\b[A-Z]:\\\\?(Users|Windows|Temp)\b/i,
  /\bfile:\/\/\/\w/,
];

/** No file names a place of the machine on which it was written. */
export const checkMachinePaths = (files: ProgramFiles): Finding => ({
  seen: files.size,
  breaches: [...files].flatMap(([path, text]) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        PLACES.some((place) => place.test(line)) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
      ),
  ),
});
