import { RemoteProblem } from '#platform/remote/index.ts';
import type { Translate } from '#platform/texts/catalogue.ts';
import type { importTexts } from './texts.ts';

type T = Translate<(typeof importTexts)['nl']>;

/** Why nothing came from a source on the internet, in a sentence; undefined for an error that is about something else. */
export const remoteInWords = (t: T, error: unknown, source: 'PDOK' | 'CBS'): string | undefined =>
  error instanceof RemoteProblem ? t(`remote.${error.reason}`, { source }) : undefined;
