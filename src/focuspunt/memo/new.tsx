import {
  MistakeSummary,
  type Mistakes,
  mistakeOf,
  optionalDayIn,
  storedFields,
  type Typed,
} from '#gemeente/index.ts';
import { isoDate, isPlainDate, plusDays, startOfDay } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import {
  Button,
  DateField,
  Details,
  Fieldset,
  Form,
  Heading,
  HiddenField,
  Lead,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { ROUNDS } from '../focuspunt/paths.ts';
import { focuspuntTexts } from '../focuspunt/texts.ts';
import type { MakeRelease } from './commands.ts';
import type { MemoBudget, MemoPoint } from './content.ts';
import { readPoints } from './snapshot.ts';

/** Where the form of a memo is sent. */
export const MEMOS = '/raadsmemo';

/** Which decision a memo tells of. */
export type About = MakeRelease['about'];

/** The decision in an address or a form. Throws 404 for anything else. */
export const aboutIn = (roundId: string, focuspuntId: string): About => {
  if (isId(roundId)) return { roundId };
  if (isId(focuspuntId)) return { focuspuntId };
  throw notFound();
};

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** The moment until which nobody is told; null when day or hour is no day or hour. */
export const embargoIn = (typed: Typed): Date | null => {
  const day = optionalDayIn(typed, 'embargo');
  const [, hours, minutes] = TIME.exec(typed.text('hour').trim()) ?? [];
  if (day === null || !isPlainDate(day) || hours === undefined || minutes === undefined) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  // The clock changes between two and three: what comes later is counted back from the next midnight.
  return minute < 3 * 60
    ? new Date(startOfDay(day).getTime() + minute * MINUTE)
    : new Date(startOfDay(plusDays(day, 1)).getTime() - (24 * 60 - minute) * MINUTE);
};

const MINUTE = 60_000;

const LINE = /^(.{1,200});\s*(-?\d{1,12})$/;

/** Lines of money as they were typed; null when a line cannot be read. */
export const budgetIn = (typed: Typed): MemoBudget | null => {
  const rows = typed
    .text('budget_lines')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const lines = rows.map((row) => LINE.exec(row));
  if (lines.some((line) => line === null) || lines.length > 40) return null;
  const printed = typed.text('printed_euro').trim();
  return {
    lines: lines.map((line) => ({ label: line?.[1]?.trim() ?? '', euro: Number(line?.[2]) })),
    printedTotal: typed.text('printed_total').trim() || null,
    printedEuro: printed === '' ? null : Number(printed),
  };
};

/** What the form sees before the command is asked: codes of the texts, by field. */
export const memoMistakes = (typed: Typed): Record<string, string> => ({
  ...(typed.text('title').trim() === '' ? { title: 'title_missing' } : {}),
  ...(embargoIn(typed) === null ? { embargo: 'embargo_missing' } : {}),
  ...(budgetIn(typed) === null ? { budget_lines: 'budget_unreadable' } : {}),
  ...(/^\d{0,12}$/.test(typed.text('printed_euro').trim()) ? {} : { printed_euro: 'total_unreadable' }),
});

/** The points that a memo would tell of. */
export const readMemoPoints = (rq: Rq, about: About): Promise<MemoPoint[]> =>
  rq.read((db) => readPoints({ db, gemeente: rq.gemeente }, about));

/** What stands in an empty form. */
export const emptyMemo = (rq: Rq): Typed => storedFields({ embargo: isoDate(rq.now), hour: '16:00' });

interface NewProps {
  readonly rq: Rq;
  readonly about: About;
  readonly points: readonly MemoPoint[];
  readonly typed: Typed;
  readonly mistakes: Mistakes;
}

const Money = ({ rq, typed, mistakes }: Pick<NewProps, 'rq' | 'typed' | 'mistakes'>) => {
  const t = rq.texts(focuspuntTexts);
  const isUsed =
    typed.text('budget_lines') !== '' || 'budget_lines' in mistakes || 'printed_euro' in mistakes;
  return (
    <Details summary={t('memo.new.money')} open={isUsed}>
      <TextArea
        name="budget_lines"
        rows={6}
        label={t('memo.new.lines')}
        description={t('memo.new.lines.hint')}
        value={typed.text('budget_lines')}
        {...mistakeOf(mistakes, 'budget_lines')}
      />
      <TextField name="printed_total" label={t('memo.new.printed')} value={typed.text('printed_total')} />
      <TextField
        name="printed_euro"
        width={20}
        inputMode="numeric"
        label={t('memo.new.printed_euro')}
        value={typed.text('printed_euro')}
        {...mistakeOf(mistakes, 'printed_euro')}
      />
    </Details>
  );
};

const Embargo = ({ rq, typed, mistakes }: Pick<NewProps, 'rq' | 'typed' | 'mistakes'>) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <>
      <DateField
        lang={rq.lang}
        name="embargo"
        label={t('memo.new.embargo')}
        description={t('memo.new.embargo.hint')}
        value={typed.parts('embargo')}
        {...mistakeOf(mistakes, 'embargo')}
      />
      <TextField name="hour" width={6} label={t('memo.new.hour')} value={typed.text('hour')} />
    </>
  );
};

const Sentences = ({ rq, points, typed, mistakes }: Omit<NewProps, 'about'>) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <Fieldset legend={t('memo.new.sentences')}>
      {points.map(({ focuspuntId, title, sentence }) => (
        <TextArea
          key={focuspuntId}
          name={`sentence_${focuspuntId}`}
          rows={2}
          label={title}
          value={typed.text(`sentence_${focuspuntId}`) || sentence}
          {...mistakeOf(mistakes, `sentence_${focuspuntId}`)}
        />
      ))}
    </Fieldset>
  );
};

/** The form of a memo: its title, until when it is secret, and one human sentence for whoever spoke. */
export const newMemoPage = ({ rq, about, points, typed, mistakes }: NewProps): PageContent => {
  const t = rq.texts(focuspuntTexts);
  const isWrong = Object.keys(mistakes).length > 0;
  return {
    title: t('memo.new.title'),
    width: 'staff',
    current: ROUNDS,
    ...(isWrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <MistakeSummary rq={rq} mistakes={mistakes} />
        <Heading level={1}>{t('memo.new.title')}</Heading>
        <Lead>{t('memo.new.lead')}</Lead>
        <Form action={MEMOS} csrf={rq.csrf}>
          <HiddenField name="ronde" value={'roundId' in about ? about.roundId : ''} />
          <HiddenField name="focuspunt" value={'focuspuntId' in about ? about.focuspuntId : ''} />
          <TextField
            name="title"
            label={t('memo.new.name')}
            value={typed.text('title')}
            {...mistakeOf(mistakes, 'title')}
          />
          <TextArea
            name="intro"
            rows={4}
            label={t('memo.new.intro')}
            note={t('form.optional')}
            value={typed.text('intro')}
            {...mistakeOf(mistakes, 'intro')}
          />
          <Embargo rq={rq} typed={typed} mistakes={mistakes} />
          <Sentences rq={rq} points={points} typed={typed} mistakes={mistakes} />
          <Money rq={rq} typed={typed} mistakes={mistakes} />
          <Button>{t('memo.new.save')}</Button>
        </Form>
      </>
    ),
  };
};
