import { areaBuurten } from '#gemeente/index.ts';
import { reachesObject } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { isId, newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { refuse } from '../errors.ts';
import { loadObject, type RegieObject, type RegieObjectKind } from '../objects.ts';
import { showTo } from '../seers.ts';
import { mustBeSentence } from './raise.ts';

/** What is put on the agenda, and why. */
export interface AgendaPut {
  readonly objectKind: RegieObjectKind;
  readonly objectId: string;
  readonly sentence: string;
}

/**
 * Puts something on the agenda of the wijkwethouder, from within any room's command (rapport L243-244; 0.2 D11). What
 * stands there already, undiscussed, stays once: then `already_on_agenda` is thrown.
 */
export const putOnAgenda = async (
  context: Context,
  object: Pick<RegieObject, 'title' | 'areaId' | 'buurtId'>,
  { objectKind, objectId, sentence }: AgendaPut,
): Promise<string> => {
  const text = mustBeSentence(sentence, 'sentence');
  const { db, gemeente, now, today, principal } = context;
  const areaId = object.areaId ?? (object.buurtId ? await areaOfBuurt(context, object.buurtId) : null);
  const [row] = await runSql<{ id: string }>(
    db,
    `insert into alderman_agenda (gemeente, id, area_id, object_kind, object_id, title, sentence, put_by, put_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (gemeente, object_id) where discussed_at is null do nothing returning id`,
    [gemeente, newId(), areaId, objectKind, objectId, object.title.slice(0, 200), text, principal.id, now],
  );
  if (!row) throw refuse('already_on_agenda', { status: 409 });
  const [buurtId] = object.buurtId
    ? [object.buurtId]
    : areaId
      ? await areaBuurten(db, gemeente, today, areaId)
      : [];
  await showTo(context, [{ role: 'wijk_wethouder', ...(buurtId ? { buurtId } : {}) }], 'agenda_put', {
    kind: 'alderman_agenda',
    id: row.id,
  });
  context.record({
    noun: 'alderman_agenda',
    objectId: row.id,
    action: 'put',
    after: { object_kind: objectKind, object_id: objectId, area_id: areaId, sentence: secret(text) },
  });
  context.emit('agenda.put', row.id);
  return row.id;
};

/** The wijk of a buurt today; null when it lies in none. */
const areaOfBuurt = async ({ db, gemeente, today }: Context, buurtId: string): Promise<string | null> => {
  const [row] = await runSql<{ area_id: string }>(
    db,
    `select ab.area_id from area_buurt ab join area a on a.gemeente = $1 and a.id = ab.area_id
       join division d on d.gemeente = $1 and d.id = a.division_id and d.kind = 'wijk'
     where ab.gemeente = $1 and ab.buurt_id = $2 and ab.valid_from <= $3
       and (ab.valid_to is null or ab.valid_to > $3) order by ab.area_id limit 1`,
    [gemeente, buurtId, today],
  );
  return row?.area_id ?? null;
};

/** "Op de agenda van de wijkwethouder": one click and one sentence. Throws `already_on_agenda`, `sentence_missing`. */
export const putAgenda = defineCommand<AgendaPut, { id: string }>({
  name: 'agenda.put',
  action: 'agenda.put',
  run: async (context, input) => {
    const object = await loadObject(context, input.objectKind, input.objectId);
    if (!object) throw notFound();
    context.allow(reachesObject(context.principal, object));
    return { id: await putOnAgenda(context, object, input) };
  },
});

/** Notes in one sentence what came of it. Throws "not found", `sentence_missing`, `already_answered` when somebody was first. */
export const discussAgenda = defineCommand<{ agendaId: string; result: string }, void>({
  name: 'agenda.discuss',
  action: 'agenda.discuss',
  run: async (context, { agendaId, result }) => {
    const { db, gemeente, today, now, principal } = context;
    if (!isId(agendaId)) throw notFound();
    const item = await db
      .selectFrom('alderman_agenda')
      .selectAll()
      .where('gemeente', '=', gemeente)
      .where('id', '=', agendaId)
      .forUpdate()
      .executeTakeFirst();
    if (!item) throw notFound();
    const buurtIds = item.area_id ? await areaBuurten(db, gemeente, today, item.area_id) : [];
    context.allow(reachesObject(principal, { buurtIds }));
    if (item.discussed_at !== null) throw refuse('already_answered', { status: 409 });
    const text = mustBeSentence(result, 'result');
    await db
      .updateTable('alderman_agenda')
      .set({ discussed_at: now, discussed_by: principal.id, result: text })
      .where('gemeente', '=', gemeente)
      .where('id', '=', agendaId)
      .execute();
    context.record({
      noun: 'alderman_agenda',
      objectId: agendaId,
      action: 'discussed',
      after: { result: secret(text) },
    });
    context.emit('agenda.discussed', agendaId);
  },
});
