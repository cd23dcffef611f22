import { type Mistakes, mistakeOf, type Typed, termUnits, wholeNumberIn } from '#gemeente/index.ts';
import { formatTerm, parseTerm, termInWords } from '#platform/calendar/index.ts';
import { Select, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { catalogueTexts } from '../texts.ts';

/** A term as two fields: how many, and of what. */
export const TermFields = ({ rq, typed, mistakes }: { rq: Rq; typed: Typed; mistakes: Mistakes }) => {
  const t = rq.texts(catalogueTexts);
  const units = termUnits.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }));
  return (
    <>
      <TextField
        name="handlingTerm"
        label={t('subject.term')}
        description={t('subject.termHelp')}
        inputMode="numeric"
        width={4}
        value={typed.text('handlingTerm')}
        {...mistakeOf(mistakes, 'handlingTerm')}
      />
      <Select name="termUnit" label={t('subject.termUnit')} options={units} value={typed.text('termUnit')} />
    </>
  );
};

/** What was typed, as a term is stored; text that is no term stays as it is, and the schema refuses it. */
export const termIn = (typed: Typed): string => {
  const unit = termUnits.find((known) => known === typed.text('termUnit'));
  const amount = wholeNumberIn(typed, 'handlingTerm');
  return unit && amount !== null ? formatTerm({ amount, unit }) : typed.text('handlingTerm');
};

/** A stored term as the two fields show it. */
export const termFields = (stored: string): { handlingTerm: string; termUnit: string } => {
  const term = parseTerm(stored);
  return { handlingTerm: term ? String(term.amount) : '', termUnit: term?.unit ?? 'workday' };
};

/** A stored term in words. */
export const termWords = (rq: Rq, stored: string): string => {
  const term = parseTerm(stored);
  return term ? termInWords(term, rq.lang) : stored;
};
