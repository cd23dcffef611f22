import { Alert, List, Paragraph } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { type Finding, inspectText, maskText, mustRemove } from '../../guard.ts';
import { publicTexts } from '../texts.ts';

/** A text with what the guard saw in it. */
interface Inspected {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** What must be gone from these texts before they may be stored; texts without it are left out. */
export const textsToClean = (texts: readonly string[]): Inspected[] =>
  texts
    .map((text) => ({ text, findings: mustRemove(inspectText(text)) }))
    .filter(({ findings }) => findings.length > 0);

/** The text with dots for what must go. */
export const withoutPersons = (text: string): string => maskText(text, mustRemove(inspectText(text)));

interface FoundPersonsProps {
  readonly rq: Rq;
  readonly inspected: readonly Inspected[];
  /** The form offers to put dots there; at the desk it does not. */
  readonly dots?: boolean;
}

/** Which data of persons stand in a text and where: the kind in words, the beginning, and the words around it. */
export const FoundPersons = ({ rq, inspected, dots = true }: FoundPersonsProps) => {
  if (inspected.length === 0) return null;
  const t = rq.texts(publicTexts);
  const items = inspected.flatMap(({ text, findings }) =>
    findings.map((finding) => ({
      key: `${finding.kind} ${finding.start} ${finding.sample}`,
      content: (
        <>
          <strong>{t.dynamic(`found.kind.${finding.kind}`)}</strong>:{' '}
          {t('found.where', { around: around(text, finding, findings) })}
        </>
      ),
    })),
  );
  return (
    <Alert kind="warning" title={t('found.title')}>
      <List items={items} />
      <Paragraph>{t(dots ? 'found.what' : 'found.what.plain')}</Paragraph>
    </Alert>
  );
};

const AROUND = 30;

/** The finding as its sample, in the middle of the words around it; other findings show as dots. */
const around = (text: string, finding: Finding, all: readonly Finding[]): string => {
  const { start, end, sample } = finding;
  const earlier = all.filter((other) => other.end <= start);
  const later = all
    .filter((other) => other.start >= end)
    .map((other) => ({ ...other, start: other.start - end, end: other.end - end }));
  const before = [...maskText(text.slice(0, start), earlier)];
  const after = [...maskText(text.slice(end), later)];
  const left = (before.length > AROUND ? '…' : '') + before.slice(-AROUND).join('');
  const right = after.slice(0, AROUND).join('') + (after.length > AROUND ? '…' : '');
  return `${left}${sample}${right}`.replace(/\s+/g, ' ').trim();
};
