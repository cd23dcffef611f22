import { readSettings } from '#gemeente/index.ts';
import { inspectText, mustRemove, reachesObject } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { notFound } from '#platform/errors.ts';
import { openSignaal, type PartAbout, partAbout, partsOfSignaal, signaalAbout } from '#signaal/index.ts';
import { refuse } from '../errors.ts';
import { loadObject } from '../objects.ts';
import { becomesKnot, sidesOf, titleOf } from '../rules/knottable.ts';
import { returnLimit } from '../settings.ts';
import type { Knot } from '../store/knot.ts';
import { addToStack } from '../store/stack.ts';
import { type KnotReport, reportKnot } from './report.ts';

/** A sentence of staff; long enough to tell why, short enough to read. */
const LONGEST = 1_000;

/** Throws `sentence_missing`, `text_too_long`, `text_has_person`; `field` names it on its form. */
export const mustBeSentence = (text: string, field: string): string => {
  const plain = text.trim();
  if (plain === '') throw refuse('sentence_missing', { fields: { [field]: 'sentence_missing' } });
  if (plain.length > LONGEST) throw refuse('text_too_long', { fields: { [field]: 'text_too_long' } });
  if (mustRemove(inspectText(plain)).length > 0)
    throw refuse('text_has_person', { fields: { [field]: 'text_has_person' } });
  return plain;
};

/**
 * Raises a knot with one sentence (C3). What is simple goes with the weekly stack of its department instead (0.2 D11):
 * then `knotId` is null. Throws `object_unknown`, `sentence_missing`, `text_has_person`.
 */
export const raiseKnot = defineCommand<
  { objectKind: Knot['object_kind']; objectId: string; sentence: string },
  { knotId: string | null }
>({
  name: 'knot.raise',
  action: 'knot.raise',
  run: async (context, input) => {
    if (input.objectKind === 'signaal') {
      await openSignaal(context, input.objectId);
      const note = mustBeSentence(input.sentence, 'sentence');
      return { knotId: await pressSignaal(context, input.objectId, { cause: 'raised', note }, null) };
    }
    const object = await loadObject(context, input.objectKind, input.objectId);
    if (!object) throw notFound();
    context.allow(reachesObject(context.principal, object));
    const note = mustBeSentence(input.sentence, 'sentence');
    const [sideB = null, sideA = null] = object.departmentIds.slice(-2);
    const { title, areaId, buurtId } = object;
    const { objectKind, objectId } = input;
    const report: KnotReport = {
      ...{ objectKind, objectId, title, areaId, buurtId },
      ...(sideA === null ? { sideA: sideB, sideB: null } : { sideA, sideB }),
      cause: 'raised',
      note,
    };
    return { knotId: await reportKnot(context, report) };
  },
});

/** Makes a knot of a signaal, or puts what is simple on the stacks of its holders; gives the knot's id or null. */
const pressSignaal = async (
  context: Context,
  signaalId: string,
  why: Pick<KnotReport, 'cause' | 'note'>,
  latest: PartAbout | null,
): Promise<string | null> => {
  const { db, gemeente, now } = context;
  const about = await signaalAbout(db, gemeente, signaalId);
  if (!about) throw refuse('object_unknown');
  const parts = await partsOfSignaal(db, gemeente, signaalId);
  if (becomesKnot(about)) {
    const title = titleOf(about);
    const object = {
      objectKind: 'signaal',
      objectId: signaalId,
      areaId: null,
      buurtId: about.buurtId,
    } as const;
    return reportKnot(context, { ...why, ...object, title, ...sidesOf(parts, latest) });
  }
  if (about.kind === 'complaint') return null;
  for (const { id, departmentId, state } of parts) {
    if (state === 'returned' || state === 'done') continue;
    await addToStack(context, departmentId, [{ assignmentId: id, signaalId, lateSince: now }]);
  }
  return null;
};

/** What other rooms tell: a part went back, a part lies too long, a reporter says that it takes too long. */
export type Heard = 'returned' | 'overdue' | 'pressed';

/**
 * Listens to the signalen (0.2 D11): the second return and the eighth day make a knot of what is complex; a reporter who
 * waits long makes one too, or a place in the weekly stack. What was taken over from another system makes none by lying
 * long: a whole stock of old signalen would be knots on one day. Doing it again changes nothing.
 */
export const listenToSignaal = defineCommand<{ heard: Heard; objectId: string }, void>({
  name: 'knot.listen',
  action: 'knot.raise',
  run: async (context, { heard, objectId }) => {
    context.allow();
    const { db, gemeente, today } = context;
    if (heard === 'pressed') {
      await pressSignaal(context, objectId, { cause: 'raised', note: null }, null);
      return;
    }
    const part = await partAbout(db, gemeente, objectId);
    const about = part && (await signaalAbout(db, gemeente, part.signaalId));
    if (!about || !becomesKnot(about)) return;
    const settings = await readSettings(db, gemeente, today);
    if (heard === 'overdue' && about.imported) return;
    if (heard === 'returned' && about.returns < settings.get(returnLimit)) return;
    const cause = heard === 'returned' ? 'returned_twice' : 'overdue';
    await pressSignaal(context, part.signaalId, { cause }, part);
  },
});
