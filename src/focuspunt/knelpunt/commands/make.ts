import { areasOf } from '#gemeente/index.ts';
import { reachesObject } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { isId, newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Holding } from '#platform/policy/principal.ts';
import type { Bundleable } from '#signaal/index.ts';
import { settleSuggestion } from '../../patterns/store.ts';
import { refuse } from '../errors.ts';
import { choosableAreas } from '../rules/areas.ts';
import { averagePoint, mostCommon } from '../rules/place-of-bundle.ts';
import type { KnelpuntOrigin } from '../rules/regular-effort.ts';
import { freeSignalen, insertSignalen } from '../store/bundle.ts';
import { lockKnelpunt } from '../store/load.ts';
import { mustBePublic, tellReporters } from '../store/tell.ts';
import { startKnelpuntTerms } from '../store/terms.ts';

/** What a knelpunt is made of. */
export interface MakeKnelpunt {
  /** Signalen to bundle; none for a chance, an initiative or what a partner brought in. */
  readonly signaalIds: readonly string[];
  /** The suggestion it was made from. */
  readonly suggestionId: string | null;
  /** Collective patterns from the care network that the wijkregisseur accepted (D22). */
  readonly carePatternIds: readonly string[];
  readonly origin: KnelpuntOrigin;
  readonly title: string;
  /** A group of the catalogue of subjects. */
  readonly themeId: string | null;
  readonly areaId: string;
  readonly placeNote: string;
  readonly hypothesis: string;
  /** The one human sentence for all reporters (D13); empty when it is still to be written. */
  readonly sentence: string;
}

/**
 * Makes a knelpunt (S3, C2.4). Its signalen are bundled, one knelpunt at a time, and their reporters hear one sentence,
 * once; without that sentence a term begins. Throws `title_missing`, `area_unknown`, `theme_unknown`,
 * `signaal_in_other_knelpunt`, `suggestion_settled`, `public_text_has_person`.
 */
export const makeKnelpunt = defineCommand<MakeKnelpunt, { knelpuntId: string; number: number; told: number }>(
  {
    name: 'knelpunt.make',
    action: 'knelpunt.make',
    run: async (context, input) => {
      const holding = await askFor(context, input.areaId);
      await mustBeComplete(context, input);
      const signalen = await freeSignalen(context, input.signaalIds);
      const knelpuntId = newId();
      const number = await insertKnelpunt(context, knelpuntId, input, signalen, holding);
      await insertSignalen(
        context,
        knelpuntId,
        signalen.map(({ id }) => id),
      );
      await insertCarePatterns(context, knelpuntId, input.carePatternIds);
      if (input.suggestionId !== null) await settleSuggestion(context, input.suggestionId, knelpuntId);
      const told = await tellReporters(context, await lockKnelpunt(context, knelpuntId), 'bundled');
      const silent = input.sentence.trim() === '' && signalen.length > 0;
      await startKnelpuntTerms(context, silent ? ['knelpunt_word', 'knelpunt_look'] : ['knelpunt_look'], [
        { kind: 'knelpunt', id: knelpuntId },
      ]);
      context.emit('knelpunt.made', knelpuntId);
      return { knelpuntId, number, told };
    },
  },
);

/** Asks the gate with the area; whoever may make a knelpunt somewhere is told that an area is none. */
const askFor = async (context: Context, areaId: string): Promise<Holding | null> => {
  const areas = choosableAreas(await areasOf(context.db, context.gemeente, context.today));
  const area = areas.find(({ id }) => id === areaId);
  if (area) return context.allow(reachesObject(context.principal, { buurtIds: area.buurtIds }));
  context.allow();
  throw refuse('area_unknown', { fields: { area: 'area_unknown' } });
};

const mustBeComplete = async (context: Context, input: MakeKnelpunt): Promise<void> => {
  if (input.title.trim() === '') throw refuse('title_missing', { fields: { title: 'title_missing' } });
  mustBePublic(input.title, 'title');
  mustBePublic(input.sentence, 'sentence');
  mustBePublic(input.hypothesis, 'hypothesis');
  mustBePublic(input.placeNote, 'place');
  if (input.themeId !== null) await mustBeTheme(context, input.themeId);
};

/** A theme is a group of the catalogue. */
export const mustBeTheme = async (context: Context, themeId: string): Promise<void> => {
  const [theme] = isId(themeId)
    ? await runSql<{ id: string }>(
        context.db,
        'select id from category where gemeente = $1 and id = $2 and parent_id is null',
        [context.gemeente, themeId],
      )
    : [];
  if (!theme) throw refuse('theme_unknown', { fields: { theme: 'theme_unknown' } });
};

const INSERT = `
  insert into knelpunt (gemeente, id, number, title, origin, category_id, area_id, buurt_id, place_note, lat, lon,
    hypothesis, state, owner_account_id, public_sentence, word, made_by, created_at, state_since)
  select $1, $2, coalesce((select k.number from knelpunt k where k.gemeente = $1 order by k.number desc limit 1), 0) + 1,
    $3, $4, $5, $6, $7, $8, $9, $10, $11, 'noticed', $12, $13, $14, $15, $16, $16
  returning number`;

const insertKnelpunt = async (
  context: Context,
  id: string,
  input: MakeKnelpunt,
  signalen: readonly Bundleable[],
  holding: Holding | null,
): Promise<number> => {
  const { db, gemeente, principal, now } = context;
  const sentence = input.sentence.trim();
  const point = averagePoint(signalen);
  // Numbers follow one another without gaps: makers at the same moment wait for each other.
  await runSql(db, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`knelpunt ${gemeente}`]);
  const [row] = await runSql<{ number: number }>(db, INSERT, [
    gemeente,
    id,
    input.title.trim(),
    input.origin,
    input.themeId,
    input.areaId,
    mostCommon(signalen.map(({ buurtId }) => buurtId)),
    input.placeNote.trim() || (mostCommon(signalen.map(({ street }) => street)) ?? null),
    point?.lat ?? null,
    point?.lon ?? null,
    input.hypothesis.trim(),
    holding?.onBehalfOf ?? principal.id,
    sentence,
    sentence === '' ? 0 : 1,
    principal.id,
    now,
  ]);
  if (!row) throw new Error('A knelpunt was not stored');
  context.record({
    noun: 'knelpunt',
    objectId: id,
    action: 'made',
    after: { number: row.number, origin: input.origin, area_id: input.areaId, signalen: signalen.length },
  });
  return row.number;
};

/** Links accepted patterns of the care network within this person's reach; one that another knelpunt has stays there. */
export const insertCarePatterns = async (
  context: Context,
  knelpuntId: string,
  carePatternIds: readonly string[],
): Promise<void> => {
  const ids = carePatternIds.filter(isId);
  if (ids.length === 0) return;
  const { world, db, gemeente, now, today, principal } = context;
  const areas = (await areasOf(db, gemeente, today)).filter(
    ({ buurtIds }) => world.gate(principal, 'knelpunt.make', reachesObject(principal, { buurtIds })).ok,
  );
  const rows = await runSql<{ id: string }>(
    db,
    `insert into knelpunt_pattern (gemeente, knelpunt_id, care_pattern_id, added_at, added_by)
     select $1, $2, p.id, $4, $5 from care_pattern p
     where p.gemeente = $1 and p.id = any ($3::uuid[]) and p.state = 'accepted' and p.area_id = any ($6::uuid[])
     on conflict do nothing returning care_pattern_id as id`,
    [gemeente, knelpuntId, ids, now, principal.id, areas.map(({ id }) => id)],
  );
  for (const { id } of rows) {
    context.record({
      noun: 'care_pattern',
      objectId: id,
      action: 'bundled',
      after: { knelpunt_id: knelpuntId },
    });
  }
};
