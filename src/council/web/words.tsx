import type { Lang } from '#platform/texts/catalogue.ts';
import { Link, type StatusTone } from '#platform/web/components/index.ts';
import { address, REGISTER } from '../paths.ts';
import type { AboutRow } from '../register/one.ts';
import { externalLink } from '../rules/external-link.ts';

const TONES: Readonly<Record<string, StatusTone>> = {
  open: 'neutral',
  busy: 'active',
  proposed_settled: 'warning',
  extended: 'warning',
  settled: 'ok',
  in_force: 'ok',
  for_information: 'neutral',
  concept: 'neutral',
  rejected: 'warning',
  replaced: 'neutral',
};

/** The tone of a state; what is over its day is late, whatever its state. */
export const toneOf = (state: string, isLate = false): StatusTone =>
  isLate ? 'late' : (TONES[state] ?? 'neutral');

/** A name in the language of the screen, where it has one. */
export const nameIn = (
  lang: Lang,
  { name, nameEn }: { name: string; nameEn?: string | null | undefined },
): string => (lang === 'en' && nameEn ? nameEn : name);

/** Where something that a record is about stands. */
export const aboutHref = ({ kind, id }: Pick<AboutRow, 'kind' | 'id'>): string => {
  if (kind === 'focuspunt') return `/focuspunten/${id}`;
  if (kind === 'knelpunt') return `/knelpunten/${id}`;
  if (kind === 'document' || kind === 'council_item') return `${REGISTER}/${id}`;
  return address(REGISTER, { over: `${kind}:${id}` });
};

/** A document elsewhere, with the name of the site it stands on. */
export const ExternalLink = ({ href, words }: { href: string; words: string }) => {
  const link = externalLink(href);
  return link === null ? null : (
    <>
      <Link href={link.href}>{words}</Link> ({link.host})
    </>
  );
};
