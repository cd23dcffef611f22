import type { ReactNode } from 'react';
import { stepsFrom } from '#platform/state-machine.ts';
import type { Rq } from '#platform/web/request.ts';
import {
  type Around,
  type KnelpuntDetail,
  type PlacementRow,
  readAround,
  readKnelpunt,
} from '../read/detail.ts';
import { reachOf } from '../read/scope.ts';
import { type KnelpuntStep, knelpuntMachine, type PlacementStep, placementMachine } from '../rules/states.ts';
import type { Failed } from './form.tsx';

/** What this person can do here now, and nothing that would be refused. */
export interface KnelpuntActs {
  readonly make: boolean;
  readonly steps: ReadonlySet<KnelpuntStep>;
  readonly placements: ReadonlyMap<string, ReadonlySet<PlacementStep>>;
}

/** The whole page of one knelpunt for one member of staff. */
export interface DetailPage {
  readonly knelpunt: KnelpuntDetail;
  readonly around: Around;
  readonly acts: KnelpuntActs;
  readonly failed: Failed | null;
  /** The word of what just succeeded. */
  readonly done?: string | undefined;
  readonly thread: ReactNode;
}

/** The steps that each right gives; the machine says which of them are possible now. */
const DECIDED: readonly KnelpuntStep[] = [
  'investigate',
  'resolve',
  'fall_short',
  'nominate',
  'drop',
  'reconsider',
];

const actsOf = (rq: Rq, knelpunt: KnelpuntDetail, placements: readonly PlacementRow[]): KnelpuntActs => {
  const { gate } = rq.world;
  const fits = reachOf(rq.principal, knelpunt);
  const mayDecide = gate(rq.principal, 'knelpunt.decide', fits).ok;
  const mayPlace = gate(rq.principal, 'knelpunt.place', fits).ok;
  const possible = stepsFrom(knelpuntMachine, knelpunt.state);
  return {
    make: gate(rq.principal, 'knelpunt.make', fits).ok,
    steps: new Set(
      possible.filter((step) => (step === 'place' ? mayPlace : mayDecide && DECIDED.includes(step))),
    ),
    placements: new Map(placements.map((placement) => [placement.id, answersOf(rq, knelpunt, placement)])),
  };
};

const answersOf = (
  rq: Rq,
  { buurtIds }: KnelpuntDetail,
  { departmentId, state }: PlacementRow,
): ReadonlySet<PlacementStep> => {
  const fits = reachOf(rq.principal, { buurtIds, departmentIds: [departmentId] });
  const may = rq.world.gate(rq.principal, 'knelpunt.answer', fits).ok;
  return new Set(may ? stepsFrom(placementMachine, state).filter((step) => step !== 'withdraw') : []);
};

/** Reads the page; "not found" for whoever may not read it. Two queries and that of the thread. */
export const readDetail = async (
  rq: Rq,
  id: string,
  failed: Failed | null,
  done?: string,
): Promise<DetailPage> => {
  const read = await rq.read(async (db) => {
    const knelpunt = await readKnelpunt(db, rq, id);
    const around = await readAround(db, rq, knelpunt);
    return { knelpunt, around, acts: actsOf(rq, knelpunt, around.placements) };
  });
  return { ...read, failed, done, thread: await rq.redThread({ kind: 'knelpunt', id }) };
};
