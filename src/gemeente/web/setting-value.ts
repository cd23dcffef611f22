import { z } from 'zod';
import { formatTerm, parseTerm, type TermUnit, termInWords } from '#platform/calendar/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Setting } from '../settings.ts';
import { gemeenteTexts } from '../texts.ts';
import type { GemeenteParts } from './parts.ts';
import { storedFields, type Typed, wholeNumberIn } from './typed.ts';

/** The units in which a term can be entered. */
export const termUnits: readonly TermUnit[] = ['workday', 'day', 'week', 'hour', 'minute'];

/** The words for a setting: its name, explanation or one of its choices; undefined when no room gave them. */
export const settingText = (rq: Rq, parts: GemeenteParts, key: string): string | undefined => {
  const textKey = `setting.${key}`;
  const catalogue = parts.catalogues().find(({ nl }) => Object.hasOwn(nl, textKey));
  return catalogue && rq.texts(catalogue).dynamic(textKey);
};

/** A stored value in words. */
export const valueInWords = (
  rq: Rq,
  parts: GemeenteParts,
  setting: Setting<unknown>,
  value: unknown,
): string => {
  const t = rq.texts(gemeenteTexts);
  if (setting.kind === 'flag') return value === true ? t('word.yes') : t('word.no');
  if (setting.kind === 'number' && typeof value === 'number') return value.toLocaleString(rq.lang);
  if (Array.isArray(value)) return value.map(String).join(', ') || t('word.none');
  const text = String(value);
  const term = setting.kind === 'term' ? parseTerm(text) : undefined;
  if (term) return termInWords(term, rq.lang);
  if (setting.kind === 'choice') return settingText(rq, parts, `${setting.key}.${text}`) ?? text;
  return text === '' ? t('word.none') : text;
};

/** The answers that a setting of the kind "choice" knows. */
export const choicesOf = (setting: Setting<unknown>): string[] => {
  const schema = z.toJSONSchema(setting.schema, { unrepresentable: 'any' });
  return (schema.enum ?? []).map(String);
};

/** A stored value as it stands in the fields of its form. */
export const valueFields = (setting: Setting<unknown>, value: unknown, validFrom: string): Typed => {
  const term = setting.kind === 'term' ? parseTerm(String(value)) : undefined;
  if (term) return storedFields({ value: term.amount, unit: term.unit, validFrom });
  if (setting.kind === 'flag') return storedFields({ value: value === true ? 'on' : '', validFrom });
  if (Array.isArray(value)) return storedFields({ value: value.map(String).join('\n'), validFrom });
  return storedFields({ value: String(value), validFrom });
};

/** What was typed, as the value it stands for; the schema of the setting judges it. */
export const valueIn = (setting: Setting<unknown>, typed: Typed): unknown => {
  const text = typed.text('value').trim();
  switch (setting.kind) {
    case 'flag':
      return text === 'on';
    case 'number':
      return wholeNumberIn(typed, 'value') ?? Number.NaN;
    case 'term': {
      const unit = termUnits.find((known) => known === typed.text('unit'));
      const amount = wholeNumberIn(typed, 'value');
      return unit && amount !== null ? formatTerm({ amount, unit }) : text;
    }
    case 'list':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    default:
      return text;
  }
};
