import { nameOf } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { type Memory, memoryOf } from '../read.ts';
import { type ShownArea, shownArea } from './areas.tsx';

/** The memory of the wijken. */
export const MEMORY = '/wijkgeheugen';

/** Who writes in it. */
export const policy = 'memory.write';

/** The notes of one area, with who wrote them. */
export interface Shown {
  readonly shown: ShownArea;
  readonly notes: readonly Memory[];
  readonly names: ReadonlyMap<string, string>;
}

/** Reads them; an area that this person does not reach is not found. */
export const readNotes = (rq: Rq, areaId: string | undefined): Promise<Shown> =>
  rq.read(async (db) => {
    const shown = await shownArea(rq, db, policy, areaId);
    const notes = await memoryOf(db, rq.gemeente, [shown.area.id], isoDate(rq.now), true);
    const makers = notes.map(({ madeBy }) => madeBy);
    return { shown, notes, names: await nameOf(db, rq.gemeente, makers) };
  });
