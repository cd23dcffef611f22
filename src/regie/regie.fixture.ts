import type { RoleId } from '#people/index.ts';
import { type Command, execute } from '#platform/command/command.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { assignSignaal, giveSignaal, returnAssignment } from '#signaal/index.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { saveMandate } from './commands/mandate.ts';
import { knotSubscription } from './listening.ts';
import './loaders.ts';
import './notices.ts';

/** Somebody of the test's municipality. */
export type Person = Principal & { id: string };

/** A small municipality in which things go back and forth. */
export interface RegieTown {
  readonly test: TestWorld;
  readonly town: SmallTown;
  readonly guard: Person;
  readonly wijkregisseur: Person;
  readonly greenHead: Person;
  readonly roadsHead: Person;
  readonly director: Person;
  readonly college: Person;
  readonly secretary: Person;
  readonly run: <Input, Output>(
    who: Principal,
    command: Command<Input, Output>,
    input: Input,
  ) => Promise<Output>;
  readonly rows: <Row extends Record<string, unknown>>(sql: string, values?: unknown[]) => Promise<Row[]>;
}

/** Makes the town with a process guard, a wijkregisseur, two department heads, a director and a college. */
export const regieTown = async (start?: string): Promise<RegieTown> => {
  const test = await testWorld({ subscriptions: [knotSubscription], ...(start ? { start } : {}) });
  const town = await smallTown(test);
  const of = (role: RoleId, bounds = {}) => staffOf(test, town, role, bounds);
  return {
    test,
    town,
    guard: await of('process_guard'),
    wijkregisseur: await of('wijkregisseur', { areaId: town.area, buurtIds: [town.buurt] }),
    greenHead: await of('department_head', { departmentId: town.green }),
    roadsHead: await of('department_head', { departmentId: town.roads }),
    director: await of('director'),
    college: await of('college'),
    secretary: await of('municipal_secretary'),
    run: (who, command, input) => execute(test.world, town.gemeente, who, command, input),
    rows: (sql, values = []) => asOwner(test.urls, town.gemeente, sql, values),
  };
};

const ADVICE = { promising: 2, useful: 3, sentence: 'Dit kan met één paal.' };

/** A signaal that needs talk, with its wijkregisseur; gives its id. */
export const complexSignaal = async (
  { run, town }: RegieTown,
  change: Parameters<typeof aGift>[0] = {},
): Promise<string> => {
  const gift = aGift({ text: 'Er hangt elke avond een groep bij het plein.', categoryId: town.complex });
  return (await run(resident, giveSignaal, { ...gift, ...change })).signaalId;
};

/** The wijkregisseur puts it with a department; gives the part's id. */
export const assignTo = async (
  { run, wijkregisseur }: RegieTown,
  signaalId: string,
  departmentId: string,
): Promise<string> =>
  (await run(wijkregisseur, assignSignaal, { signaalId, departmentId, advice: ADVICE })).assignmentId;

/** A department sends its part back. */
export const sendBack = async (
  regie: RegieTown,
  who: Principal,
  signaalId: string,
  assignmentId: string,
): Promise<void> => {
  const why = { reason: 'owner_unknown' as const, note: '', suggestedDepartmentId: null };
  await regie.run(who, returnAssignment, { signaalId, assignmentId, ...why });
  await regie.test.drain();
};

/** From resident to Groen, back, to Wegen, back: the second return makes a knot; gives signaal and knot. */
export const knottedSignaal = async (
  regie: RegieTown,
  change: Parameters<typeof aGift>[0] = {},
): Promise<{ signaalId: string; knotId: string }> => {
  const { town, greenHead, roadsHead } = regie;
  const signaalId = await complexSignaal(regie, change);
  await sendBack(regie, greenHead, signaalId, await assignTo(regie, signaalId, town.green));
  await sendBack(regie, roadsHead, signaalId, await assignTo(regie, signaalId, town.roads));
  const [knot] = await regie.rows<{ id: string }>('select id from knot where object_id = $1', [signaalId]);
  if (!knot) throw new Error('The second return made no knot');
  return { signaalId, knotId: knot.id };
};

/** Gives a role a mandate on knots from 2016 on. */
export const giveMandate = async (
  regie: RegieTown,
  change: { role?: string; limitEuro?: number | null; validFrom?: string; validTo?: string | null } = {},
): Promise<string> => {
  const admin = await staffOf(regie.test, regie.town, 'functional_admin');
  return regie.run(admin, saveMandate, {
    mandateId: null,
    role: 'process_guard',
    subject: 'knot',
    scope: 'Een afdeling aanwijzen en een datum opleggen',
    limitEuro: 5_000,
    source: 'Besluit van 1 februari 2016',
    validFrom: '2016-01-01',
    validTo: null,
    ...change,
  });
};

/** A whole decision on a knot, ready to be sent. */
export const aDecision = (knotId: string, departmentId: string, version: number, change: object = {}) => ({
  knotId,
  version,
  departmentId,
  budgetLine: 'Onderhoud wegen 2016',
  amountEuro: 400 as number | null,
  dueOn: '2016-03-21',
  text: 'Wegen zet een paal en praat met Groen over de struiken.',
  publicText: 'Er komt een paal bij het plein.',
  consent: '',
  ...change,
});

/** The version of a knot now. */
export const versionOf = async ({ rows }: RegieTown, knotId: string): Promise<number> =>
  (await rows<{ version: number }>('select version from knot where id = $1', [knotId]))[0]?.version ?? 0;
