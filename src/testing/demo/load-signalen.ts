import { isoDate, plusDays } from '#platform/calendar/index.ts';
import { manualClock } from '#platform/clock.ts';
import { type Command, execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { anonymous, type Principal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import {
  acceptAssignment,
  answerSignaal,
  assignSignaal,
  completeAssignment,
  confirmSolved,
  type GiveSignaal,
  giveSignaal,
  NO_CONTACT,
  objectToClosing,
  planAssignment,
  returnAssignment,
} from '#signaal/index.ts';
import type { DemoSignaal, DemoStep } from './signalen.ts';
import type { TownIds } from './town.ts';
import { townBuurten } from './town-places.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the signalen of the demo need of the town. */
export interface PeopledTown extends TownIds {
  /** Account ids by e-mail. */
  readonly accounts: Readonly<Record<string, string>>;
  /** Subject ids by name. */
  readonly subjects: Readonly<Record<string, string>>;
}

/** Each signaal lives through its own days, on a clock of its own; a pace below 1 makes its days shorter. Gives its id. */
export const loadSignaal = async (
  world: World,
  town: PeopledTown,
  signaal: DemoSignaal,
  pace = 1,
): Promise<string> => {
  const start = new Date(world.clock.now().getTime() - (signaal.daysAgo * DAY + HOUR) * pace);
  const clock = manualClock(start);
  const then: World = { ...world, clock };
  const desk = actAs(town, 'bea.balie@zoetermeer.voorbeeld', 'desk_worker');
  const { signaalId } = await execute(
    then,
    town.gemeente,
    signaal.channel === 'web' ? anonymous : desk,
    giveSignaal,
    giftOf(town, signaal),
  );
  for (const step of signaal.steps) {
    clock.advance((step.do === 'done' ? 3 * DAY : 5 * HOUR) * pace);
    if (clock.now() > world.clock.now()) return signaalId;
    await takeStep(then, town, signaalId, step);
  }
  return signaalId;
};

const actAs = (town: PeopledTown, email: string, role: string): Principal => ({
  kind: 'staff',
  id: town.accounts[email] ?? null,
  holdings: [{ role, departmentId: null, areaId: null, buurtIds: null, onBehalfOf: null }],
});

/** A signaal of the demo as its sender gives it. */
export const giftOf = (town: PeopledTown, signaal: DemoSignaal): GiveSignaal => {
  const answer = signaal.reporter?.answer ?? 'none';
  const contact = signaal.reporter
    ? {
        ...NO_CONTACT,
        name: signaal.reporter.name,
        mail: answer === 'mail' ? 'melder@voorbeeld.test' : '',
        phone: answer === 'phone' ? '079 000 00 99' : '',
        street: answer === 'letter' ? 'Verzonnen laan' : '',
        houseNumber: answer === 'letter' ? '1' : '',
        postcode: answer === 'letter' ? '2711 AA' : '',
        town: answer === 'letter' ? 'Zoetermeer' : '',
      }
    : NO_CONTACT;
  return {
    kind: signaal.kind ?? 'report',
    source: signaal.source ?? 'resident',
    channel: signaal.channel,
    text: signaal.text,
    place: {
      ...pointOf(signaal),
      street: signaal.street,
      note: '',
      buurtId: town.buurten[`BU0637${signaal.buurt}`] ?? null,
    },
    categoryId: town.subjects[signaal.subject ?? ''] ?? null,
    urgent: false,
    contact,
    helper: NO_CONTACT,
    answerChannel: answer,
    lang: 'nl',
    draftId: null,
    idempotencyKey: newId(),
    override: signaal.kept ?? null,
    deskUnsure: null,
  };
};

/** Metres in a degree around Zoetermeer; a demonstration needs no better. */
const DEGREE = { lat: 111_200, lon: 68_400 };

const pointOf = ({ buurt, metres }: DemoSignaal): { lat: number | null; lon: number | null } => {
  const middle = townBuurten.find(({ code }) => code === `BU0637${buurt}`);
  if (!middle || !metres) return { lat: null, lon: null };
  const [east, north] = metres;
  return { lat: middle.lat + north / DEGREE.lat, lon: middle.lon + east / DEGREE.lon };
};

const takeStep = async (
  world: World,
  town: PeopledTown,
  signaalId: string,
  step: DemoStep,
): Promise<void> => {
  const { gemeente } = town;
  const run = <Input, Output>(who: Principal, command: Command<Input, Output>, input: Input) =>
    execute(world, gemeente, who, command, input);
  const held = await holderOf(world, gemeente, signaalId);
  const part = { signaalId, assignmentId: held.assignmentId };
  const voice = { signaalId, hasCode: true, channel: 'code' as const };
  const today = isoDate(world.clock.now());
  switch (step.do) {
    case 'forward':
      return forward(world, town, signaalId, step);
    case 'accept':
      return run(held.worker, acceptAssignment, part);
    case 'plan':
      return run(held.worker, planAssignment, {
        ...part,
        plannedOn: plusDays(today, step.inDays),
        hearBy: null,
        text: '',
      });
    case 'return':
      return run(held.worker, returnAssignment, {
        ...part,
        reason: step.reason,
        note: step.note,
        suggestedDepartmentId: null,
      });
    case 'done': {
      const executedOn = step.outcome === 'solved' ? today : null;
      const ending = { outcome: step.outcome, executedOn, answer: step.answer, note: '' };
      await run(held.worker, completeAssignment, { ...part, ...ending });
      return;
    }
    case 'answer':
      return run(held.desk, answerSignaal, { signaalId, text: step.text });
    case 'solved':
      return run(anonymous, confirmSolved, { ...voice, text: '' });
    case 'not_solved':
      return run(anonymous, objectToClosing, { ...voice, text: step.text });
  }
};

/** The wijkregisseur puts a signaal with a department: rather promising, very useful. */
const forward = async (
  world: World,
  town: PeopledTown,
  signaalId: string,
  { to, advice }: Extract<DemoStep, { do: 'forward' }>,
): Promise<void> => {
  const departmentId = town.departments[to];
  if (departmentId === undefined) throw new Error(`The demo has no department ${to}`);
  const wijkregisseur = actAs(town, 'wout.regie@zoetermeer.voorbeeld', 'wijkregisseur');
  await execute(world, town.gemeente, wijkregisseur, assignSignaal, {
    signaalId,
    departmentId,
    advice: { promising: 2, useful: 3, sentence: advice },
  });
};

/** Who holds the signaal now, as the gate would see that person. */
const holderOf = async (world: World, gemeente: string, signaalId: string) => {
  const part = await tenantTransaction(world.pool, gemeente, (db) =>
    db
      .selectFrom('assignment')
      .select(['id', 'department_id'])
      .where('gemeente', '=', gemeente)
      .where('signaal_id', '=', signaalId)
      .orderBy('sequence', 'desc')
      .executeTakeFirst(),
  );
  const holding = { areaId: null, buurtIds: null, onBehalfOf: null };
  const person = (role: string, departmentId: string | null): Principal => ({
    kind: 'staff',
    id: null,
    holdings: [{ ...holding, role, departmentId }],
  });
  return {
    assignmentId: part?.id ?? '',
    worker: person('department_worker', part?.department_id ?? null),
    desk: person('desk_worker', null),
  };
};
