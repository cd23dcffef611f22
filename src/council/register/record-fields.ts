import type { DateParts } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { councilTexts } from '../texts.ts';
import { type Failed, fieldsOf } from '../web/failed.ts';
import type { AboutChoices } from './choices.ts';
import type { AboutRow } from './one.ts';

/** What stands in the fields: as stored, or as typed and not right yet. */
export interface Filled {
  readonly text: (name: string) => string;
  readonly parts: (name: string) => DateParts;
  readonly about: readonly string[];
}

/** A form for a new record or a changed one. */
export interface RecordForm {
  readonly what: 'item' | 'document';
  /** Null for a new one. */
  readonly id: string | null;
  readonly filled: Filled;
  readonly choices: AboutChoices;
  /** What the stored record is about: stays when it stays ticked. */
  readonly known: readonly AboutRow[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly failed: Failed | null;
}

type Key =
  | 'number'
  | 'title'
  | 'text'
  | 'given_by'
  | 'owner_function'
  | 'source'
  | 'summary'
  | 'link'
  | 'given'
  | 'due'
  | 'dated';

/** Fields by their name: label, what stands in it, and its mistake. */
export const fieldMaker = (rq: Rq, { filled, failed }: RecordForm) => {
  const t = rq.texts(councilTexts);
  const { error } = fieldsOf(rq, failed, 'record');
  return {
    text: (name: Key) => ({ name, label: t(`field.${name}`), value: filled.text(name), ...error(name) }),
    date: (name: Key) => ({
      name,
      lang: rq.lang,
      label: t(`field.${name}`),
      value: filled.parts(name),
      ...error(name),
    }),
    error,
  };
};
