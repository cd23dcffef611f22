import { departments } from '#gemeente/index.ts';
import { choosablePeople } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { type Member, membersOf } from '../read.ts';
import { type ShownArea, shownArea } from './areas.tsx';

/** The register of the wijkteams. */
export const TEAM = '/wijkteam';

/** Who keeps the register. */
export const policy = 'wijkteam.manage';

/** The register of one area, with what its form can choose from. */
export interface Team {
  readonly shown: ShownArea;
  readonly members: readonly Member[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Reads it; an area that this person does not reach is not found. */
export const readTeam = (rq: Rq, areaId: string | undefined): Promise<Team> =>
  rq.read(async (db) => {
    const today = isoDate(rq.now);
    const shown = await shownArea(rq, db, policy, areaId);
    return {
      shown,
      members: await membersOf(db, rq.gemeente, shown.area.id, today),
      organisations: await departments(db, rq.gemeente, today),
      people: await choosablePeople(db, rq.gemeente, today),
    };
  });
