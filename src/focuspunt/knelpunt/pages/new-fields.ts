import type { Failure } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import type { NewKnelpunt } from '../read/new.ts';
import { knelpuntTexts } from '../texts.ts';
import { KNELPUNTEN } from './list.tsx';

/** The form of a new knelpunt. */
export const NEW = `${KNELPUNTEN}/nieuw`;

/** The form with what it can choose from, and as typed after a mistake. */
export interface NewPage {
  readonly rq: Rq;
  readonly model: NewKnelpunt;
  readonly failed: (Failure & { readonly raw: RawForm }) | null;
}

/** The sentence of a mistake in this field. */
export const mistake = ({ rq, failed }: NewPage, name: string): { error?: string } => {
  const code = failed?.errors[name];
  return code === undefined
    ? {}
    : { error: rq.texts(knelpuntTexts).dynamic(`error.${code}`, failed?.values) };
};

/** A field by its name: as typed after a mistake, else what was filled in for the reader. */
export const field = (page: NewPage, name: string, prefilled: string) => ({
  name,
  value: page.failed ? page.failed.raw.text(name) : prefilled,
  ...mistake(page, name),
});
