import type { Catalogue, Lang, Texts } from '#platform/texts/catalogue.ts';
import { translator } from '#platform/texts/catalogue.ts';
import type { Rq } from '#platform/web/request.ts';

/** Looks a key up in all rooms' catalogues, in the language of the visitor; undefined when no room has it. */
export const findText =
  (catalogues: readonly Catalogue<Texts>[]) =>
  (
    rq: { readonly lang: Lang; readonly tenant: Pick<Rq['tenant'], 'overrides'> },
    key: string,
    values?: Readonly<Record<string, string | number>>,
  ): string | undefined => {
    const room = catalogues.find((catalogue) => Object.hasOwn(catalogue.nl, key));
    if (!room) return undefined;
    return translator(room, rq.lang, rq.tenant.overrides[rq.lang]).dynamic(key, values);
  };

export type FindText = ReturnType<typeof findText>;
