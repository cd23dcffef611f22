import { formatDate, formatDateTime, formatShortDate } from '#platform/calendar/index.ts';
import {
  List,
  Own,
  Paragraph,
  Quote,
  Section,
  StatusBadge,
  SummaryList,
  Table,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { OWN_REF } from '../../import/sort-out.ts';
import { neighbourTexts } from '../../neighbours/texts.ts';
import { OPEN_STATES } from '../../rules/signaal-states.ts';
import { signaalTexts } from '../../texts.ts';
import { staffTexts } from '../texts.ts';
import { categoryName, PartBadge, placeLine } from '../web/labels.tsx';
import { Strip } from '../web/layout.tsx';
import { signaalHref } from '../web/rows.tsx';
import type { SaidRow, TermRow } from './around.ts';
import type { PartRow, SignaalCore } from './core.ts';
import type { DetailPage } from './model.ts';

interface StoryProps {
  readonly rq: Rq;
  readonly page: DetailPage;
}

/** The reporter's own words, the place, the subject, and who holds what. */
export const Whole = ({ rq, page: { core } }: StoryProps) => {
  const t = rq.texts(staffTexts);
  const shared = rq.texts(signaalTexts);
  const { signaal, parts } = core;
  const by = [
    shared(`source.${signaal.source}`),
    shared(`channel.${signaal.channel}`),
    formatDateTime(signaal.receivedAt, rq.lang),
  ].join(', ');
  return (
    <>
      <Quote by={by} lang={signaal.text === null ? rq.lang : undefined}>
        {signaal.text ?? t('text.wiped')}
      </Quote>
      <SummaryList
        rows={[
          { key: 'place', term: t('detail.place'), value: placeLine(rq, signaal) },
          { key: 'kind', term: t('detail.kind'), value: shared(`kind.${signaal.kind}`) },
          { key: 'category', term: t('detail.category'), value: categoryName(rq, signaal) },
          {
            key: 'route',
            term: t('detail.route'),
            value: `${t.dynamic(`owner.${signaal.queue}`, { name: signaal.owner })}; ${shared.dynamic(`reason.${signaal.routeReason}`)}`,
          },
          ...(signaal.importSystem === null
            ? []
            : [{ key: 'import', term: t('detail.import'), value: importLine(rq, signaal) }]),
          ...(signaal.returns > 0
            ? [{ key: 'returns', term: t('detail.returns'), value: String(signaal.returns) }]
            : []),
          ...(signaal.guardFlags.length > 0
            ? [{ key: 'flags', term: t('detail.flags'), value: t('detail.flags.text') }]
            : []),
        ]}
      />
      <Holders rq={rq} parts={parts} />
    </>
  );
};

/** Where it came from; a number that we made ourselves, for want of one, says nothing to people. */
const importLine = (rq: Rq, { importSystem, importRef }: SignaalCore['signaal']): string => {
  const t = rq.texts(staffTexts);
  const system = importSystem ?? '';
  return importRef === null || importRef.startsWith(OWN_REF)
    ? t('detail.import.system', { system })
    : t('detail.import.number', { system, number: importRef });
};

const Holders = ({ rq, parts }: { rq: Rq; parts: readonly PartRow[] }) => {
  const t = rq.texts(staffTexts);
  if (parts.length === 0) return null;
  return (
    <Section id="houders" title={t('detail.holders')}>
      <Table
        lang={rq.lang}
        caption={t('detail.holders')}
        captionHidden
        rows={parts}
        rowKey={({ id }) => id}
        columns={[
          { key: 'department', header: t('column.department'), cell: (part) => part.department },
          {
            key: 'state',
            header: t('column.state'),
            cell: (part) => <PartBadge rq={rq} state={part.state} />,
          },
          {
            key: 'since',
            header: t('column.since'),
            cell: (part) => formatShortDate(part.stateSince, rq.lang),
          },
          { key: 'more', header: t('column.more'), cell: (part) => <PartNotes rq={rq} part={part} /> },
        ]}
      />
    </Section>
  );
};

/** Advice, promise, reason and outcome of one part, each in its own line. */
const PartNotes = ({ rq, part }: { rq: Rq; part: PartRow }) => {
  const t = rq.texts(staffTexts);
  const shared = rq.texts(signaalTexts);
  const day = (date: string): string => formatShortDate(date, rq.lang);
  const { promising, useful, advice } = part;
  const lines = [
    advice === null ? null : t('part.advice', { promising: promising ?? 0, useful: useful ?? 0, advice }),
    part.plannedOn ? t('part.planned', { day: day(part.plannedOn) }) : null,
    part.hearBy ? t('part.hear', { day: day(part.hearBy) }) : null,
    part.returnReason
      ? [shared(`return.${part.returnReason}`), part.returnNote, part.suggested].filter(Boolean).join('; ')
      : null,
    part.outcome ? shared(`outcome.${part.outcome}`) : null,
    part.executedOn ? t('part.executed', { day: day(part.executedOn) }) : null,
    part.account,
  ].filter((line) => line !== null);
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
};

/** Photos of the reporter and of the result. */
export const Files = ({ rq, page: { core, around } }: StoryProps) => {
  const t = rq.texts(staffTexts);
  if (around.photos.length === 0) return null;
  return (
    <Section id="fotos" title={t('detail.photos')}>
      <ul className="wr-photos">
        {around.photos.map(({ id, kind }, index) => {
          const href = `${signaalHref(core.signaal.id)}/foto/${id}`;
          const alt = t.dynamic(`photo.${kind}`, { number: index + 1 });
          return (
            <li key={id}>
              <a href={href}>
                <img src={`${href}?klein=ja`} alt={alt} />
              </a>
            </li>
          );
        })}
      </ul>
    </Section>
  );
};

const TONES = { to_reporter: 'active', from_reporter: 'ok', internal: 'neutral' } as const;

const SaidLine = ({ rq, said }: { rq: Rq; said: SaidRow }) => {
  const t = rq.texts(staffTexts);
  const by = [
    formatDateTime(new Date(said.at), rq.lang),
    said.author,
    said.neighbour ? rq.texts(neighbourTexts)('said.neighbour') : null,
    said.direction === 'from_reporter' ? t.dynamic(`via.${said.channel}`) : null,
    said.verdict === null ? null : t(`verdict.${said.verdict}`),
  ];
  return (
    <>
      <Strip>
        <StatusBadge tone={TONES[said.direction]}>{t.dynamic(`said.${said.kind}`)}</StatusBadge>
        <span className="wr-muted">{by.filter(Boolean).join(', ')}</span>
      </Strip>
      <Paragraph>{said.wiped ? t('text.wiped') : <Own>{said.text}</Own>}</Paragraph>
    </>
  );
};

/** Everything that was said: with the reporter, and among staff. */
export const Said = ({ rq, page: { around } }: StoryProps) => {
  const t = rq.texts(staffTexts);
  return (
    <Section id="gezegd" title={t('detail.said')}>
      {around.said.length === 0 ? (
        <Paragraph muted>{t('detail.said.none')}</Paragraph>
      ) : (
        <List
          plain
          items={around.said.map((said) => ({ key: said.id, content: <SaidLine rq={rq} said={said} /> }))}
        />
      )}
    </Section>
  );
};

const isLate = (rq: Rq, term: TermRow): boolean =>
  term.state === 'passed' || (term.state === 'open' && new Date(term.due_at) < rq.now);

/** Open, or passed while what it asked still waits: what came before the present state is history. */
const isRunning = ({ signaal, parts }: SignaalCore, term: TermRow): boolean => {
  if (term.state === 'open') return true;
  const since = parts.find(({ id }) => id === term.object_id)?.stateSince ?? signaal.stateSince;
  return term.state === 'passed' && OPEN_STATES.includes(signaal.state) && new Date(term.started_at) >= since;
};

/** The terms that run, with who sees them when they pass (C4). */
export const Terms = ({ rq, page: { core, around } }: StoryProps) => {
  const t = rq.texts(staffTexts);
  const running = around.terms.filter((term) => isRunning(core, term));
  if (running.length === 0) return null;
  return (
    <Section id="termijnen" title={t('detail.terms')}>
      <Table
        lang={rq.lang}
        caption={t('detail.terms')}
        captionHidden
        rows={running}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            header: t('column.term'),
            cell: ({ kind }) => rq.texts(signaalTexts).dynamic(`term.${kind}`),
          },
          {
            key: 'due',
            header: t('column.due'),
            cell: (term) =>
              isLate(rq, term) ? (
                <StatusBadge tone="late">
                  {t('due.passed', { day: formatDate(new Date(term.due_at), rq.lang) })}
                </StatusBadge>
              ) : (
                formatDate(new Date(term.due_at), rq.lang)
              ),
          },
          { key: 'sees', header: t('column.sees'), cell: ({ kind }) => t.dynamic(`sees.${kind}`) },
        ]}
      />
    </Section>
  );
};
