import { type Context, defineCommand } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { type Catalogue, type Lang, placeholdersOf } from '#platform/texts/catalogue.ts';
import { refuse } from '../errors.ts';
import { checkStart, rowOf } from './set-setting.ts';

/** A municipality's own wording of one text; empty gives the wording of the house back. */
export interface TextChange {
  /** All catalogues of the program; given by the composition, never by a visitor. */
  readonly catalogues: readonly Catalogue[];
  /** `room.key` */
  readonly key: string;
  readonly lang: Lang;
  readonly text: string;
  readonly validFrom: string;
}

const LONGEST = 5_000;

/**
 * Sets the municipality's wording from a day on. Throws `unknown_text`, `too_long`, `placeholder_missing` (with the names
 * in `values.names`: what is filled in must keep its place), `impossible_date`, `date_passed`.
 */
export const setText = defineCommand<TextChange, void>({
  name: 'text.set',
  action: 'text.manage',
  run: async (context, { catalogues, key, lang, text, validFrom }) => {
    context.allow();
    const own = text.trim();
    const source = houseText(catalogues, key, lang);
    if (source === undefined) throw refuse('unknown_text', { status: 404 });
    if (own.length > LONGEST) throw refuse('too_long', { fields: { text: 'too_long' } });
    checkPlaceholders(source, own);
    checkStart(context, validFrom);
    const before = await heldText(context, key, lang, validFrom);
    await context.db
      .insertInto('text_override')
      .values({ ...rowOf(context, key, validFrom), lang, text: own })
      .onConflict((clash) =>
        clash.columns(['gemeente', 'key', 'lang', 'valid_from']).doUpdateSet((given) => ({
          text: given.ref('excluded.text'),
          set_at: given.ref('excluded.set_at'),
          set_by: given.ref('excluded.set_by'),
        })),
      )
      .execute();
    context.record({
      noun: 'text',
      objectId: `${lang}:${key}`,
      action: own === '' ? 'reset' : 'set',
      before: { text: before ?? null },
      after: { text: own, validFrom },
    });
  },
});

/** The wording of the house; undefined when no catalogue has this key. */
export const houseText = (catalogues: readonly Catalogue[], key: string, lang: Lang): string | undefined => {
  for (const catalogue of catalogues) {
    const inside = key.slice(catalogue.room.length + 1);
    const texts = catalogue[lang];
    if (key.startsWith(`${catalogue.room}.`) && Object.hasOwn(texts, inside)) return texts[inside];
  }
  return undefined;
};

/** Both ways: a missing name loses what a resident must know, a name of one's own would stay empty on the screen. */
const checkPlaceholders = (source: string, own: string): void => {
  if (own === '') return;
  const needed = new Set(placeholdersOf(source));
  const given = new Set(placeholdersOf(own));
  const wrong = [...new Set([...needed, ...given])].filter((name) => needed.has(name) !== given.has(name));
  if (wrong.length > 0) {
    const names = wrong.map((name) => `{${name}}`).join(', ');
    throw refuse('placeholder_missing', { fields: { text: 'placeholder_missing' }, values: { names } });
  }
};

const heldText = async (
  { db, gemeente }: Context,
  key: string,
  lang: Lang,
  day: string,
): Promise<string | undefined> => {
  const [row] = await runSql<{ text: string }>(
    db,
    `select text from text_override where gemeente = $1 and key = $2 and lang = $3 and valid_from <= $4
     order by valid_from desc limit 1`,
    [gemeente, key, lang, day],
  );
  return row?.text;
};
