import { z } from 'zod';
import { isId } from '#platform/database/ids.ts';
import type { About, LinkKind } from '../register/types.ts';
import { type Dated, datedOf } from '../rules/dated.ts';

/** The version that a form's reader saw. */
export const version = z.coerce.number().int().min(0).catch(-1);
/** A text that may be left out; the command says whether it fits. */
export const words = z.string().catch('');

const trimmed = z.string().trim().catch('');

/** The three inputs of a date field. */
export const dateFields = <Name extends string>(name: Name) =>
  ({
    [`${name}-day`]: trimmed,
    [`${name}-month`]: trimmed,
    [`${name}-year`]: trimmed,
  }) as Record<`${Name}-day` | `${Name}-month` | `${Name}-year`, typeof trimmed>;

type Body = Readonly<Record<string, unknown>>;

const partsIn = (body: Body, name: string) => {
  const part = (piece: string): string => String(body[`${name}-${piece}`] ?? '');
  return { day: part('day'), month: part('month'), year: part('year') };
};

interface Problems {
  addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void;
}

/** A day, month or year that must be there; without one the field says so and the first of 1900 stands in for it. */
export const datedIn = (body: Body, name: string, problems: Problems): Dated => {
  const parts = partsIn(body, name);
  const dated = datedOf(parts);
  if (dated) return dated;
  const isEmpty = parts.day === '' && parts.month === '' && parts.year === '';
  problems.addIssue({ code: 'custom', path: [name], message: isEmpty ? 'date_missing' : 'date_unreadable' });
  return { on: '1900-01-01', precision: 'year' };
};

/** A whole day that may be left out; null when it is. */
export const dayIn = (body: Body, name: string, problems: Problems, mustBeThere = false): string | null => {
  const parts = partsIn(body, name);
  if (parts.day === '' && parts.month === '' && parts.year === '') {
    if (mustBeThere) problems.addIssue({ code: 'custom', path: [name], message: 'date_missing' });
    return null;
  }
  const dated = datedOf(parts);
  if (dated?.precision === 'day') return dated.on;
  problems.addIssue({ code: 'custom', path: [name], message: 'date_unreadable' });
  return null;
};

const LINK_KINDS: readonly string[] = [
  'focuspunt',
  'knelpunt',
  'area',
  'category',
  'document',
  'council_item',
];

const isLinkKind = (text: string): text is LinkKind => LINK_KINDS.includes(text);

/** What `focuspunt:<id>` points at; null for anything else. */
export const aboutIn = (text: string): About | null => {
  const [kind = '', id = ''] = text.split(':');
  return isLinkKind(kind) && isId(id) ? { kind, id } : null;
};

/** All that a form points at: what stays ticked and what was chosen besides. */
export const aboutsIn = (texts: readonly string[]): About[] => texts.flatMap((text) => aboutIn(text) ?? []);

/** An id that may be left out. */
export const optionalId = z
  .string()
  .catch('')
  .transform((text) => (isId(text) ? text : null));
