import { findBsn } from './bsn.ts';
import type { Detector, Finding, Span } from './finding.ts';
import { findHints } from './hints.ts';
import { findIban } from './iban.ts';
import { findMail } from './mail.ts';
import { normaliseText } from './normalise.ts';
import { findPersonAddress } from './person-address.ts';
import { findPhone } from './phone.ts';
import { findPlate } from './plate.ts';

export type { Finding };

/** The surest first: where two see the same characters, the first one names them. */
const DETECTORS: readonly Detector[] = [
  findMail,
  findIban,
  findPhone,
  findBsn,
  findPlate,
  findPersonAddress,
  findHints,
];

/**
 * What in a text identifies a person, or hints at one, in order of place; offsets are those of the text as typed.
 * Runs before anything is stored (product.md 0.2 D8, C5). Never throws; time grows in line with the length of the text.
 */
export const inspectText = (text: string): Finding[] => {
  const plain = normaliseText(text);
  const seen = withoutOverlap(
    plain.text.length,
    DETECTORS.flatMap((detect) => detect(plain.text)),
  );
  return seen
    .map(({ kind, start, end }) => ({ kind, ...plain.original(start, end) }))
    .map((span) => ({ ...span, sample: sampleOf(text, span) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
};

/** The findings that must be gone before the text may be stored: everything but hints. */
export const mustRemove = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ kind }) => kind !== 'hint');

/**
 * Whether to ask "gaat dit over een plek, over overlast van een groep op een plek, of over een persoon of gezin?": only when
 * something points at a person. A reporter's own telephone number does not; it just has to go.
 */
export const gateNeeded = (findings: readonly Finding[]): boolean =>
  findings.some(({ kind }) => kind === 'hint' || kind === 'person_address' || kind === 'bsn');

/** The text with three dots in the place of each finding. */
export const maskText = (text: string, findings: readonly Finding[]): string => {
  let masked = '';
  let done = 0;
  for (const { start, end } of findings.toSorted((a, b) => a.start - b.start)) {
    if (end <= done) continue;
    masked += `${text.slice(done, Math.max(done, start))}•••`;
    done = end;
  }
  return masked + text.slice(done);
};

/** Keeps of spans that overlap the first found. */
const withoutOverlap = (length: number, spans: readonly Span[]): Span[] => {
  const taken = new Uint8Array(length);
  return spans.filter(({ start, end }) => {
    const isFree = !taken.subarray(start, end).includes(1);
    if (isFree) taken.fill(1, start, end);
    return isFree;
  });
};

/** The first two characters and the shape of the rest; a hint is a common word and is shown. */
const sampleOf = (text: string, { kind, start, end }: Span): string => {
  const part = text.slice(start, end);
  if (kind === 'hint') return part;
  const [first = '', second = '', ...rest] = part;
  return (
    first + second + rest.map((character) => (/[\p{L}\p{N}]/u.test(character) ? '•' : character)).join('')
  );
};
